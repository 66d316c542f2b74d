"""Whether a stretch of text that looks like a time is one in its sentence.

The patterns of `grammar` find too much: "May" in "Theresa May", "2000" in "2000
troops", "KN-2023". The words around decide here, one check a kind of expression.
"""

from calendar import day_name, month_name
from collections.abc import Callable

from spacy.tokens import Doc, Span, Token

from kg.english.lexicon import words
from kg.english.trees import CLAUSE_POS
from kg.extract.spans import form_before, word_after
from kg.extract.times.grammar import Expression

# A day, month or year inside a name of one of these kinds is part of the name.
_NAME_LABELS = frozenset({"PERSON", "ORG", "LOC", "NORP", "EVENT"})
# Rules whose wording no name has, and rules that only names of persons contain.
_NEVER_IN_NAMES = frozenset({"iso", "numeric", "day", "day_first", "stretch", "shift"})
_ONLY_IN_PERSONS = frozenset({"year", "month", "unit", "period", "feast", "ordinal_of"})
# "the spring" is a part of a clock as well, "the fall" one of prices.
_MERE_SEASONS = frozenset({"summer", "winter", "autumn"})
# "known today as", "the method used today"
_NAMINGS = frozenset({"know", "call", "name", "use"})
_WITHIN = frozenset({"by", "during", "in", "since", "until"})
_TO_NOW = frozenset({"to", "till", "until"})
# With these in the present "today" is nowadays.
_STATES = frozenset({"be", "remain", "stay", "live", "survive"})
_LINKS = frozenset({"to", "and", "or", "-", "–", "—"})
_MONTHS = frozenset(month_name) - {""}
_WEEKDAYS = frozenset(day_name)
# As names or verbs these months are too common to trust their tag alone.
_AMBIGUOUS_MONTHS = frozenset({"may", "march"})
_COUNTED_POS = frozenset({"NOUN", "ADJ", "PROPN"})
_DETERMINERS = words("calendar.determiners")
_ERAS_BEFORE_CHRIST = words("calendar.eras_before_christ")
_NOT_BEFORE_WEEKDAY = words("calendar.not_before_weekday")
_PREPOSITIONS = words("calendar.prepositions")
_QUANTIFIERS = words("calendar.quantifiers")
_UNITS = words("calendar.units")
# What four digits are a year after, whatever follows them: "in 2000", "2014 to 2016".
_DATING = _PREPOSITIONS | _LINKS
_INTRODUCING = _DATING | _DETERMINERS
_LATEST_YEAR = 2100
# News dates nothing before it without a preposition; what is lower mostly counts.
_EARLIEST_BARE_YEAR = 1700
# Signs that tie digits to what stands before or after them in a code or an address.
_SIGNS_BEFORE = frozenset("-–./:,_=&?%")
_SIGNS_AFTER = frozenset("-–/_=&")


def is_time(doc: Doc, expression: Expression) -> bool:
    """Tell whether a possible time is one: "in May" is, "Theresa May" is not.

    Needs names; parts of speech decide doubtful cases where there are any.
    """
    span = doc.char_span(expression.start, expression.end, alignment_mode="expand")
    if span is None or _is_in_name(span, expression) or _is_before_christ(span):
        return False
    check = _CHECKS.get(expression.rule)
    return check is None or check(span, expression)


def _is_in_name(span: Span, expression: Expression) -> bool:
    """Tell whether the expression is a smaller part of a name: "USA Today"."""
    if expression.rule in _NEVER_IN_NAMES:
        return False
    if expression.rule in _ONLY_IN_PERSONS:
        return span[0].ent_type_ == "PERSON" and span[-1].ent_type_ == "PERSON"
    word = span[-1] if expression.rule != "weekday" else span[0]
    return word.ent_type_ in _NAME_LABELS


def _is_month(span: Span, expression: Expression) -> bool:
    """Tell "in May" from "He may go" and "They March on"."""
    if "part" in expression.parts or "which" in expression.parts:
        return True
    month, after = span[-1], word_after(span)
    if month.lower_ not in _AMBIGUOUS_MONTHS:
        return after is None or not after.text[:1].isdigit()
    return month.pos_ not in CLAUSE_POS and (
        _opens_range_of_months(span)
        or _closes_range_of_months(span)
        or form_before(span) in _PREPOSITIONS
    )


def _opens_range_of_months(span: Span) -> bool:
    """Tell whether a link and a month follow: "March" of "March to May"."""
    after = word_after(span)
    if after is None or after.lower_ not in _LINKS:
        return False
    return span.doc[span.end + 1 : span.end + 2].text in _MONTHS


def _closes_range_of_months(span: Span) -> bool:
    """Tell whether a month or day and a link stand before: "March to May"."""
    if form_before(span) not in _LINKS:
        return False
    first = span.doc[max(0, span.start - 2)].text
    return first in _MONTHS or first[:1].isdigit()


def _is_weekday(span: Span, expression: Expression) -> bool:
    """Tell "on Friday" from "every Friday" and "Black Friday"."""
    return form_before(span) not in _NOT_BEFORE_WEEKDAY


def _is_whole(span: Span, expression: Expression) -> bool:
    """Tell "the last five months" from "the last five months of her life".

    "To this day" is ever since.
    """
    after = word_after(span)
    if expression.parts.get("unit") == "day" and form_before(span) in _TO_NOW:
        return False
    return after is None or after.lower_ != "of"


def _is_season(span: Span, expression: Expression) -> bool:
    """Tell "in the spring" from "a fall of prices" and "the spring broke".

    In "said that winter sports are fun" no winter is meant.
    """
    if expression.parts.get("which", "").lower() == "that" and _is_word_before_noun(
        span
    ):
        return False
    if expression.parts.keys() & {"year", "of_year", "which", "part"}:
        return True
    if not _is_whole(span, expression):
        return False
    before = [token.lower_ for token in span.doc[max(0, span.start - 2) : span.start]]
    if before[-1:] == ["the"]:
        if expression.parts["season"].lower() in _MERE_SEASONS:
            return True
        return bool(set(before[:-1]) & (_PREPOSITIONS | {"over"}))
    return before[-1:] == ["in"] and expression.parts["season"].lower() != "fall"


def _is_word_before_noun(span: Span) -> bool:
    after = word_after(span)
    return after is not None and after.pos_ in {"NOUN", "PROPN"}


def _is_feast(span: Span, expression: Expression) -> bool:
    """Tell "at Christmas" from "Christmas Island" and "Easter eggs"."""
    return "which" in expression.parts or not _is_word_before_noun(span)


def _is_period(span: Span, expression: Expression) -> bool:
    """Tell "in the Cold War" from "Cold War rivals", which says of what kind."""
    return not span.root.dep_.startswith("compound")


def _is_this_day(span: Span, expression: Expression) -> bool:
    """Tell "he left today" from "today it is a museum" and "known today as", nowadays.

    There a state of the present is told.
    """
    token = span.root
    head = token.head
    if token.lower_ != "today" or head == token:
        return True
    if token.is_sent_start:
        return not _tells_state(head)
    return head.dep_ != "acl" or head.lemma_ not in _NAMINGS


def _tells_state(predicate: Token) -> bool:
    copulas = [child for child in predicate.children if child.dep_ == "cop"]
    verb = copulas[0] if copulas else predicate
    return verb.lemma_ in _STATES and "Pres" in verb.morph.get("Tense", [])


def _is_before_christ(span: Span) -> bool:
    """Tell "the 5th century BC" and "15 March, 44 BC", which no calendar day has."""
    after = [token for token in span.doc[span.end : span.end + 3] if token.text != ","]
    year = 1 if after and after[0].text.isdigit() else 0
    return any(x.lower_ in _ERAS_BEFORE_CHRIST for x in after[year : year + 1])


def _is_year(span: Span, expression: Expression) -> bool:
    """Tell "the 2022 invasion" from "2000 troops", "KN-2023" and "1600 hours"."""
    if "last_year" in expression.parts or "part" in expression.parts:
        return True
    year = int(expression.parts["year"])
    if year > _LATEST_YEAR or not _stands_alone(span, expression):
        return False
    return (
        not _is_quantifier(form_before(span))
        and not _makes_a_number(form_before(span), word_after(span))
        and _fits_year(year, form_before(span), word_after(span))
    )


def _is_quantifier(previous: str) -> bool:
    """Tell whether digits after this word count or number: "some", "Resolution"."""
    return previous in _QUANTIFIERS or previous[:1].isdigit()


def _makes_a_number(previous: str, after: Token | None) -> bool:
    """Tell whether what follows digits makes them no year.

    A measure ("1600 km"), a weekday after a clock time without
    its colon ("2000 Friday"), or more digits, as in telephone numbers; "in 2023 12
    soldiers died" has a number of its own.
    """
    if after is None:
        return False
    if after.lower_ in _UNITS or after.text in _WEEKDAYS:
        return True
    is_number = after.text[:1].isdigit() and not after.text[-1].isalpha()
    return is_number and previous not in _WITHIN


def _fits_year(year: int, previous: str, after: Token | None) -> bool:
    """Tell a year from a count by its size and the words beside it.

    Round numbers count more often than they date ("2000 troops"), and a plural after
    them is nearly always counted; "the 2016 elections" has a determiner to show it.
    """
    if after is None or after.pos_ not in _COUNTED_POS:
        return year >= _EARLIEST_BARE_YEAR or previous in _DATING | {"("}
    is_round = year % 100 == 0
    is_introduced = previous in _INTRODUCING
    if "Plur" in after.morph.get("Number", []):
        return year >= 1900 and is_introduced and not is_round
    return year >= _EARLIEST_BARE_YEAR and (is_introduced or not is_round)


def _stands_alone(span: Span, expression: Expression) -> bool:
    """Tell whether no sign ties the digits to a code, an amount or an address."""
    # spaCy keeps "KN-2023" or an address as one token or as several: look at letters.
    near = span.doc[max(0, span.start - 5) : span.end + 2]
    start, end = expression.start - near.start_char, expression.end - near.start_char
    before = near.text_with_ws[max(0, start - 5) : start].lower()
    if before.endswith(("pre-", "post-", "mid-")):
        return True
    after = near.text_with_ws[end : end + 2]
    is_tied_before = before[-1:] in _SIGNS_BEFORE and before[-2:-1].isalnum()
    is_tied_after = after[:1] in _SIGNS_AFTER and after[1:].isalnum()
    return not (is_tied_before or is_tied_after)


# By the rules of `grammar`; what stands for nothing else needs no check.
_CHECKS: dict[str, Callable[[Span, Expression], bool]] = {
    "bare_month": _is_month,
    "weekday": _is_weekday,
    "stretch": _is_whole,
    "unit": _is_whole,
    "year": _is_year,
    "season": _is_season,
    "feast": _is_feast,
    "period": _is_period,
    "day_word": _is_this_day,
}
