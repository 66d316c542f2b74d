"""Who takes part in what an event noun tells: "Oslo's talks with Rome on Monday"."""

from collections.abc import Callable

from spacy.tokens import Token

from kg.english.arguments import (
    logical_objects,
    logical_subjects,
    surface_subjects,
)
from kg.english.inflection import base_forms
from kg.english.prepositions import heads_after, phrases
from kg.english.trees import dependent_words, has_dependent, lemma
from kg.extract.events.frames import load_lexicon
from kg.extract.events.participants import (
    counted_participants,
    named_modifiers,
    possessors,
)
from kg.extract.events.predicate import (
    Predicate,
    agents_behind,
    fillers_or_owners,
    is_site,
)

# Words between a meeting and the verb whose subject met: "left at the end of talks".
# Farther up the subject is hardly ever one of those who met.
_GOVERNOR_REACH = 3
# "claimed responsibility for the raid"; who accepts it need not have done it.
_OWNING_UP = frozenset({"responsibility", "credit"})


def noun_actors(predicate: Predicate) -> list[Token]:
    """Return who does what an event noun tells, from the surest place that names one.

    "a ban by Oslo", "Oslo's visit", "a Russian attack" and "Oslo launched an attack"
    give "Oslo" or "Russian"; "the ban" gives nobody. Needs a parse and `doc.ents`.
    """
    return next(filter(None, (find(predicate) for find in _ACTOR_SOURCES)), [])


def _agents_after_by(predicate: Predicate) -> list[Token]:
    return counted_participants(heads_after(phrases(predicate.token), "by"))


def _acting_possessors(predicate: Predicate) -> list[Token]:
    """Return the possessors, unless they suffer the event: "Ada's arrest".

    They do it where another one suffers: "Oslo's expulsion of the envoy".
    """
    is_patient = "patient" in predicate.frame.flags
    if is_patient and not _suffering_after_of(predicate):
        return []
    return possessors(predicate.token)


def _names_before(predicate: Predicate) -> list[Token]:
    """Return the names before a noun, if no verb says who does it.

    "a Russian attack" names who attacks, "Oslo enforces UN sanctions" does not.
    """
    if predicate.light_verb is not None and _light_verb_subjects(predicate):
        return []
    names = named_modifiers(predicate.token)
    return [name for name in names if not is_target(name, predicate)]


def _parties(predicate: Predicate) -> list[Token]:
    """Return those between whom an event is, unless they only get a mediator's help."""
    return [] if predicate.frame.mode == "third-party" else _between(predicate)


def _own_subjects(predicate: Predicate) -> list[Token]:
    """Return the subject of a noun that is a predicate: "Oslo is a supporter of"."""
    noun = predicate.token
    return agents_behind(surface_subjects(noun)) if has_dependent(noun, "nsubj") else []


def _light_verb_subjects(predicate: Predicate) -> list[Token]:
    if predicate.light_verb is None:
        return []
    agents = agents_behind(logical_subjects(predicate.light_verb))
    # "Talks were held": the noun itself is the subject.
    return [agent for agent in agents if agent.i != predicate.token.i]


def _claimants(predicate: Predicate) -> list[Token]:
    """Return who says it was them: "rebels claimed responsibility for the raid"."""
    claim = claim_of(predicate.token)
    return agents_behind(logical_subjects(claim)) if claim is not None else []


def claim_of(noun: Token) -> Token | None:
    """Return the verb by which somebody takes an event noun's deed upon themselves.

    Of "rebels claimed responsibility for the raid" it is "claimed". Needs a parse.
    """
    if "for" not in dependent_words(noun, "case"):
        return None
    # Parsers hang the phrase on either word.
    above = noun.head.head if noun.head.dep_ == "obj" else noun.head
    return above if owns_up(above) else None


def owns_up(verb: Token) -> bool:
    """Tell whether a verb claims a deed: "claimed responsibility". Needs a parse."""
    return "claim" in base_forms(verb) and any(
        lemma(thing) in _OWNING_UP for thing in logical_objects(verb)
    )


def _agents_within_phrase(predicate: Predicate) -> list[Token]:
    """Return agents one phrase down: "a wave of attacks by rebels", "on Goma by"."""
    inner = heads_after(phrases(predicate.token), "of", "on", "against")
    agents = [agent for head in inner for agent in heads_after(phrases(head), "by")]
    return counted_participants(agents)


def _participants_after_of(predicate: Predicate) -> list[Token]:
    """Return who stands after "of", if not the one who suffers: "a visit of Ada"."""
    if "of" in predicate.frame.recipient:
        return []
    return counted_participants(heads_after(phrases(predicate.token), "of"))


def _governing_subjects(predicate: Predicate) -> list[Token]:
    """Return the subject of the verb a meeting is told beside ("left after talks")."""
    if "governor" not in predicate.frame.flags:
        return []
    governor = predicate.token.head
    for _ in range(_GOVERNOR_REACH):
        if governor.pos_ in {"VERB", "AUX", "ADJ"}:
            return agents_behind(surface_subjects(governor))
        if governor.pos_ == "NOUN" and (found := possessors(governor)):
            return found
        governor = governor.head
    return []


# Surest first: what stands in the noun's own phrase goes before what a verb tells.
_ACTOR_SOURCES: tuple[Callable[[Predicate], list[Token]], ...] = (
    _agents_after_by,
    _acting_possessors,
    _names_before,
    _parties,
    _own_subjects,
    _light_verb_subjects,
    _claimants,
    _agents_within_phrase,
    _participants_after_of,
    _governing_subjects,
)


def is_target(modifier: Token, predicate: Predicate) -> bool:
    """Tell whether a name before an event noun says whom or where it hits.

    "the Kabul attack" does; adjectives ("a Russian attack") and abbreviations ("a US
    attack") name who did it. Needs tags and `doc.ents`.
    """
    return predicate.frame.type in {"ASSAULT", "CONSULT"} and is_site(modifier)


def tells_who_suffers(noun: Token) -> bool:
    """Tell whether those in an event noun's phrase suffer it: "the release of Ada".

    Of "Ada's resignation" she does it. Needs a parse.
    """
    frames = load_lexicon().nouns.get(lemma(noun), ())
    return any("patient" in frame.flags for frame in frames)


def is_aimed(predicate: Predicate) -> bool:
    """Tell whether a phrase says what an event noun hits: "the attack on the plan".

    Needs a parse.
    """
    return not {"on", "against"}.isdisjoint(phrases(predicate.token))


def _between(predicate: Predicate) -> list[Token]:
    return counted_participants(phrase_heads(predicate, "between"))


def phrase_heads(predicate: Predicate, preposition: str) -> list[Token]:
    """Return heads after a preposition, under an event noun or else its light verb.

    Of "launched a raid on Goma" it is "Goma" for "on". Needs a parse and `doc.ents`.
    """
    noun = predicate.token
    found = heads_after(phrases(noun), preposition)
    if not found and preposition != "of":
        # "the suspension of aid to Chad"
        inner = (n for n in heads_after(phrases(noun), "of") if not n.ent_type_)
        found = [head for n in inner for head in heads_after(phrases(n), preposition)]
    if found or predicate.light_verb is None:
        return found
    return heads_after(phrases(predicate.light_verb), preposition)


def noun_slot(slot: str, predicate: Predicate) -> list[Token]:
    """Return who fills one recipient slot of an event noun: a preposition, mostly.

    The slot "on" of "an attack on Mali" gives "Mali", "between" gives both parties, and
    "of" also the possessor of a noun that is suffered ("Ada's arrest"). Empty for
    "inside", which only a verb's object has. Needs a parse and `doc.ents`.
    """
    if slot == "between":
        return _between(predicate)
    if slot == "inside":
        return []
    if slot == "of":
        return _of_slot(predicate)
    if slot == "on" and _is_blamed(predicate.token):
        return []
    return fillers_or_owners(phrase_heads(predicate, slot), predicate.frame)


def _of_slot(predicate: Predicate) -> list[Token]:
    filled = _suffering_after_of(predicate)
    if not filled and "patient" in predicate.frame.flags:
        return possessors(predicate.token)
    return filled


def _suffering_after_of(predicate: Predicate) -> list[Token]:
    # "of" under the light verb is the verb's own: "accused of making threats".
    heads = heads_after(phrases(predicate.token), "of")
    return fillers_or_owners(heads, predicate.frame)


def _is_blamed(noun: Token) -> bool:
    """Whether "on" says who did it: "blamed the raid on rebels"."""
    return noun.dep_ in {"obj", "nsubj:pass"} and lemma(noun.head) == "blame"
