"""Whether the clause around a time looks back or ahead, by its verb."""

from collections.abc import Iterable, Sequence

from spacy.tokens import Span, Token

from kg.english.lexicon import words
from kg.english.polarity import MODALS
from kg.english.trees import CLAUSE_POS, NOUN_POS, dependent_words, has_feature
from kg.extract.times.setting import Direction

_AHEAD = words("calendar.ahead")
_FORECASTING = words("calendar.forecasting")
_PROSPECTIVE = words("calendar.prospective")
_SCHEDULED = frozenset({"scheduled", "planned", "expected", "slated"})
# "could" as often tells what was possible before.
_MODALS = MODALS - {"could"}
_SAYABLE = words("saying.sayable")
_FULL_STOPS = frozenset({".", '"', "”", "’"})
# A word such as "scheduled" looks ahead from here: "slated for late December".
_WINDOW = 3


def direction(span: Span) -> Direction:
    """Return whether a time lies before or after publication, as its clause has it.

    "will meet on Friday" gives "future", "met on Friday" "past"; None without a verb
    that shows it. Needs a dependency parse.
    """
    before = span.doc[max(0, span.start - _WINDOW) : span.start]
    if any(token.lower_ in _AHEAD for token in before):
        return "future"
    if not span.doc.has_annotation("DEP"):
        return None
    token = span.root
    while token.pos_ not in CLAUSE_POS and token.head != token:
        # "ahead of a meeting with Ada on Thursday"
        if token.pos_ in NOUN_POS and "ahead" in dependent_words(token, "case"):
            return "future"
        token = token.head
    if token.pos_ not in CLAUSE_POS:
        return None
    told = _verb_direction(token)
    return "future" if told is None and _is_scheduled(span.root, token) else told


def _is_scheduled(time: Token, verb: Token) -> bool:
    """Tell what is to be: "The court sits again on Monday."

    In headlines, which close with no full stop, the present tells what was; "Monday's
    vote shows" and "he says on Monday" tell it, too.
    """
    finite = [verb, *(child for child in verb.children if child.dep_.startswith("aux"))]
    is_present = any(map(_is_present, finite))
    is_story = verb.sent[-1].text in _FULL_STOPS and verb.lemma_ not in _SAYABLE
    beside = time.head.head if time.head.dep_ == "obj" else time.head
    return is_present and is_story and beside == verb


def _verb_direction(verb: Token) -> Direction:
    # UD makes the predicate the head ("is ready"), so a copula counts as auxiliary.
    auxiliaries = [child for child in verb.children if child.dep_.startswith("aux")]
    lemmas = {token.lemma_.lower() for token in auxiliaries}
    if not _MODALS.isdisjoint(lemmas | {token.lower_ for token in auxiliaries}):
        return "past" if "have" in lemmas else "future"  # "must have met"
    if _stands_with_to(verb):
        return "future" if "be" in lemmas else _infinitive_direction(verb)
    return _form_direction(verb, auxiliaries, lemmas)


def _form_direction(
    verb: Token, auxiliaries: Sequence[Token], lemmas: set[str]
) -> Direction:
    """Read a verb that has no modal and no "to": "met", "have met", "is meeting"."""
    # Before the past tense: "a summit scheduled for May" is a participle in form.
    if verb.lower_ in _SCHEDULED:
        return "future"
    if "have" in lemmas or _has_past_tense(_telling(verb, auxiliaries)):
        return "past"
    if verb.lemma_.lower() in _FORECASTING or _looks_forward(verb):
        return "future"
    return _gerund_direction(verb, lemmas) if _is_gerund(verb) else None


def _telling(verb: Token, auxiliaries: Sequence[Token]) -> Sequence[Token]:
    """Return the words that tell the tense: "is" of "is held", which is no past."""
    finite = [each for each in auxiliaries if each.dep_ == "aux:pass"]
    return auxiliaries if any(map(_is_present, finite)) else (verb, *auxiliaries)


def _is_present(token: Token) -> bool:
    is_finite = not has_feature(token, "VerbForm", "Part")
    return is_finite and has_feature(token, "Tense", "Pres")


def _looks_forward(verb: Token) -> bool:
    """Tell "look forward to Tuesday" from other looks."""
    return verb.lemma_ == "look" and any(x.lower_ == "forward" for x in verb.children)


def _infinitive_direction(verb: Token) -> Direction:
    """Read "expected to meet" as future, "managed to meet" by its governor's tense."""
    governor = verb.head
    if governor.lemma_.lower() in _PROSPECTIVE or governor.lower_ in _PROSPECTIVE:
        return "future"
    return _verb_direction(governor) if _has_clause_above(verb) else None


def _gerund_direction(verb: Token, auxiliaries: set[str]) -> Direction:
    """Read "is meeting on Friday" as future, "left, meeting Ada" by its governor."""
    if "be" in auxiliaries:
        return "future"
    return _verb_direction(verb.head) if _has_clause_above(verb) else None


def _is_gerund(verb: Token) -> bool:
    return "VerbForm=Ger" in str(verb.morph) or verb.lower_.endswith("ing")


def _stands_with_to(verb: Token) -> bool:
    return any(child.lower_ == "to" and child.dep_ == "mark" for child in verb.children)


def _has_clause_above(verb: Token) -> bool:
    return verb.head != verb and verb.head.pos_ in CLAUSE_POS


def _has_past_tense(tokens: Iterable[Token]) -> bool:
    return any("Past" in token.morph.get("Tense", []) for token in tokens)
