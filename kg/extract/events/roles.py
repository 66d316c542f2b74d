"""Who takes part in an event: the fillers of a frame's roles, as head words."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from kg.annotate.labels import NAME_LABELS
from kg.english.arguments import (
    indirect_objects,
    logical_objects,
    logical_subjects,
)
from kg.english.clauses import clauses
from kg.english.lexicon import words
from kg.english.memory import remembered
from kg.english.prepositions import heads_after, phrases
from kg.english.trees import (
    coordinated,
    dependent_words,
    has_dependent,
    has_feature,
    lemma,
)
from kg.extract.events.guilt import is_of_guilt, verbs_of_guilt
from kg.extract.events.noun_roles import (
    is_aimed,
    is_target,
    noun_actors,
    noun_slot,
    tells_who_suffers,
)
from kg.extract.events.participants import (
    counted,
    is_in_classes,
    is_participant,
    is_plural,
    named_modifiers,
    named_within,
    participants,
    place_named,
    places,
    possessors,
)
from kg.extract.events.predicate import (
    Predicate,
    agents_behind,
    distinct,
    fillers_or_owners,
    named_apart,
    parties_to_object,
    role_fillers,
)
from kg.extract.events.restating import tellings_beside
from kg.extract.events.sites import place_of

# Types whose subject does or says something of its own: "lifted its blockade".
_SELF_SERVING = frozenset(
    {"REQUEST", "AGREE", "THREATEN", "CONCEDE", "RETREAT", "SANCTION"}
)
# Types that are for or about one person as well as for a place: "agreed to pay Bo".
_PERSONAL = frozenset({"AGREE", "CONCEDE", "REJECT"})
_HELPED = words("people.helped")
# Nouns that may have a verb's phrases under them: "aid to Chad", "on alert in Oslo".
_HELP_NOUNS = frozenset({"aid", "assistance", "help", "support", "relief", "loan"})
# Prepositions before what is agreed, asked or refused, likeliest first.
_COMPLEMENT_PREPOSITIONS = (
    "for", "to", "on", "of", "with", "about", "over", "into",
)  # fmt: skip
# Complements to look into for a recipient: "agreed to begin preparing to attack Chad".
# It also ends where a wrong parse makes two words each other's complement.
_COMPLEMENT_DEPTH = 3


@dataclass(frozen=True, slots=True)
class Roles:
    """Head words of actors, recipients and place."""

    actors: tuple[Token, ...] = ()
    recipients: tuple[Token, ...] = ()
    place: Token | None = None
    # Whether who did it is only accused of it, or found guilty.
    is_alleged: bool = False


def roles(predicate: Predicate, known: Mapping[int, Predicate]) -> Roles:
    """Find who takes part in an event, given all predicates of its article by index.

    "Oslo sent tanks to Kyiv" gives the actor "Oslo" and the recipient "Kyiv". Needs a
    parse with morphology, and `doc.ents`.
    """
    return _RoleFinder(known).find(predicate)


class _RoleFinder:
    """Look roles up along a frame's slots; complements are looked up in turn."""

    def __init__(
        self, known: Mapping[int, Predicate], depth: int = _COMPLEMENT_DEPTH
    ) -> None:
        self._known = known
        self._depth = depth

    def find(self, predicate: Predicate) -> Roles:
        found = self._actors(predicate)
        accused = [] if found else self._accused(predicate)
        actors = distinct(named_apart(found or accused))
        others = named_apart(self._recipients(predicate, actors))
        recipients = distinct(map(place_named, others))
        # "Ada and Bo met": each is the other's recipient.
        is_mutual = "mutual" in predicate.frame.recipient and recipients == actors
        if not is_mutual:
            recipients = _without(recipients, actors)
        if accused and not recipients:
            actors, accused = [], []
        place = place_of(predicate, recipients)
        return Roles(tuple(actors), tuple(recipients), place, bool(accused))

    def _actors(self, predicate: Predicate) -> list[Token]:
        if predicate.is_nominal:
            return noun_actors(predicate)
        if "suffered" in predicate.frame.flags:
            found = _verb_slot("from", predicate)
            return found or self._actors_beside(predicate)
        found = agents_behind(logical_subjects(predicate.token))
        if not found and predicate.frame.type == "MOBILIZE":
            # "troops were deployed": they move, whoever sent them.
            return participants(logical_objects(predicate.token))
        return found or self._actors_beside(predicate) or parties_to_object(predicate)

    def _accused(self, predicate: Predicate) -> list[Token]:
        """Return who is accused or found guilty of what a noun tells."""
        if self._depth == 0 or not predicate.is_nominal:
            return []
        found = (self._known.get(at.i) for at in verbs_of_guilt(predicate.token))
        inner = _RoleFinder(self._known, self._depth - 1)
        charges = (each for each in found if each is not None and is_of_guilt(each))
        people = (inner.find(each).recipients for each in charges)
        return next(map(list, filter(None, people)), [])

    def _actors_beside(self, predicate: Predicate) -> list[Token]:
        """Return who acts by what tells it again: "killed in a raid by rebels"."""
        if self._depth == 0:
            return []
        inner = _RoleFinder(self._known, self._depth - 1)
        verb = predicate.token
        harmed = [*logical_objects(verb), *logical_subjects(verb)]
        found = (inner._actors(p) for p in tellings_beside(predicate, self._known))
        return next(filter(None, (_without(actors, harmed) for actors in found)), [])

    def _recipients(self, predicate: Predicate, actors: list[Token]) -> list[Token]:
        if "suffered" in predicate.frame.flags:
            return agents_behind(logical_subjects(predicate.token))
        for slot in predicate.frame.recipient:
            if found := self._fill(slot, predicate, actors):
                return found
        if predicate.is_nominal and not is_aimed(predicate):
            names = named_modifiers(predicate.token)
            return [name for name in names if is_target(name, predicate)]
        return []

    def _fill(
        self, slot: str, predicate: Predicate, actors: list[Token]
    ) -> list[Token]:
        """Return who fills a slot of `plover.yaml`, a preposition where none is named.

        Any slot may be empty: the next one of the frame is tried then.
        """
        if slot == "mutual":
            return _mutual(predicate, actors)
        if slot == "place":
            return places(predicate.verb)
        if slot == "within":
            return helped_further_on(predicate, actors)
        if slot == "clause":
            return _clause_subjects(predicate)
        if slot == "inside" and predicate.frame.type == "ACCUSE":
            return self._blamed(predicate)
        if slot == "complement":
            return self._recipients_of_complement(predicate, actors)
        if predicate.is_nominal:
            return noun_slot(slot, predicate)
        return _verb_slot(slot, predicate)

    def _blamed(self, predicate: Predicate) -> list[Token]:
        """Return who is blamed for a thing: of a deed who did it, not who suffered it.

        "condemned Oslo's shelling of Mali" blames "Oslo", "condemned the shelling of
        Mali" nobody, and so does "blamed the weather in Mali".
        """
        found: list[Token] = []
        for noun in _nouns_that_cannot_act(predicate):
            deed = self._known.get(noun.i) or self._known.get(counted(noun).i)
            if deed is None or deed.token.i == predicate.token.i:
                sites = places(noun) if predicate.frame.mode == "allege" else []
                found.extend(_without(named_within(noun), sites))
            else:
                found.extend(noun_actors(deed))
        return found

    def _recipients_of_complement(
        self, predicate: Predicate, actors: list[Token]
    ) -> list[Token]:
        """Return to whom is done what is agreed, asked or threatened, else who does it.

        "threatened to attack Chad" gives "Chad".
        """
        for inner in self._complement_events(predicate):
            found = _RoleFinder(self._known, self._depth - 1).find(inner)
            is_for_them = predicate.frame.type == "REQUEST" and inner.is_nominal
            is_for_them &= tells_who_suffers(inner.token)
            sides = (
                ((), found.actors) if is_for_them else (found.recipients, found.actors)
            )
            others = next(filter(None, (_without(s, actors) for s in sides)), [])
            if others:
                return others
        return []

    def _complement_events(self, predicate: Predicate) -> Iterator[Predicate]:
        if self._depth == 0:
            return
        for token in complements(predicate.token):
            inner = self._known.get(token.i)
            if inner is not None and inner.token.i != predicate.token.i:
                yield inner


def complements(predicate: Token) -> list[Token]:
    """Return the words of what is agreed, asked, refused or threatened.

    Clauses first, then objects and phrases: "agreed to meet" gives "meet", "a call for
    talks" gives "talks" for "call". Needs a parse with morphology.
    """
    found = clauses(predicate)
    # A noun has no objects: what is parsed as one belongs elsewhere.
    if predicate.pos_ != "NOUN":
        found.extend(logical_objects(predicate))
    found.extend(heads_after(phrases(predicate), *_COMPLEMENT_PREPOSITIONS))
    return [counted(token) for token in found]


@remembered
def nearby_phrases(verb: Token) -> Mapping[str, Sequence[Token]]:
    """Return a verb's phrases with those of its object, for parsers attach by guess.

    "sent aid to Chad" gives {"to": [Chad]}, whether "to Chad" is under "sent" or "aid".
    Needs a parse and `doc.ents`.
    """
    found = {preposition: [*heads] for preposition, heads in phrases(verb).items()}
    for noun, holder in _misparsed_phrases(verb):
        for preposition in dependent_words(holder, "case"):
            found.setdefault(preposition, []).extend(coordinated(noun))
    for noun in _nouns_that_take_phrases(verb, found):
        for preposition, heads in phrases(noun).items():
            # "of" says what the object is.
            if preposition != "of":
                found.setdefault(preposition, []).extend(heads)
    return found


def _misparsed_phrases(verb: Token) -> Iterator[tuple[Token, Token]]:
    """Yield nouns of phrases that look like none, and which word has the preposition.

    A complement may have it ("remained on alert"), or a name's title: of "spoke with
    President Ada Quill" the word "President" has "with".
    """
    for child in verb.children:
        if child.dep_ == "xcomp" and child.pos_ == "NOUN":
            yield child, child
        elif child.dep_ == "obl":
            titles = (c for c in child.children if c.dep_ == "nmod:desc")
            yield from ((child, title) for title in titles)


def _nouns_that_take_phrases(
    verb: Token, found: Mapping[str, Sequence[Token]]
) -> list[Token]:
    """Return objects and the like: what follows may be under them by mistake."""
    objects = logical_objects(verb)
    nouns = [word for noun in objects for word in dict.fromkeys((noun, counted(noun)))]
    # "the delivery of arms to Chad"
    nouns.extend(
        inner for noun in objects for inner in heads_after(phrases(noun), "of")
    )
    for heads in found.values():
        nouns.extend(head for head in heads if _holds_phrases(head))
    # A name keeps its phrases: "met Ada of Oslo".
    return [noun for noun in nouns if not (is_participant(noun) and noun.ent_type_)]


def _holds_phrases(noun: Token) -> bool:
    return lemma(noun) in _HELP_NOUNS or is_in_classes(noun, ("armed_stance",))


def _mutual(predicate: Predicate, actors: list[Token]) -> list[Token]:
    """Return the actors as each other's recipients: "Ada and Bo met"."""
    # Names before a noun alone are no parties to it: "two Russian attacks".
    noun = predicate.token
    # "the battle between Oslo's firms goes on": that verb has no subject beside it.
    has_subject = predicate.light_verb is not None and noun.dep_ != "nsubj"
    is_owned = has_subject or possessors(noun)
    if predicate.is_nominal and not (is_owned or heads_after(phrases(noun), "of")):
        return []
    return list(actors) if actors and is_plural(actors) else []


def helped_further_on(predicate: Predicate, actors: list[Token]) -> list[Token]:
    """Return the first place or people after a verb: for whom the help is meant.

    "gave a loan to build schools in Chad" gives "Chad". Needs a parse and `doc.ents`.
    """
    verb = predicate.token
    for word in verb.subtree:
        if word.i <= verb.i or word in actors or _is_own_clause(word, verb):
            continue
        if _may_be_helped(word, predicate):
            return list(coordinated(_name_head(word)))
    return []


def _may_be_helped(word: Token, predicate: Predicate) -> bool:
    is_named = word.ent_type_ in NAME_LABELS and word.ent_iob_ == "B"
    # "lifted the curfew after the arrest of Bo", but "agreed to pay Bo".
    is_named &= word.ent_type_ != "PERSON" or predicate.frame.type in _PERSONAL
    # "Oslo-based": where somebody is, whom the next words name.
    is_named &= word.head.dep_ != "amod"
    return is_named or (word.pos_ == "NOUN" and is_in_classes(word, _HELPED))


def _is_own_clause(word: Token, verb: Token) -> bool:
    """Whether a finite clause of its own lies between a word and a verb above it."""
    for ancestor in word.ancestors:
        if ancestor.i == verb.i:
            return False
        if has_feature(ancestor, "VerbForm", "Fin"):
            return True
    return False


def _name_head(word: Token) -> Token:
    while word.head.ent_type_ == word.ent_type_ and word.head.i > word.i:
        word = word.head
    return word


def _clause_subjects(predicate: Predicate) -> list[Token]:
    """Return who shall act, by the first clause that says so: "demanded that Rome"."""
    for clause in clauses(predicate.token):
        if has_dependent(clause, "nsubj", "nsubj:pass"):
            return agents_behind(logical_subjects(clause))
    return []


def _verb_slot(slot: str, predicate: Predicate) -> list[Token]:
    verb = predicate.token
    if slot == "obj":
        return role_fillers(logical_objects(verb), predicate.frame)
    if slot == "iobj":
        return role_fillers(indirect_objects(verb), predicate.frame)
    if slot == "inside":
        return _named_within_objects(predicate)
    return fillers_or_owners(heads_after(nearby_phrases(verb), slot), predicate.frame)


def _named_within_objects(predicate: Predicate) -> list[Token]:
    """Return whom the object or phrase is about: "rejected Chad's plan" gives "Chad".

    Who demands "their rights" or lifts "its blockade of Mali" has it, so that such a
    pronoun is no recipient there. Who demands Ada's release does not ask her.
    """
    nouns = _nouns_that_cannot_act(predicate)
    is_own = predicate.frame.type in _SELF_SERVING
    if predicate.frame.type == "REQUEST":
        nouns = [noun for noun in nouns if not tells_who_suffers(noun)]
    return [head for noun in nouns for head in named_within(noun, is_own=is_own)]


def _nouns_that_cannot_act(predicate: Predicate) -> list[Token]:
    """Return the objects that are no participants, else the nouns of its phrases."""
    verb = predicate.token
    objects = [noun for noun in logical_objects(verb) if not is_participant(noun)]
    if objects:
        return objects
    found = phrases(verb)
    named_by_frame = heads_after(found, *predicate.frame.phrases)
    return named_by_frame or heads_after(found, "for", "to")


def _without(tokens: Iterable[Token], others: list[Token]) -> list[Token]:
    return [token for token in tokens if token not in others]
