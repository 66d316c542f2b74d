"""The corpora of dates: WikiWars (TIMEX2) and the dates marked in GUM."""

import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from kg.extract.times.calendar import Days, day_span, whole_months, whole_year

_SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_TIMEX2 = re.compile(
    r"(?P<digits>\d{2,4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d|XX))?"
    r"|-(?P<season>SP|SU|FA|WI)|-(?P<share>[QH])(?P<at>\d)|-W(?P<week>\d\d))?(?:T.*)?"
)
_PLACEHOLDER = date(2000, 1, 1)
_PARTIAL_DATE = re.compile(r"(\d{4})(?:-(\d\d?)(?:-(\d\d?))?)?")


@dataclass(frozen=True, slots=True)
class TimeLabel:
    """A time as its corpus marks it, in characters of the text.

    `days` is None where the mark names no calendar days ("recently", "three years").
    With `is_loose` they bound the time, which may be a part of them ("mid-1941").
    """

    start: int
    end: int
    days: Days | None
    is_loose: bool = False


@dataclass(frozen=True, slots=True)
class DatedText:
    """A text with its marked times and its day of publication."""

    text: str
    published: date | None
    labels: tuple[TimeLabel, ...]


def wikiwars(folder: Path) -> Iterator[DatedText]:
    """Yield the articles of WikiWars, in order of their files' names."""
    for path in sorted(folder.glob("*.xml")):
        root = ET.parse(path).getroot()
        body, stamp = root.find("TEXT"), root.find("DATETIME")
        if body is None or stamp is None:
            raise ValueError(f"{path}: no TEXT or no DATETIME")
        pieces: list[str] = []
        labels: list[TimeLabel] = []
        _gather(body, pieces, labels)
        published = date.fromisoformat("".join(stamp.itertext()).strip()[:10])
        yield DatedText("".join(pieces), published, tuple(labels))


def _gather(node: ET.Element, pieces: list[str], labels: list[TimeLabel]) -> None:
    """Put together the text below a node, and the times marked in it."""
    start = sum(map(len, pieces))
    pieces.append(node.text or "")
    for child in node:
        _gather(child, pieces, labels)
        pieces.append(child.tail or "")
    if node.tag == "TIMEX2":
        value = "" if "set" in node.attrib else node.get("val", "")
        days = timex2_days(value)
        end = sum(map(len, pieces))
        labels.append(TimeLabel(start, end, days, is_loose="mod" in node.attrib))


def timex2_days(value: str) -> Days | None:
    """Return the days of a TIMEX2 value: "1941-06" is June 1941.

    None of durations, references, years unknown or before Christ.
    """
    match = _TIMEX2.fullmatch(value)
    if match is None:
        return None
    digits = match["digits"]
    if len(digits) < 4:
        size = 10 ** (4 - len(digits))
        first = int(digits) * size
        return Days(date(max(first, 1), 1, 1), date(first + size - 1, 12, 31))
    return _inside_year(int(digits), match)


def _inside_year(year: int, match: re.Match[str]) -> Days | None:
    if match["season"]:
        return whole_months(year, _SEASONS[match["season"]], 3)
    if match["share"]:
        size = 3 if match["share"] == "Q" else 6
        return whole_months(year, 1 + size * (int(match["at"]) - 1), size)
    if match["week"]:
        week = int(match["week"])
        return Days(*(date.fromisocalendar(year, week, day) for day in (1, 7)))
    if not match["month"]:
        return whole_year(year)
    month, day = int(match["month"]), match["day"]
    if day in {None, "XX"}:
        return whole_months(year, month)
    return day_span(year, month, int(day))


def gum_dates(path: Path) -> Iterator[DatedText]:
    """Yield the texts of a file of GUM's dates, in its order."""
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        labels = tuple(map(_gum_label, row["dates"]))
        published = date.fromisoformat(row["published"])
        # The day of recordings whose day nobody knows.
        known = None if published == _PLACEHOLDER else published
        yield DatedText(row["text"], known, labels)


def _gum_label(mark: dict[str, Any]) -> TimeLabel:
    first = _gum_days(mark.get("when") or mark.get("from") or mark.get("notBefore"))
    last = _gum_days(mark.get("when") or mark.get("to") or mark.get("notAfter"))
    is_known = first is not None and last is not None and first.first <= last.last
    days = Days(first.first, last.last) if is_known and first and last else None
    return TimeLabel(mark["start"], mark["end"], days, is_loose="when" not in mark)


def _gum_days(value: str | None) -> Days | None:
    match = _PARTIAL_DATE.fullmatch(value or "")
    if match is None or int(match[1]) == 0:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    assert year is not None
    if month is None:
        return whole_year(year)
    return whole_months(year, month) if day is None else day_span(year, month, day)
