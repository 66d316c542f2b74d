"""The forms that a time expression takes in English, found in plain text.

Each rule is a regular expression over the whole text, put together from fragments; its
named groups are the parts that `values` and `relative` compute days from. This module
only finds: `context` throws out what is no time in its sentence ("2000 troops").
"""

import re
from calendar import day_abbr, day_name, month_abbr, month_name
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from kg.english.numbers import COUNT_PATTERN, DECADES, ORDINALS
from kg.extract.times.named import FEASTS, PERIODS


@dataclass(frozen=True, slots=True)
class Expression:
    """A stretch of text that may be a time, and the rule that found it.

    `start` and `end` are characters; `parts` are the rule's named groups that matched:
    "5 May 2021" has day "5", month "May" and year "2021".
    """

    start: int
    end: int
    rule: str
    parts: dict[str, str]


def _either_case(words: list[str]) -> str:
    """Match words in title case or capitals, never in lower case: "may", "sat"."""
    return "|".join([*words, *(word.upper() for word in words)])


def _one_of(names: Iterable[str]) -> str:
    """Match one of several names, the longest first, over any blanks."""
    longest = sorted(names, key=lambda name: (-len(name), name))
    return "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in longest)


_FULL_MONTH = _either_case(list(month_name)[1:])
_SHORT_MONTH = _either_case(["Sept", *list(month_abbr)[1:]])
_SHORT_WEEKDAYS = [*day_abbr, "Tues", "Wednes", "Thur", "Thurs"]
_SEASON = "[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter"
_UNITS = "hour|day|week|fortnight|month|year|decade"

# Hyphens and dashes of every kind (U+2010, U+2011, U+2013, U+2014) come out of editing
# systems for the same sign.
_FRAGMENTS = {
    "MONTH": rf"(?P<month>(?:{_FULL_MONTH})\b|(?:{_SHORT_MONTH})\b\.?)",
    "FULL_MONTH": rf"(?P<month>{_FULL_MONTH})\b",
    "SEASON": rf"(?P<season>{_SEASON})\b",
    # No "5%", "3:30", "5.2" or "1,000": what goes on is no day.
    "DAY": r"(?P<day>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d:%]|[.,]\d)",
    "LAST_DAY": r"(?P<last_day>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d:%]|[.,]\d)",
    "YEAR": r"(?P<year>[12]\d{3})(?!\d|[.,:]\d|%)",
    "SHORT_YEAR": r"['’](?P<short_year>\d\d)(?![\d-]|['’]?s\b)",
    # "Friday-night" games are no date of the story, nor are "Friday nights".
    "WEEKDAY": rf"(?P<weekday>{_either_case(list(day_name))})\b(?!-)"
    r"(?!\s+(?:morning|afternoon|evening|night)s\b)",
    "ON_WEEKDAY": f"(?P<on_weekday>{_either_case([*day_name, *_SHORT_WEEKDAYS])})"
    r"\b\.?",
    "THE_PART": r"(?P<part>(?:[Vv]ery\s)?[Ee]arly|[Mm]id|[Ll]ate(?!r))(?:\s|-)",
    "WHICH": r"(?P<which>[Tt]his(?:\s(?:coming|past))?|[Ll]ast|[Nn]ext|[Pp]ast|"
    r"[Cc]oming|[Tt]hat|"
    r"[Tt]he\s(?:same|previous|following|next|coming|past|last)|"
    r"[Ss]ame|[Pp]revious|[Ff]ollowing)",
    "OF_YEAR": r"(?P<of_year>this|last|next|that|the\ssame|the\sprevious|"
    r"the\sfollowing)\s+year\b",
    "PART": r"(?:(?P<part>(?:[Vv]ery\s)?[Ee]arly|[Mm]id|[Ll]ate(?!r)|"
    r"(?:[Tt]he\s)?(?:[Vv]ery\s)?(?:[Bb]eginning|[Ss]tart|[Mm]iddle|[Ee]nd)\sof)"
    r"(?:\s*[-‐‑–]\s*|\s+)(?:in\s)?(?:the\s)?)",
    # "the 12th of October last": of all such days the last one.
    "LAST_ONE": r"\s+(?P<which>last|next)(?=\s*[,.;)])",
    # What "the first Monday of" and "the last five days of" divide.
    "PERIOD": r"(?:(?:{MONTH}(?:,?\s+(?:of\s)?(?:{YEAR}|{SHORT_YEAR}|{OF_YEAR}))?)|"
    r"(?:the\s+year\s+)?{YEAR}|"
    r"(?P<which>this|last|next|that|the(?:\ssame|\sfollowing|\sprevious)?)\s+"
    r"(?P<whole>month|year|decade)\b)",
    # A half or quarter of a year.
    "SHARE": r"(?:(?P<ordinal>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]inal|[Ll]ast)"
    r"[-\s](?P<share>half|quarter)|(?P<share_number>[QH][1-4]|[1-4][QH]))",
    "PART_OF_DAY": r"(?:\s+(?:early\s+)?"
    r"(?:morning|afternoon|evening|night|lunchtime|midday))",
    "COUNT": rf"(?P<count>{COUNT_PATTERN})",
    "UNIT": rf"(?P<unit>(?i:{_UNITS}))s?\b",
    "DASH": r"\s?[-‐‑–—]\s?",
}

# A second day after "to", "and", "or" could as well count something.
_NO_COUNT = r"(?=\s*(?:[,.;)]|$)|\s+(?:in|at|of|for|during|by|with)\b)"

_RULES = {
    # ISO 8601, and its order with slashes or points.
    "iso": r"(?P<year>[12]\d{3})(?P<sep>[-/.])(?P<number>0[1-9]|1[0-2])(?P=sep)"
    r"(?P<day>0[1-9]|[12]\d|3[01])(?!\d|-\d|\.\d)",
    "numeric": r"(?<![\d/.-])(?P<first>\d{1,2})(?P<sep>[/.-])"
    r"(?P<second>\d{1,2})(?P=sep)(?:(?P<year>(?:19|20)\d{2})|"
    r"(?<=/)(?P<short_year>\d\d))(?!\d|[/-]\d|\.\d)",
    # Without a year "September 11" would be the last one; the attacks are of 2001.
    "nine_eleven": r"9/11\b|Sept(?:ember|\.)?\s+11(?:th)?"
    r"(?=,?\s+(?:terror\w*\s+)?attacks?\b)",
    "day": r"(?:{ON_WEEKDAY},?\s+)?{MONTH}\s+(?:the\s)?{DAY}"
    rf"(?:(?:{{DASH}}|\s+(?:to|and|or|through)\s+){{LAST_DAY}}(?:(?=,?\s+{{Y4}})|"
    rf"(?<=[-–—]\d)|(?<=[-–—]\d\d)|{_NO_COUNT}))?"
    r"(?:,?\s+(?:of\s)?(?:{YEAR}|{SHORT_YEAR}|{OF_YEAR})|{LAST_ONE})?",
    "day_first": r"(?:{ON_WEEKDAY},?\s+(?:the\s)?)?{DAY}"
    r"(?:(?:{DASH}|\s+(?:to|and|or|through)\s+){LAST_DAY})?"
    r"(?:\s+(?:day\s)?(?:of\s)?|-){MONTH}"
    r"(?:(?:,?\s+(?:of\s)?|-)(?:{YEAR}|{SHORT_YEAR}|{OF_YEAR})|"
    r"-(?P<short_year>\d\d)(?![\d-])|{LAST_ONE})?",
    "month": r"{PART}?{MONTH},?\s+(?:of\s|in\s)?(?:{YEAR}|{SHORT_YEAR}|{OF_YEAR})",
    "bare_month": r"(?:{PART}|{WHICH}\s+)?{FULL_MONTH}",
    "season": r"(?:{PART}|{WHICH}\s+)?{SEASON}(?:,?\s+(?:of\s)?(?:{YEAR}|{OF_YEAR}))?",
    # Without a year "the third quarter" may be of a match or of a company's own year.
    "quarter": r"{SHARE}\s+(?:of\s+)?(?:the\s+year\s+)?"
    r"(?:{YEAR}|{SHORT_YEAR}|{OF_YEAR})",
    "bare_quarter": r"(?<=[Ii]n )(?P<share_number>Q[1-4]|H[12]|[1-4]Q|[12]H)\b"
    r"(?!\s*[:'’])",
    "fiscal": r"(?:{SHARE}\s+(?:of\s+)?(?:the\s+)?)?"
    r"(?:(?:FY|FY\s|(?P<name>[Ff]iscal|[Ff]inancial)\s+(?:year\s+)?)"
    r"(?:{YEAR}(?:[-–/](?P<last_year>\d{2}|\d{4})(?!\d))?|['’]?(?P<short_year>\d\d)\b)|"
    r"{YEAR}[-–/](?P<last_year>\d{2}|\d{4})\s+(?P<name>fiscal|financial)\s+year\b|"
    r"(?P<which>[Tt]his|[Ll]ast|[Nn]ext)\s+(?P<name>fiscal|financial)\s+year\b)",
    "ordinal_of": r"[Tt]he\s+(?:(?P<ordinal>first|second|third|fourth|fifth|final|last)"
    r"|(?P<ordinal>[1-5])(?:st|nd|rd|th))\s+"
    r"(?:(?:{COUNT}\s+)?{UNIT}|{WEEKDAY})\s+(?:of|in)\s+{PERIOD}",
    "month_day": rf"[Tt]he\s+(?:{{DAY}}|(?P<ordinal>{'|'.join(ORDINALS)}))"
    r"\s+(?:day\s)?of\s+"
    r"(?P<which>this|last|next|that|the\s(?:same|following|previous))\s+month\b",
    "year": r"{PART}?{YEAR}(?:(?P<to>[-–—/])(?P<last_year>[12]\d{3}|\d\d)(?![\d-])|"
    # "c. 1871 – 72": a dash with blanks may as well go on with something else.
    r"\s–\s(?P<last_year>\d\d)(?=\s*(?:[.,;)]|\n|$)))?",
    "short_year": r"(?:(?<=[Ii]n\s)|(?<=[Oo]f\s)|(?<=[Ss]ince\s)){SHORT_YEAR}",
    # "in the 20s" of a forecast are degrees.
    "decade": r"(?:{PART}?(?P<decade>(?:1\d|20)\d0|['’]?\d0)s|"
    r"(?:{THE_PART}|(?<=[Tt]he\s))(?P<decade>(?:1\d|20)\d0)['’]s|"
    rf"(?:{{THE_PART}}|(?<=[Tt]he\s))(?P<decade_name>{'|'.join(DECADES)}))\b"
    r"(?!\s*(?:°|degrees))",
    # The first of "the late 19th and early 20th centuries" is one as well.
    "century": r"{PART}?(?:(?P<century>\d{1,2}(?:st|nd|rd|th)|[A-Za-z]+(?:-[a-z]+)?)"
    r"[-\s][Cc]entur(?:y|ies)\b|(?P<century>\d{1,2}(?:st|nd|rd|th))(?=\s+(?:and|to|or)"
    r"\s+(?:the\s+)?(?:(?:early|mid|late)[-\s])?\d{1,2}(?:st|nd|rd|th)[-\s][Cc]entur))",
    "weekday": r"(?:(?P<week>this|last|next)\s+week,?\s+on\s+|{WHICH}\s+)?"
    r"(?:[Ee]arly\s|[Ll]ate\s)?{WEEKDAY}{PART_OF_DAY}?"
    # "on Monday of last week's vote" has two times.
    r"(?:\s+(?:of\s)?(?P<week>this|last|next)\s+week\b(?!['’]s))?",
    # "Sun" or "Wed" alone only in "on Wed.", "last Wed".
    "short_weekday": rf"(?:(?<=[Oo]n\s)|{{WHICH}}\s+)"
    rf"(?P<weekday>{_either_case(_SHORT_WEEKDAYS)})\b(?:\.|(?=\s*[,;)]|\s+[a-z]|$))",
    "weekday_shift": r"{COUNT}\s+(?P<unit>week|fortnight)s?\s+(?P<shift>ago|from)\s+"
    r"(?:on\s+|(?P<which>this|last|next)\s+)?{WEEKDAY}{PART_OF_DAY}?",
    # "two Sundays ago"
    "weekdays_ago": rf"{{COUNT}}\s+(?P<weekday>{_either_case(list(day_name))})s?"
    r"\s+ago\b",
    "day_word": r"(?P<word>[Tt]oday|[Tt]onight|[Yy]esterday|[Tt]omorrow|"
    r"[Ll]ast\s+(?:night|evening)|[Tt]his\s+(?:morning|afternoon|evening)|"
    r"[Oo]vernight|TODAY|YESTERDAY|TOMORROW)\b{PART_OF_DAY}?",
    "unit": r"(?:(?P<side>[Ee]arlier|[Ll]ater)\s+|{PART})?{WHICH}\s+"
    r"(?P<unit>(?i:day|weekend|week|month|year|decade))\b",
    "in_unit": r"(?:(?P<side>[Ee]arlier|[Ll]ater)\s+in\s+the|{PART})"
    r"\s*(?P<unit>week|month|year|decade)\b",
    "weekend": r"(?P<unit>[Tt]he\s+weekend)\b",
    "stretch": r"(?:[Tt]he\s+)?(?P<which>[Ll]ast|[Pp]ast|[Pp]revious|[Nn]ext|[Cc]oming|"
    r"[Ff]ollowing)\s+{COUNT}[-\s]+{UNIT}",
    "shift": r"{COUNT}\s+{UNIT}\s+(?P<shift>ago|earlier|later|afterwards?|previously|"
    r"from\s+(?:now|today)|before(?=\s*[,.;)]))(?!\w)",
    # Its days are those of the event that it names, where the text gave them.
    "event_shift": r"{COUNT}\s+{UNIT}\s+(?P<shift>before|after)"
    r"(?=\s+(?:the|its|his|her|their|that|this|these|those)\s+\w)",
    "within": r"[Ww]ithin\s+(?:the\s+(?:next|coming)\s+)?{COUNT}\s+{UNIT}",
    # Of what lies ahead: "in two months", "in three years' time".
    "in_count": r"(?<=[Ii]n\s){COUNT}\s+(?P<unit>(?i:day|week|month|year))s?\b"
    r"(?:['’]s?\s+time\b)?(?!\s+(?:of|that|which|in)\b)",
    # "the 15th" alone is a rank: only "on the 15th", and before what closes a phrase.
    "day_number": r"(?<=[Oo]n\s)the\s(?P<day>3[01]|[12]?\d)(?:st|nd|rd|th)"
    r"(?=\s*[,.;)]|\s+(?:of\s+(?:the|this)\s+month|and|at|for|when|that)\b)",
    "next_part": r"[Tt]he\s+(?P<which>next|following|previous)\s+"
    r"(?:morning|afternoon|evening|night)\b",
    # "the week before last", "the day after tomorrow", "the month before that"
    "next_but_one": r"[Tt]he\s+"
    r"(?:(?P<unit>day|week|weekend|month|year|decade)|{WEEKDAY})\s+(?P<shift>before|after)\s+(?P<which>that|last|next|yesterday|tomorrow)\b"
    r"(?!\s+(?:day|week|weekend|month|year|decade)\b)",
    "feast": rf"(?:{{WHICH}}\s+)?(?P<feast>{_one_of(FEASTS)})\b"
    r"(?:,?\s+(?:of\s+|in\s+)?(?:{YEAR}|{OF_YEAR}))?",
    "period": rf"(?P<period>{_one_of(PERIODS)})\b",
    "side_day": r"[Tt]he\s+day\s+(?P<shift>before|after)(?=\s*[,.;)]|\s+and\b)",
}


def _compile(pattern: str) -> re.Pattern[str]:
    # Backwards, since a fragment may hold those that stand before it.
    for name, fragment in reversed({**_FRAGMENTS, "Y4": r"[12]\d{3}"}.items()):
        pattern = pattern.replace(f"{{{name}}}", fragment)
    # Not inside a word, an amount of money, a hashtag or a handle.
    return re.compile(rf"(?<![\w$£€#@]){_distinct(pattern)}")


def _distinct(pattern: str) -> str:
    """Add underscores to the names of groups that stand more than once.

    A part may have its place here or there, but a regular expression may not have one
    name twice; `_present` takes them off again.
    """
    places: Counter[str] = Counter()

    def named(group: re.Match[str]) -> str:
        name = group[1] + "_" * places[group[1]]
        places[group[1]] += 1
        return f"(?P<{name}>"

    return re.sub(r"\(\?P<(\w+)>", named, pattern)


_PATTERNS = {name: _compile(pattern) for name, pattern in _RULES.items()}


@lru_cache(maxsize=2)
def expressions(text: str) -> tuple[Expression, ...]:
    """Return what may be a time, in text order; of overlapping ones the longest.

    "on Friday, November 1, 2024" has "Friday, November 1, 2024". The last texts are
    kept, since figures look past times.
    """
    found = [
        Expression(match.start(), match.end(), rule, _present(match))
        for rule, pattern in _PATTERNS.items()
        for match in pattern.finditer(text)
    ]
    found.sort(key=lambda one: (one.start, -one.end))
    longest: list[Expression] = []
    for expression in found:
        if not longest or expression.start >= longest[-1].end:
            longest.append(expression)
    return tuple(longest)


def _present(match: re.Match[str]) -> dict[str, str]:
    return {name.rstrip("_"): part for name, part in match.groupdict().items() if part}
