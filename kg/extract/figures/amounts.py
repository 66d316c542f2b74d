"""Numbers in plain text, with their bound ("at least") and their currency sign."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import zip_longest

from kg.english.numbers import NUMBER_WORD_PATTERN, SCALE_PATTERN, to_number
from kg.records import Bound


@dataclass(frozen=True, slots=True)
class Amount:
    """A number in the text, from its first digit or word to its scale.

    `start` and `end` are characters, with its currency sign; `phrase_start` and
    `phrase_end` take in the words of its bound. `value` is None for a vague one
    ("thousands"); `currency` is the sign or code before it, lower case. `is_linked`
    says that it shares its unit with the next one: "10 to 15 people".
    """

    start: int
    end: int
    value: float | int | None
    bound: Bound
    phrase_start: int
    phrase_end: int
    currency: str = ""
    is_linked: bool = False


# How far before a number the words of its bound and of a range may begin.
_BOUND_WINDOW = 40
_RANGE_WINDOW = 15
# Above, a first number is meant as it stands: "from 5,000 to 2 million".
_LARGEST_SCALED = 1_000
_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_SIGN = (
    r"(?:US|U\.S\.|CA|AU|NZ|HK|C|A|S|R)?\$|[€£¥₽₴₹₩₺₪₦฿₫₱]|"
    r"(?:USD|EUR|GBP|JPY|CNY|RMB|RUB|UAH|CHF|CAD|AUD|INR|SEK|NOK|PLN)\b"
)
# Not inside a name, an address, an amount of another sign, a clock time or a number
# written with blanks ("10 000").
_NUMBER = re.compile(
    r"(?<![\w.,/=&?#@%+'’-])(?<!\d\s)(?<!\d:)"
    rf"(?:(?P<sign>{_SIGN})\s?)?"
    rf"(?:(?P<digits>{_DIGITS})(?P<scale>{SCALE_PATTERN})?"
    r"|(?P<vague>(?:(?:tens|hundreds|dozens|scores|thousands|millions)\s+of\s+)?"
    r"(?:dozens|hundreds|thousands|millions|billions|trillions|scores(?=\s+of)))"
    rf"|(?P<words>{NUMBER_WORD_PATTERN}))"
    rf"(?P<upto>\s?[-‐–—]\s?(?:{_DIGITS})(?:{SCALE_PATTERN})?)?"
    # No name, address, clock, score, fraction or "34-year-old" goes on from here.
    r"(?!\w|[/=&@]\w|[.:]\d|[-‐–]\d|[-‐](?!plus)[A-Za-z]|['’]s\b)",
    re.IGNORECASE,
)
_ARTICLE = (
    r"(?:the\s|an?\s+(?:additional|estimated|further|extra|total\sof)\s|another\s)?"
)
# In this order: "no more than" is a most before "more than" is a least.
_BOUNDS: tuple[tuple[Bound, str], ...] = (
    ("about", r"an\s+estimated|estimated"),
    (
        "max",
        r"up\sto|at\s(?:the\s)?most|(?:no|not)\s(?:more|greater|higher)\sthan|"
        r"(?<!no\s)(?<!not\s)(?:fewer|less|lower)\sthan|under|below|as\s(?:many|much|high)\sas|"
        r"(?:a\s)?maximum\sof",
    ),
    (
        "min",
        r"at\sleast|(?:no|not)\s(?:fewer|less)\sthan|(?:well\s)?over|above|"
        r"(?:more|greater|higher)\sthan|upwards?\sof|in\sexcess\sof|"
        r"(?:a\s)?minimum\sof|(?:exceed|surpass)(?:e?s|ed|ing)?|topp(?:ed|ing)",
    ),
    (
        "about",
        r"some|approximately|about|around|roughly|nearly|almost|circa|c\.|close\sto|"
        r"a\sreported|just\s(?:over|under)|(?:somewhere\s)?in\sthe\sregion\sof|"
        r"an\saverage\sof",
    ),
)
_BEFORE = tuple(
    (bound, re.compile(rf"(?<!\w)(?:{words})\s+{_ARTICLE}$", re.IGNORECASE))
    for bound, words in _BOUNDS
)
_AFTER: tuple[tuple[Bound, re.Pattern[str]], ...] = (
    ("min", re.compile(r"\s*(?:\+|[-\s]plus\b|or\smore\b)", re.IGNORECASE)),
    ("max", re.compile(r"\s*or\s(?:fewer|less)\b", re.IGNORECASE)),
    ("about", re.compile(r"\s*or\sso\b", re.IGNORECASE)),
)
_RANGE = re.compile(r"\s*(?:-|–|—|\bto\b|\bor\b)\s*", re.IGNORECASE)
# A currency sign may stand between: "between $ 3 and 5 million", "from $3".
_BETWEEN = re.compile(r"\bbetween\s+(?:[^\s\d]{0,4}\s?)?$", re.IGNORECASE)
_FROM = re.compile(r"\b(?:from|by)\s+\S{0,3}$", re.IGNORECASE)


def amounts(text: str) -> Iterator[Amount]:
    """Yield the numbers of a text in order: "some $3.5bn", "twenty-five", "dozens".

    Numbers inside codes, addresses, clock times and compounds ("S-400", "10:30",
    "two-year") are left out.
    """
    found = [amount for match in _NUMBER.finditer(text) for amount in _read(match)]
    found = [
        _scaled(text, amount, following)
        for amount, following in zip_longest(found, found[1:])
    ]
    # Of a range the first number is the least, the second the most.
    is_end = False
    for amount, following in zip_longest(found, found[1:]):
        is_start = following is not None and _is_range(text, amount, following)
        is_linked = is_start or (
            following is not None and _is_linked(text, amount, following)
        )
        bound: Bound = "min" if is_start else "max" if is_end else amount.bound
        yield replace(amount, bound=bound, is_linked=is_linked)
        is_end = is_start


def _scaled(text: str, first: Amount, second: Amount | None) -> Amount:
    """Lend the first number of "300 to 400 million" the scale of the second."""
    if second is None or not (first.value and second.value):
        return first
    if first.value >= _LARGEST_SCALED:
        return first
    if not (_is_between(text, first, second) or _is_linked(text, first, second)):
        return first
    for scale in (10**12, 10**9, 10**6):
        if second.value >= scale and first.value < second.value / scale:
            return replace(first, value=first.value * scale)
    return first


def _is_linked(text: str, first: Amount, second: Amount) -> bool:
    """Tell whether only a dash, "to" or "or" stands between: "10 to 15 people"."""
    return bool(_RANGE.fullmatch(text, first.end, second.start))


def _is_range(text: str, first: Amount, second: Amount) -> bool:
    """Tell "10 to 15 people" from "rose from 10 to 15"."""
    if first.value is None or second.value is None or first.value >= second.value:
        return False
    if _is_between(text, first, second):
        return True
    # "rose from 10 to 15" and "grew by 10 to 15" give two numbers of two times.
    window = max(0, first.start - _RANGE_WINDOW)
    is_change = _FROM.search(text[window : first.start])
    return _is_linked(text, first, second) and not is_change


def _is_between(text: str, first: Amount, second: Amount) -> bool:
    """Tell the two numbers of "between 10 and 15" from those of "10 and 15"."""
    if text[first.end : second.start].strip().lower() != "and":
        return False
    window = max(0, first.start - _RANGE_WINDOW)
    return bool(_BETWEEN.search(text[window : first.start]))


def _read(match: re.Match[str]) -> Iterator[Amount]:
    """Yield the one or two amounts of a match: "10-15" holds two."""
    upto = match["upto"] or ""
    end = match.end() - len(upto)
    value = None
    if not match["vague"]:
        written = match["words"] or match["digits"] or ""
        value = to_number(f"{written} {_scale(match)}")
        if value is None:
            return
    yield _amount(match, match.start(), end, value)
    if upto:
        start = end + len(upto) - len(upto.lstrip(" -‐–—"))
        last = to_number(match.string[start : match.end()])
        yield _amount(match, start, match.end(), last)


def _scale(match: re.Match[str]) -> str:
    """Return the scale of a match's first number: "million" of "3-4 million" too."""
    scale = match["scale"]
    if not scale and match["upto"]:
        found = re.search(rf"(?:{SCALE_PATTERN})$", match["upto"], re.IGNORECASE)
        scale = found[0] if found else ""
    return (scale or "").strip(" -‐")


def _amount(
    match: re.Match[str], start: int, end: int, value: float | int | None
) -> Amount:
    bound, phrase_start, phrase_end = _bound_around(match.string, start, end)
    if bound == "exact" and value is None:
        bound = "about"
    currency = (match["sign"] or "").lower()
    return Amount(start, end, value, bound, phrase_start, phrase_end, currency)


def _bound_around(text: str, start: int, end: int) -> tuple[Bound, int, int]:
    """Return a number's bound, and where its phrase starts and ends with the bound.

    The words before it win: "at least 12 or so" is a least.
    """
    before, after = text[max(0, start - _BOUND_WINDOW) : start], text[end : end + 10]
    for bound, pattern in _BEFORE:
        if found := pattern.search(before):
            return bound, start - len(before) + found.start(), end
    for bound, pattern in _AFTER:
        if found := pattern.match(after):
            return bound, start, end + found.end()
    return "exact", start, end
