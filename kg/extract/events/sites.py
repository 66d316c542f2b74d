"""Where an event took place, by the words of its own clause."""

from collections.abc import Sequence

from spacy.tokens import Token

from kg.annotate.labels import NAME_LABELS
from kg.english.arguments import logical_objects, logical_subjects
from kg.english.prepositions import heads_after, phrases
from kg.extract.events.participants import counted, is_in_classes, places
from kg.extract.events.predicate import Predicate

# Types whose recipient is where it happens: an attack on a town is in the town.
_AT_RECIPIENT = frozenset({"ASSAULT", "COERCE"})
# Types that happen where their actors are, if nothing else is told.
_AT_ACTOR = frozenset({"PROTEST", "COERCE", "ASSAULT"})


def place_of(predicate: Predicate, recipients: Sequence[Token]) -> Token | None:
    """Return where an event took place: a place that its own words name, or nothing.

    "met in Oslo" gives "Oslo"; so does "bombed Oslo", where the place is the recipient.
    Needs a parse and `doc.ents`.
    """
    is_motion = predicate.frame.type == "MOBILIZE" or predicate.frame.mode == "visit"
    sites = places(predicate.token, is_motion=is_motion)
    if not sites and predicate.frame.mode == "abduct":
        # "seized girls from a school in Chibok"
        sites = [each for each in _taken_from(predicate) if each.ent_type_ == "LOC"]
    if not sites and predicate.is_nominal:
        sites = places(predicate.verb)
    elif not sites:
        sites = _places_inside(predicate, is_motion=is_motion)
    if not sites and _is_at_recipient(predicate):
        sites = [head for head in recipients if head.ent_type_ == "LOC"]
    if not sites and predicate.frame.type in _AT_ACTOR:
        sites = _places_of_actors(predicate)
    return sites[0] if sites else None


def _places_inside(predicate: Predicate, *, is_motion: bool) -> list[Token]:
    """Return the places inside objects and phrases: "fired on a crowd in Oslo".

    "took to the streets of Oslo" was there. A name's own place is not the event's:
    "met Ada of Oslo".
    """
    verb = predicate.token
    inside = [head for heads in phrases(verb).values() for head in heads]
    return [
        place
        for noun in (*logical_objects(verb), *inside)
        if noun.ent_type_ not in NAME_LABELS
        for place in (*places(noun, is_motion=is_motion), *_place_of_site(noun))
    ]


def _place_of_site(noun: Token) -> list[Token]:
    if not is_in_classes(noun, ("place",)):
        return []
    return [h for h in heads_after(phrases(noun), "of") if h.ent_type_ == "LOC"]


def _taken_from(predicate: Predicate) -> list[Token]:
    """Return from where somebody is taken, and the places of that."""
    verb = predicate.token
    heads = heads_after(phrases(verb), "from")
    heads += [h for o in logical_objects(verb) for h in heads_after(phrases(o), "from")]
    return [place for head in heads for place in (head, *places(head))]


def _places_of_actors(predicate: Predicate) -> list[Token]:
    """Return where those are who act: "nurses in Oslo went on strike".

    "A strike by nurses in Oslo" was there, too.
    """
    if predicate.is_nominal:
        actors: Sequence[Token] = heads_after(phrases(predicate.token), "by")
    else:
        actors = logical_subjects(predicate.token)
    return [
        place
        for actor in actors
        if not actor.ent_type_
        for place in places(counted(actor))
    ]


def _is_at_recipient(predicate: Predicate) -> bool:
    """Whether the recipient's place is the event's: of attacks and visits, not talks.

    "visited Oslo" was there, "spoke with Oslo" need not have been.
    """
    frame = predicate.frame
    if frame.type == "CONSULT":
        return frame.mode == "visit"
    return frame.type in _AT_RECIPIENT
