"""An answer's row as people read it; programs get the row as it is."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

# Enough for a graph of millions of facts; `kg ask evidence` lists all that share them.
_SHORT = 8
_KEY = re.compile(r"[0-9a-f]{16}")
_MONTHS = (
    *("Jan", "Feb", "Mar", "Apr", "May", "Jun"),
    *("Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
)


def for_people(row: Mapping[str, Any]) -> dict[str, Any]:
    """Return a row as a table shows it.

    Days read "2 Nov 2024", and "reported 2 Nov 2024" where they are only the article's;
    cues tell what was not said ("not: confirm"), verbs what is no fact ("must resign
    (hypothetical)"), evidence has its neighbours, and keys have their first digits.

    >>> for_people({"cue": "confirm", "negated": True, "key": "3f9c0a1b2c3d4e5f"})
    {'cue': 'not: confirm', 'negated': True, 'key': '3f9c0a1b'}
    """
    shown = {name: _cell(name, value) for name, value in row.items()}
    for name in ("said", "happened"):
        if f"{name}Basis" in row:
            shown[name] = _day(row, name)
    for negated, cue in (("negated", "cue"), ("otherNegated", "otherCue")):
        if row.get(negated) and cue in row:
            shown[cue] = f"not: {row[cue] or ''}"
    if row.get("before") or row.get("after"):
        parts = (row["before"], f">>>{row['evidence']}<<<", row["after"])
        shown["evidence"] = " ".join(filter(None, parts))
    factuality = row.get("factuality") or "actual"
    for verb in ("trigger", "cue"):
        if factuality != "actual" and row.get(verb):
            shown[verb] = f"{row[verb]} ({factuality})"
    return shown


def days(first: date, last: date | None = None) -> str:
    """Return a stretch of days, both ends included, as people write it.

    >>> days(date(2024, 10, 31), date(2024, 11, 2))
    '31 Oct – 2 Nov 2024'
    """
    last = last or first
    end = f"{last.day} {_MONTHS[last.month - 1]} {last.year}"
    if first == last:
        return end
    start = [str(first.day), _MONTHS[first.month - 1], str(first.year)]
    if first.year == last.year:
        del start[2:]
        if first.month == last.month:
            return f"{first.day}–{end}"
    return f"{' '.join(start)} – {end}"


def _day(row: Mapping[str, Any], name: str) -> str | None:
    first, last = row[name], row.get(f"{name}To")
    if first is None:
        return None
    told = days(first, last)
    if (row[f"{name}Basis"] or "article") == "article":
        return f"reported {told}"
    published = row.get("published")
    if published is not None and first > published:
        return f"{told}, after its article"
    return told


def _cell(name: str, value: Any) -> Any:
    if isinstance(value, date):
        return days(value)
    if name in {"keys", "otherKeys"}:
        # The path beside them names the entities, whose keys are long.
        return [each[:_SHORT] for each in value or () if _KEY.fullmatch(each)]
    is_key = name.lower().endswith("key") and isinstance(value, str)
    return value[:_SHORT] if is_key and _KEY.fullmatch(value) else value
