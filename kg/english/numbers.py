"""Numbers as English writes them, in digits and in words."""

import re
from decimal import Decimal

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen "
    "fourteen fifteen sixteen seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_SMALL = {word: value for value, word in enumerate(_UNITS.split())} | {
    word: 10 * value for value, word in enumerate(_TENS.split(), start=2)
}
# Decades of a century by name, "twenties" to "nineties".
DECADES = tuple(f"{word[:-1]}ies" for word in _TENS.split())
_ORDINAL_WORDS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
    "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth "
    "twentieth twenty-first"
)
ORDINALS = {word: value for value, word in enumerate(_ORDINAL_WORDS.split(), start=1)}
_SCALES = {
    "hundred": 100,
    "thousand": 1_000,
    "million": 1_000_000,
    "billion": 1_000_000_000,
    "trillion": 1_000_000_000_000,
}
# Short forms, written after digits: "3 bn", "$5m", "40k".
_SHORT_SCALES = {
    "k": 1_000,
    "m": 1_000_000,
    "mn": 1_000_000,
    "mln": 1_000_000,
    "bn": 1_000_000_000,
    "b": 1_000_000_000,
    "tn": 1_000_000_000_000,
    "trn": 1_000_000_000_000,
}
_FACTORS = {**_SCALES, **_SHORT_SCALES, "dozen": 12, "score": 20}
_ADDENDS: dict[str, int | str] = {
    **_SMALL,
    "half": "0.5",
    "quarter": "0.25",
    "couple": 2,
}
_LINKS = frozenset({"a", "an", "and", "of"})
# More digits than that are a code or a telephone number, not an amount.
_DIGITS = re.compile(
    r"(?P<whole>\d{1,3}(?:,\d{3}){1,5}|\d{1,15})(?P<rest>\.\d{1,9})?"
    rf"(?P<scale>{'|'.join(_SHORT_SCALES)})?"
)

# Small counts before a unit of time: "3 days", "a couple of weeks", "twenty-one years".
COUNT_PATTERN = (
    r"\d{1,3}|[Aa]\s+(?:couple\s+of|hundred)|[Aa]n?|(?:"
    + "|".join(f"[{word[0].upper()}{word[0]}]{word[1:]}" for word in _SMALL)
    + r")(?:-[a-z]+)?"
)
# A single letter is a scale only right after the digits: "5m", but "50 m" is metres.
SCALE_PATTERN = (
    rf"\s?[-‐]?\s?(?:{'|'.join([*_SCALES, 'bn', 'mln', 'mn', 'trn', 'tn', 'dozen'])})"
    r"|[kmb]"
)
_WORD = rf"(?:{'|'.join(sorted([*_SMALL, *_SCALES, 'dozen'], key=len, reverse=True))})"
# "half a million", "a dozen", "two hundred and six", "twenty-five".
NUMBER_WORD_PATTERN = (
    r"(?:half\s+a|a\s+quarter\s+of\s+a|a\s+half|an?)\s+"
    r"(?:dozen|score|hundred|thousand|million|billion|trillion)\b"
    rf"(?:\s+(?:and\s+)?{_WORD}\b)*"
    rf"|{_WORD}\s+and\s+a\s+(?:half|quarter)(?:\s+{_WORD})?"
    rf"|{_WORD}\b(?:(?:(?:(?<=hundred)|(?<=thousand)|(?<=million))\s+and\s+|-|\s+)"
    rf"{_WORD}\b)*"
)


def to_number(text: str) -> float | int | None:
    """Return the value of a number, or None where the text is not one.

    "1,200", "1.5 million", "3bn", "twenty-five", "two hundred and six", "a dozen" and
    "half a million" are numbers, "many" and "S-400" are not. Whole numbers are `int`.
    """
    words = re.split(r"[\s-]+", text.lower().strip())
    values: list[tuple[Decimal, bool]] = []
    for word in words:
        if word in _LINKS:
            continue
        value, is_factor = _value(word)
        if value is None:
            return None
        values.append((value, is_factor))
    if not values:
        return 1 if words in (["a"], ["an"]) else None
    return _whole(_combined(values))


def _combined(values: list[tuple[Decimal, bool]]) -> Decimal:
    """Add up values and multiply by factors, as English reads them from left to right.

    "two hundred and six thousand five" is (2 x 100 + 6) x 1000 + 5: a factor of a
    thousand or more closes a group, smaller ones stay inside it.
    """
    total = Decimal(0)
    group: Decimal | None = None
    for value, is_factor in values:
        if not is_factor:
            group = (group or 0) + value
        elif value < 1_000:
            group = (1 if group is None else group) * value
        else:
            total += (1 if group is None else group) * value
            group = Decimal(0)
    return total + (group or 0)


def _value(word: str) -> tuple[Decimal | None, bool]:
    """Return a word's value, and whether it is a factor of what comes before."""
    # "3 bn." at the end of a sentence.
    bare = word.rstrip(".")
    if bare in _FACTORS:
        return Decimal(_FACTORS[bare]), True
    if bare in _ADDENDS:
        return Decimal(_ADDENDS[bare]), False
    return _digits(word), False


def _digits(word: str) -> Decimal | None:
    match = _DIGITS.fullmatch(word)
    if not match:
        return None
    value = Decimal(match["whole"].replace(",", "") + (match["rest"] or ""))
    return value * _SHORT_SCALES.get(match["scale"] or "", 1)


def _whole(value: Decimal) -> float | int:
    # Summed as decimals: 1.1 million in floats is no whole number.
    return int(value) if value == value.to_integral_value() else float(value)
