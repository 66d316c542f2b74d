"""What the sentence says about a possible time: is it one, and does it look ahead?"""

from calendar import day_name, month_name

from spacy.tokens import Doc, Span, Token

from kg.english.lexicon import words
from kg.english.polarity import MODALS
from kg.english.trees import CLAUSE_POS
from kg.extract.times.grammar import Expression
from kg.extract.times.setting import Direction

# A day, month or year inside a name of one of these kinds is part of the name.
_NAME_LABELS = frozenset({"PERSON", "ORG", "LOC", "NORP", "EVENT"})
_LINKS = frozenset({"to", "and", "or", "-", "–", "—"})
_MONTHS = frozenset(month_name) - {""}
_COUNTED_POS = frozenset({"NOUN", "ADJ", "PROPN"})
_AHEAD = words("calendar.ahead")
_DETERMINERS = words("calendar.determiners")
_ERAS_BEFORE_CHRIST = words("calendar.eras_before_christ")
_FORECASTING = words("calendar.forecasting")
# "could" as often tells what was possible before.
_MODALS = MODALS - {"could"}
_NOT_BEFORE_WEEKDAY = words("calendar.not_before_weekday")
_PREPOSITIONS = words("calendar.prepositions")
_PROSPECTIVE = words("calendar.prospective")
_QUANTIFIERS = words("calendar.quantifiers")
_UNITS = words("calendar.units")


def is_time(doc: Doc, expression: Expression) -> bool:
    """Tell whether a possible time is one: "in May" is, "Theresa May" is not.

    Needs names; parts of speech decide doubtful cases where there are any.
    """
    span = doc.char_span(expression.start, expression.end, alignment_mode="expand")
    if span is None or _is_in_name(span, expression):
        return False
    check = {
        "bare_month": _is_month,
        "weekday": _is_weekday,
        "stretch": _is_whole,
        "unit": _is_whole,
        "year": _is_year,
        "month": _is_dated,
        "season": _is_season,
        "century": _is_dated,
        "decade": _is_dated,
    }.get(expression.rule)
    return check is None or check(span, expression)


def direction(span: Span) -> Direction:
    """Return where the clause of a time expression lies, seen from publication.

    "will meet on Friday" is future, "met on Friday" past; None without a verb that
    shows it. Needs a dependency parse.
    """
    if any(token.lower_ in _AHEAD for token in _before(span, 3)):
        return "future"
    if not span.doc.has_annotation("DEP"):
        return None
    token = span.root
    while token.pos_ not in CLAUSE_POS and token.head != token:
        token = token.head
    return _verb_direction(token) if token.pos_ in CLAUSE_POS else None


def _verb_direction(verb: Token) -> Direction:
    # UD makes the predicate the head ("is ready"), so a copula counts as auxiliary.
    auxiliaries = [child for child in verb.children if child.dep_.startswith("aux")]
    lemmas = {aux.lemma_.lower() for aux in auxiliaries}
    words = lemmas | {aux.lower_ for aux in auxiliaries}
    if words & _MODALS:
        return "past" if "have" in lemmas else "future"
    if any(child.lower_ == "to" and child.dep_ == "mark" for child in verb.children):
        return "future" if "be" in lemmas else _infinitive_direction(verb)
    if verb.lower_ in {"scheduled", "planned", "expected", "slated"}:
        return "future"
    if "have" in lemmas or any(_is_past(token) for token in (verb, *auxiliaries)):
        return "past"
    if verb.lemma_.lower() in _FORECASTING:
        return "future"
    if "VerbForm=Ger" in str(verb.morph) or verb.lower_.endswith("ing"):
        if any(aux.lemma_.lower() == "be" for aux in auxiliaries):
            return "future"
        return _verb_direction(verb.head) if _has_clause_above(verb) else None
    return None


def _infinitive_direction(verb: Token) -> Direction:
    governor = verb.head
    if governor.lemma_.lower() in _PROSPECTIVE or governor.lower_ in _PROSPECTIVE:
        return "future"
    return _verb_direction(governor) if _has_clause_above(verb) else None


def _has_clause_above(verb: Token) -> bool:
    return verb.head != verb and verb.head.pos_ in CLAUSE_POS


def _is_past(token: Token) -> bool:
    return "Past" in token.morph.get("Tense", [])


def _before(span: Span, count: int) -> list[Token]:
    return list(span.doc[max(0, span.start - count) : span.start])


def _previous(span: Span) -> str:
    return span.doc[span.start - 1].lower_ if span.start else ""


def _following(span: Span) -> Token | None:
    return span.doc[span.end] if span.end < len(span.doc) else None


def _is_in_name(span: Span, expression: Expression) -> bool:
    """Tell whether the expression is a smaller part of a name: "USA Today"."""
    if expression.rule in {"iso", "numeric", "day", "day_first", "stretch", "shift"}:
        return False
    if expression.rule in {"year", "month", "unit"}:
        return span[0].ent_type_ == "PERSON" and span[-1].ent_type_ == "PERSON"
    word = span[-1] if expression.rule != "weekday" else span[0]
    return word.ent_type_ in _NAME_LABELS


def _is_month(span: Span, expression: Expression) -> bool:
    if "part" in expression.parts or "which" in expression.parts:
        return True
    if span[-1].pos_ in CLAUSE_POS and span[-1].lower_ in {"may", "march"}:
        return False
    after = _following(span)
    previous = _previous(span)
    if span[-1].lower_ in {"may", "march"}:
        # As a name or a verb both are too common to trust their tag alone.
        is_opening = after is not None and after.lower_ in _LINKS
        then = span.doc[span.end + 1 : span.end + 2].text if is_opening else ""
        first = span.doc[max(0, span.start - 2)].text
        is_closing = previous in _LINKS and (first in _MONTHS or first[:1].isdigit())
        return then in _MONTHS or is_closing or previous in _PREPOSITIONS
    return after is None or not after.text[:1].isdigit()


def _is_weekday(span: Span, expression: Expression) -> bool:
    return _previous(span) not in _NOT_BEFORE_WEEKDAY


def _is_whole(span: Span, expression: Expression) -> bool:
    """Tell "the last five months" from "the last five months of her life"."""
    after = _following(span)
    return after is None or after.lower_ != "of"


def _is_season(span: Span, expression: Expression) -> bool:
    if expression.parts.keys() & {"year", "of_year", "which", "part"}:
        return True
    after = _following(span)
    if after is not None and after.lower_ == "of":
        return False
    words = [token.lower_ for token in _before(span, 2)]
    if words[-1:] == ["the"]:
        return bool(set(words[:-1]) & (_PREPOSITIONS | {"over"}))
    return words[-1:] == ["in"] and expression.parts["season"].lower() != "fall"


def _is_dated(span: Span, expression: Expression) -> bool:
    after = _following(span)
    return after is None or after.lower_ not in _ERAS_BEFORE_CHRIST


def _is_year(span: Span, expression: Expression) -> bool:
    """Tell "the 2022 invasion" from "2000 troops", "KN-2023" and "1600 hours"."""
    if "last_year" in expression.parts or "part" in expression.parts:
        return True
    year = int(expression.parts["year"])
    after, previous = _following(span), _previous(span)
    if year > 2100 or not _stands_alone(span, expression):
        return False
    if previous in _QUANTIFIERS or previous[:1].isdigit():
        return False
    if after is not None and after.lower_ in _UNITS | _ERAS_BEFORE_CHRIST:
        return False
    if after is not None and after.text in set(day_name):
        return False
    if after is not None and after.text[:1].isdigit() and not after.text[-1].isalpha():
        return False
    return _fits_year(year, previous, after)


def _fits_year(year: int, previous: str, after: Token | None) -> bool:
    is_dated = previous in _PREPOSITIONS or previous in _LINKS
    is_determined = previous in _DETERMINERS
    is_counting = after is not None and after.pos_ in _COUNTED_POS
    if is_counting and after and "Plur" in after.morph.get("Number", []):
        return year >= 1900 and year % 100 != 0 and (is_dated or is_determined)
    if year < 1700:
        return (is_dated or previous == "(") and not is_counting
    return not is_counting or is_dated or is_determined or year % 100 != 0


def _stands_alone(span: Span, expression: Expression) -> bool:
    """Tell whether no sign ties the digits to a code, an amount or an address."""
    near = span.doc[max(0, span.start - 5) : span.end + 2]
    start, end = expression.start - near.start_char, expression.end - near.start_char
    before = near.text_with_ws[max(0, start - 5) : start].lower()
    if before.endswith(("pre-", "post-", "mid-")):
        return True
    after = near.text_with_ws[end : end + 2]
    tied = before[-1:] in set("-–./:,_=&?%") and before[-2:-1].isalnum()
    return not tied and not (after[:1] in set("-–/_=&") and after[1:].isalnum())
