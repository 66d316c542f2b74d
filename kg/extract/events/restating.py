"""Words that tell an event once more, beside the verb that tells it."""

from collections.abc import Iterator, Mapping

from spacy.tokens import Token

from kg.english.arguments import logical_objects
from kg.english.clauses import is_infinitive
from kg.english.lexicon import words
from kg.english.trees import dependent_words
from kg.extract.events.predicate import Predicate

# What of these is done to do it is told once: "met to talk", "rallied to protest".
_AIMS = frozenset({"CONSULT", "PROTEST"})
_RESTATING = words("function_words.restating")
# Types of one deed by force: who raids arrests.
_FORCE = frozenset({"ASSAULT", "COERCE"})
_SIMULTANEOUS = frozenset({"as", "when", "while"})


def restates_governor(predicate: Predicate, known: Mapping[int, Predicate]) -> bool:
    """Tell whether a trigger repeats its governor, as in "killed in an attack".

    So it does in "met to talk". `known` has the other predicates of the article by
    their trigger's index. Needs a parse.
    """
    token = predicate.token
    governor = known.get(token.head.i)
    if governor is None or governor is predicate or predicate.light_verb is not None:
        return False
    if governor.frame.type != predicate.frame.type:
        return False
    if not predicate.is_nominal:
        return predicate.frame.type in _AIMS and is_infinitive(token)
    return is_in_course(token)


def tellings_beside(
    predicate: Predicate, known: Mapping[int, Predicate]
) -> Iterator[Predicate]:
    """Yield the predicates beside a verb that tell its deed again, and who did it.

    Of "killed in an attack by rebels" it is "attack", of "killed when rebels attacked"
    "attacked". Needs a parse.
    """
    for child in predicate.token.children:
        other = known.get(child.i) or _told_by_object(child, known)
        if other is None or not _is_one_deed(predicate, other):
            continue
        if is_in_course(child) or is_simultaneous(child) or _is_prior(child):
            yield other


def _told_by_object(verb: Token, known: Mapping[int, Predicate]) -> Predicate | None:
    """Return the event whose noun a light verb has: "launched" of "launched a raid"."""
    found = (known.get(noun.i) for noun in logical_objects(verb))
    return next((p for p in found if p and p.light_verb == verb), None)


def _is_one_deed(first: Predicate, second: Predicate) -> bool:
    return {first.frame.type, second.frame.type} <= _FORCE


def is_in_course(noun: Token) -> bool:
    """Tell whether a verb's deed was done in a noun's: "killed in an attack".

    Needs a parse.
    """
    prepositions = dependent_words(noun, "case")
    return noun.dep_ == "obl" and not _RESTATING.isdisjoint(prepositions)


def _is_prior(clause: Token) -> bool:
    return clause.dep_ == "advcl" and "after" in dependent_words(clause, "mark")


def is_simultaneous(clause: Token) -> bool:
    """Tell whether a clause tells what its verb happened with: "died when it fell".

    Needs a parse.
    """
    marks = dependent_words(clause, "mark", "advmod")
    return clause.dep_ == "advcl" and not _SIMULTANEOUS.isdisjoint(marks)
