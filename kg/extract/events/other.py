"""Deeds that PLOVER has no type for: who won, acquired, opened, sued what, who died."""

from collections.abc import Collection, Iterable, Iterator

from spacy.tokens import Doc, Token

from kg.annotate.labels import NAME_LABELS
from kg.english.arguments import indirect_objects, logical_objects, logical_subjects
from kg.english.clauses import clauses
from kg.english.inflection import base_forms
from kg.english.lexicon import words
from kg.extract.events.conditions import lookup_keys
from kg.extract.events.frames import Frame, load_lexicon
from kg.extract.events.learned import cue_words
from kg.extract.events.participants import counted, is_participant
from kg.extract.events.predicate import Predicate, agents_behind
from kg.extract.events.roles import Roles
from kg.extract.events.sites import place_of

# Verbs that tell no deed: states, thoughts, wishes and words.
_NO_DEEDS = (
    words("modality.intensional")
    | words("modality.reportive")
    | words("saying.telling")
    | words("saying.asking")
    | words("saying.announcing")
    | words("modality.stative")
)
_BEGINNING = words("modality.implicative")
_OTHER = Frame(
    type="OTHER",
    mode=None,
    modes={},
    conditions={},
    phrases={},
    recipient=("obj",),
    needs="either",
    flags=frozenset({"things"}),
)


def other_deeds(doc: Doc, known: Collection[int]) -> Iterator[tuple[Predicate, Roles]]:
    """Yield the verbs with a named participant that are no event of PLOVER's.

    `known` are the words of PLOVER's events. "Ada Quill won the race" yields "won" with
    actor "Quill" and recipient "race"; "she won" and "Ada said" yield nothing. Needs a
    parse with morphology, `doc.ents` and `doc.spans["attribution"]`.
    """
    cues = cue_words(doc)
    for token in doc:
        if token.i in known or token.i in cues or not _is_deed(token):
            continue
        found = _roles(token)
        if any(map(_is_named, (*found.actors, *found.recipients))):
            yield Predicate(token, _OTHER), found


def verb_of(predicate: Predicate) -> str:
    """Return a verb's base form with its particle: "takes over" gives "take over"."""
    return lookup_keys(predicate.token)[0].replace("_", " ")


def _is_deed(token: Token) -> bool:
    if token.pos_ != "VERB" or token.dep_ in {"amod", "compound", "case", "mark"}:
        return False
    forms = base_forms(token)
    if not _NO_DEEDS.isdisjoint(forms) or _is_light(token):
        return False
    # "began to win" tells one deed, and "led the club" another.
    return _BEGINNING.isdisjoint(forms) or not clauses(token)


def _is_light(verb: Token) -> bool:
    """Whether a verb only lends itself to an event noun: "held talks"."""
    lexicon = load_lexicon()
    is_light = not lexicon.light_verbs.isdisjoint(lookup_keys(verb))
    return is_light and any(o.lemma_ in lexicon.nouns for o in logical_objects(verb))


def _roles(verb: Token) -> Roles:
    actors = agents_behind(logical_subjects(verb))
    objects = [counted(each) for each in logical_objects(verb)]
    receivers = [each for each in indirect_objects(verb) if is_participant(each)]
    recipients = _without([*receivers, *objects], actors)
    place = place_of(Predicate(verb, _OTHER), recipients)
    return Roles(tuple(actors), tuple(recipients), place)


def _without(tokens: Iterable[Token], others: Collection[Token]) -> list[Token]:
    found = dict.fromkeys(token for token in tokens if token.pos_ in _THINGS)
    return [token for token in found if token not in others]


_THINGS = frozenset({"NOUN", "PROPN", "PRON", "NUM"})


def _is_named(token: Token) -> bool:
    return token.ent_type_ in NAME_LABELS
