"""Calendar days of publication: in a field that gives one, or at a text's head.

The day is the day as written: times and zones are read over, never converted.
"""

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from email.utils import parsedate

_MONTHS = (
    *("jan", "feb", "mar", "apr", "may", "jun"),
    *("jul", "aug", "sep", "oct", "nov", "dec"),
)
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|"
    r"aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>\d{4})"
_WEEKDAY = r"(?:(?P<weekday>mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\.?,? +)?"
# "Friday, January 4, 2019", "4 January 2019", "2019-01-04".
_FORMS = (
    rf"{_WEEKDAY}{_MONTH} {_DAY},? {_YEAR}(?!\d)",
    rf"{_WEEKDAY}{_DAY}(?: of)? {_MONTH},? {_YEAR}(?!\d)",
    r"(?P<weekday>)(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})(?!\d)",
)
_ISO = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})(?!\d)(?:[T ].*)?", re.DOTALL)
_SLASHED = re.compile(r"(\d{4})[/.](\d{1,2})[/.](\d{1,2})(?!\d)")
_SECONDS = re.compile(r"(\d{9,10})(?:\d{3})?")
_NUMERIC = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?!\d)")
_HAS_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
_DATEPARSER = {
    # Absolute dates only: "yesterday" would depend on the day kg runs.
    "PARSERS": ["absolute-time"],
    "REQUIRE_PARTS": ["day", "month", "year"],
}

_FIRST_PAGE = date(1991, 8, 6)
"""The day of the first page of the web: a page or feed that says less errs."""

_HEAD_LINES = 6
_BODY_LINE = 200
_QUOTATION_STARTS = ('"', "“", "‘", "'", "«", "–", "—")
# What may stand before a date on a line that gives nothing else.
_LABEL = (
    r"(?:(?:(?:first |originally )?(?:published|posted|issued|released|updated)"
    r"(?: on| at)?|date|by [^\d\n]{2,80}[,|–—-])? *:? *)"
)
# A time and a zone, which may follow it: "at 10:00 p.m. EDT", "- 10:00 GMT".
_CLOCK = (
    r"[ ,|T–—-]*(?:at )?(?:\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:\.\d+)?)?)?"
    r" *(?:[ap]\.?m\.?)? *(?:\(?[a-z]{1,5}\)?|[+-]\d{2}:?\d{2})? *\.?"
)
# A clock before the date: "14:05 GMT, 3 May 2018".
_CLOCK_BEFORE = (
    r"(?:\d{1,2}[:.]\d{2} *(?:[ap]\.?m\.?)? *(?:\(?[a-z]{2,5}\)?)?,? +(?:on )?)?"
)
# "MOSCOW, ", "Kyiv, Ukraine – ": names before the date of a dateline, and its end.
_PLACE = (
    r"(?-i:(?!(?:On|In|At|By|From|Since|After|Before|Until|As|The|For)\b)"
    r"[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3}(?:, [A-Z][\w. '’-]{1,30}?)?"
    r"(?:,| [–—-]+|:)? +)"
)
_AGENCY = r"[.,]? *[(/][^()\n]{2,40}[)/] *"
_DASH = rf"(?:{_AGENCY}$|(?:{_AGENCY}|[.,]? *)(?:[–—]|--?(?=\s)|:\s))"
_HEAD_DATES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for form in _FORMS
    for pattern in (
        rf"{_LABEL}{_CLOCK_BEFORE}{form}{_CLOCK}$",
        rf"{_PLACE}{form}{_DASH}",
    )
)


def parse_day(value: str) -> date:
    """Return the day that a field gives, such as ``2024-11-01T10:00:00Z``.

    Raises `ValueError`, its text starting with the value, where that is no date, lacks
    day, month or year, or could be two days ("03/04/2024").
    """
    stripped = value.strip()
    if match := _ISO.fullmatch(stripped):
        day = _day(*match.groups())
    elif match := _NUMERIC.match(stripped):
        day = _numeric_day(stripped, match)
    else:
        day = _written_day(stripped)
    if day is None:
        raise ValueError(f"{_shown(value)} is not a date such as 2024-11-01")
    return day


def stamped_day(value: str | None) -> date | None:
    """Return the day that a page's markup or a feed gives, None where it gives none.

    Besides what `parse_day` reads: seconds since 1970, "2016/6/29 15:07:41" and the
    two-digit years of e-mail's dates ("Thu, 03 Sep 15 00:01:01 +0200"). A day before
    the web or after tomorrow is none: machines put 1970 or 2099 where they know none.
    """
    stripped = " ".join((value or "").split())[:100]
    day = _stamp(stripped)
    # Tomorrow has begun east of here.
    latest = datetime.now(UTC).date() + timedelta(days=1)
    return day if day and _FIRST_PAGE <= day <= latest else None


def nearest_day(value: str | None, others: Iterable[date]) -> date | None:
    """Return the day of "06/11/2024" that lies near other days, None where both do.

    A feed's entries are of one season: beside 5 November it is 6 November.
    """
    match = _NUMERIC.match((value or "").strip())
    if not match:
        return None
    first, second, year = match.groups()
    days = {_day(year, second, first), _day(year, first, second)} - {None}
    near = {day for day in days for other in others if day and _is_near(day, other)}
    return near.pop() if len(near) == 1 else None


def _is_near(day: date, other: date) -> bool:
    return abs(day - other) <= timedelta(days=31)


def _stamp(value: str) -> date | None:
    if match := _SECONDS.fullmatch(value):
        return datetime.fromtimestamp(int(match[1]), UTC).date()
    if match := _SLASHED.match(value):
        return _day(*match.groups())
    try:
        return parse_day(value)
    except ValueError:
        parsed = parsedate(value)
    return _day(*map(str, parsed[:3])) if parsed else None


def find_day(text: str) -> date | None:
    """Return the day that a text opens with, in a date line or a dateline.

    "Friday, January 4, 2019" on a line of its own, "Published: 4 January 2019",
    "MOSCOW, Nov. 1, 2024 (Agency) --". Only the first lines count, up to the first
    paragraph or quotation; a date without a year is none.
    """
    lines = (line.strip() for line in text[:4000].splitlines())
    head = [line for line in lines if line][:_HEAD_LINES]
    for line in head:
        if (day := _head_date(line)) or _is_body(line):
            return day
    return None


def _is_body(line: str) -> bool:
    # What a motto is taken from may have a date of its own.
    return len(line) > _BODY_LINE or line.startswith(_QUOTATION_STARTS)


def _head_date(line: str) -> date | None:
    for pattern in _HEAD_DATES:
        if match := pattern.match(line):
            day = _day(match["year"], match["month"], match["day"])
            if day is not None and _fits_weekday(day, match["weekday"]):
                return day
    return None


def _fits_weekday(day: date, weekday: str | None) -> bool:
    return not weekday or _WEEKDAYS[day.weekday()] == weekday.lower()


def _day(year: str, month: str, day: str) -> date | None:
    if not month.isdigit():
        month = str(_MONTHS.index(month[:3].lower()) + 1)
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _numeric_day(value: str, match: re.Match[str]) -> date | None:
    first, second, year = match.groups()
    day_first, month_first = _day(year, second, first), _day(year, first, second)
    if "." in match[0]:
        # Points are how those write who put the day first.
        return day_first
    if day_first and month_first and day_first != month_first:
        raise ValueError(
            f"{_shown(value)} may be {day_first} or {month_first}: write it that way"
        )
    return day_first or month_first


def _written_day(value: str) -> date | None:
    if not _HAS_YEAR.search(value) or len(value) > 100:
        return None
    from dateparser import parse

    parsed: datetime | None = parse(value, languages=["en"], settings=_DATEPARSER)
    return parsed.date() if parsed else None


def _shown(value: str) -> str:
    return repr(value if len(value) <= 40 else value[:40] + "…")
