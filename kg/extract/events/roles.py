"""Who takes part in an event: the fillers of a frame's roles, as head words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from spacy.tokens import Token

from kg.english.clauses import (
    clauses,
    indirect_objects,
    logical_objects,
    logical_subjects,
    phrases,
    surface_subjects,
)
from kg.english.lexicon import words
from kg.english.trees import has_feature, lemma, name_of
from kg.extract.events.noun_roles import is_target, noun_actors, noun_slot
from kg.extract.events.participants import (
    counted,
    inside,
    is_in_classes,
    is_participant,
    is_plural,
    named_modifiers,
    places,
    possessors,
)
from kg.extract.events.predicate import Predicate, fillers, makers, oblique

# Types whose subject speaks of what is its own: "demand their rights".
_SELF_SERVING = frozenset({"REQUEST", "AGREE", "THREATEN", "CONCEDE"})
_HELPED = words("people.helped")
# Longest office between a state's name or an office's first word and the person.
_LONGEST_TITLE = 4


@dataclass(frozen=True, slots=True)
class Roles:
    """Head words of actors, recipients and place."""

    actors: tuple[Token, ...] = ()
    recipients: tuple[Token, ...] = ()
    place: Token | None = None


def roles(predicate: Predicate, known: Mapping[int, Predicate]) -> Roles:
    """Find who takes part in an event, given the predicates of its article."""
    return _RoleFinder(known).find(predicate)


class _RoleFinder:
    """Look roles up along a frame's slots; complements are looked up in turn."""

    def __init__(self, known: Mapping[int, Predicate], depth: int = 3) -> None:
        self._known = known
        self._depth = depth

    def find(self, predicate: Predicate) -> Roles:
        actors = _distinct(self._actors(predicate))
        recipients: list[Token] = []
        for slot in predicate.frame.recipient:
            if recipients := self._fill(slot, predicate, actors):
                break
        if predicate.is_nominal and not recipients:
            names = named_modifiers(predicate.token)
            recipients = [name for name in names if is_target(name, predicate)]
        recipients = _distinct(recipients)
        is_mutual = "mutual" in predicate.frame.recipient and recipients == actors
        if not is_mutual:
            recipients = [r for r in recipients if r not in actors]
        return Roles(tuple(actors), tuple(recipients), _place(predicate, recipients))

    def _actors(self, predicate: Predicate) -> list[Token]:
        if predicate.is_nominal:
            return noun_actors(predicate)
        found = makers(logical_subjects(predicate.token))
        if not found and predicate.frame.type == "MOBILIZE":
            # "troops were deployed": they move, whoever sent them.
            return [o for o in logical_objects(predicate.token) if is_participant(o)]
        return found

    def _fill(
        self, slot: str, predicate: Predicate, actors: list[Token]
    ) -> list[Token]:
        if slot == "mutual":
            return _mutual(predicate, actors)
        if slot == "place":
            return places(predicate.verb)
        if slot == "within":
            return _within(predicate, actors)
        if slot == "clause":
            return _clause_subjects(predicate)
        if slot == "complement":
            return self._complement(predicate, actors)
        if predicate.is_nominal:
            return noun_slot(slot, predicate)
        return _verb_slot(slot, predicate)

    def _complement(self, predicate: Predicate, actors: list[Token]) -> list[Token]:
        if self._depth == 0:
            return []
        for token in complements(predicate.token):
            inner = self._known.get(token.i)
            if inner is None or inner.token.i == predicate.token.i:
                continue
            found = _RoleFinder(self._known, self._depth - 1).find(inner)
            recipients = [r for r in found.recipients if r not in actors]
            if recipients := recipients or [a for a in found.actors if a not in actors]:
                return recipients
        return []


def complements(predicate: Token) -> list[Token]:
    """Return the words of what is agreed, asked, refused or threatened.

    Clauses first, then objects and phrases: "agreed to meet", "a call for talks".
    """
    found = clauses(predicate)
    if predicate.pos_ != "NOUN":
        found.extend(logical_objects(predicate))
    governed = phrases(predicate)
    for preposition in ("for", "to", "on", "of", "with", "about", "over", "into"):
        found.extend(governed.get(preposition, ()))
    return [counted(token) for token in found]


def _mutual(predicate: Predicate, actors: list[Token]) -> list[Token]:
    if predicate.is_nominal and not (
        predicate.light is not None or possessors(predicate.token)
    ):
        return []
    return list(actors) if actors and is_plural(actors) else []


def _within(predicate: Predicate, actors: list[Token]) -> list[Token]:
    """Return the first place or people after a verb: for whom the help is meant.

    "gave a loan to build schools in Chad" gives "Chad".
    """
    verb = predicate.token
    for word in verb.subtree:
        is_named = word.ent_type_ in {"LOC", "ORG"} and word.ent_iob_ == "B"
        if word.i <= verb.i or word in actors or _is_own_clause(word, verb):
            continue
        if is_named or (word.pos_ == "NOUN" and is_in_classes(word, _HELPED)):
            return [_name_head(word)]
    return []


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
    for clause in clauses(predicate.token):
        if any(c.dep_ in {"nsubj", "nsubj:pass"} for c in clause.children):
            return makers(surface_subjects(clause))
    return []


def _verb_slot(slot: str, predicate: Predicate) -> list[Token]:
    verb = predicate.token
    if slot == "obj":
        return fillers(logical_objects(verb), predicate.frame)
    if slot == "iobj":
        return fillers(indirect_objects(verb), predicate.frame)
    if slot == "inside":
        return _inside_objects(predicate)
    return oblique(nearby_phrases(verb).get(slot, []), predicate.frame)


def _inside_objects(predicate: Predicate) -> list[Token]:
    verb = predicate.token
    heads = [h for h in logical_objects(verb) if not is_participant(h)]
    if not heads:
        found = phrases(verb)
        heads = [h for p in predicate.frame.phrases for h in found.get(p, ())]
        heads = heads or [h for p in ("for", "to") for h in found.get(p, ())]
    named = [head for noun in heads for head in inside(noun)]
    if predicate.frame.type in _SELF_SERVING:
        return [h for h in named if h.dep_ != "nmod:poss" or h.ent_type_]
    return named


def nearby_phrases(verb: Token) -> dict[str, list[Token]]:
    """Return a verb's phrases with those of its object: attachment is a guess.

    "sent aid to Chad" may have "to Chad" under either word.
    """
    found = phrases(verb)
    nested = [part for noun in logical_objects(verb) for part in (noun, counted(noun))]
    nested += [head for heads in found.values() for head in heads if _is_measure(head)]
    for noun in nested:
        if is_participant(noun) and noun.ent_type_:
            continue
        for preposition, heads in phrases(noun).items():
            if preposition != "of":
                found.setdefault(preposition, []).extend(heads)
    return found


def _is_measure(noun: Token) -> bool:
    return lemma(noun) in {"aid", "assistance", "help", "support", "relief", "loan"}


def _place(predicate: Predicate, recipients: list[Token]) -> Token | None:
    frame = predicate.frame
    is_motion = frame.type == "MOBILIZE" or frame.mode == "visit"
    sites = places(predicate.token, is_motion=is_motion)
    if not sites and not predicate.is_nominal:
        sites = [
            place
            for noun in logical_objects(predicate.token)
            if not noun.ent_type_
            for place in places(noun, is_motion=is_motion)
        ]
    if not sites and predicate.is_nominal:
        sites = places(predicate.verb)
    if not sites and predicate.frame.type in {"ASSAULT", "CONSULT", "COERCE"}:
        sites = [r for r in recipients if r.ent_type_ == "LOC"]
        if predicate.frame.type == "CONSULT" and predicate.frame.mode != "visit":
            sites = []
    return sites[0] if sites else None


def _distinct(tokens: Iterable[Token]) -> list[Token]:
    """Drop repeats: of one name's words all but one, and a title beside its name."""
    found: dict[int, Token] = {}
    for token in tokens:
        found.setdefault(name_of(token).start, token)
    names = [token for token in found.values() if token.ent_type_ == "PERSON"]
    return [
        token
        for token in found.values()
        if token in names or not any(_is_title_of(token, name) for name in names)
    ]


def _is_title_of(token: Token, name: Token) -> bool:
    """Whether nothing but a title's words stand between a word and a name after it."""
    between = token.doc[token.i + 1 : name_of(name).start]
    return (
        token.i < name.i
        and len(between) <= _LONGEST_TITLE
        and all(word.pos_ in {"NOUN", "PROPN", "ADJ"} for word in between)
    )
