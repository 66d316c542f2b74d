"""Numbers in plain text, with their bound, their currency and their percent sign."""

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


_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_SIGN = (
    r"(?:US|U\.S\.|CA|AU|NZ|HK|C|A|S|R)?\$|[€£¥₽₴₹₩₺₪₦฿₫₱]|"
    r"(?:USD|EUR|GBP|JPY|CNY|RMB|RUB|UAH|CHF|CAD|AUD|INR|SEK|NOK|PLN)\b"
)
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
        r"(?:more|greater|higher)\sthan|upwards?\sof|exceeding|in\sexcess\sof|"
        r"(?:a\s)?minimum\sof|surpassing",
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
    is_between = text[first.end : second.start].strip().lower() == "and" and bool(
        _BETWEEN.search(text, max(0, first.start - 15), first.start)
    )
    if not (is_between or _is_linked(text, first, second)) or first.value >= 1_000:
        return first
    for scale in (10**12, 10**9, 10**6):
        if second.value >= scale and first.value < second.value / scale:
            return replace(first, value=first.value * scale)
    return first


def _is_linked(text: str, first: Amount, second: Amount) -> bool:
    return bool(_RANGE.fullmatch(text, first.end, second.start))


def _is_range(text: str, first: Amount, second: Amount) -> bool:
    """Tell "10 to 15 people" from "rose from 10 to 15"."""
    if first.value is None or second.value is None or first.value >= second.value:
        return False
    between = text[first.end : second.start]
    before = text[max(0, first.start - 15) : first.start]
    if between.strip().lower() == "and":
        return bool(_BETWEEN.search(before))
    return bool(_RANGE.fullmatch(between)) and not _FROM.search(before)


def _read(match: re.Match[str]) -> Iterator[Amount]:
    """Yield the one or two amounts of a match: "10-15" holds two."""
    upto = match["upto"]
    end = match.end() - len(upto or "")
    written = match["words"] or match["digits"] or ""
    scale = match["scale"]
    if upto and not scale:
        scale = next(iter(re.findall(rf"(?:{SCALE_PATTERN})$", upto, re.I)), "")
    scale = (scale or "").strip(" -‐")
    value = None if match["vague"] else to_number(f"{written} {scale}")
    if value is None and not match["vague"]:
        return
    yield _amount(match, match.start(), end, value)
    if upto:
        start = end + len(upto) - len(upto.lstrip(" -‐–—"))
        yield _amount(
            match, start, match.end(), to_number(match.string[start : match.end()])
        )


def _amount(
    match: re.Match[str], start: int, end: int, value: float | int | None
) -> Amount:
    before, after = (
        match.string[max(0, start - 40) : start],
        match.string[end : end + 10],
    )
    bound: Bound = "about" if value is None else "exact"
    phrase_start, phrase_end = start, end
    for name, pattern in _BEFORE:
        if found := pattern.search(before):
            bound, phrase_start = name, start - len(before) + found.start()
            break
    else:
        for name, pattern in _AFTER:
            if found := pattern.match(after):
                bound, phrase_end = name, end + found.end()
                break
    currency = (match["sign"] or "").lower()
    return Amount(start, end, value, bound, phrase_start, phrase_end, currency)
