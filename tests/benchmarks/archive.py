"""Make an archive of many articles out of the extractions of a few.

Each round of copies lies some weeks after the one before and names other rare people
and places; those whom several articles name are the same throughout, as in news. Some
may be printed elsewhere, too, a day later and with a line more.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import count
from typing import Any

import msgspec

from kg.records import Extraction, digest, sha256

# Rounds lie farther apart than any two reports of one utterance.
_ROUND = timedelta(days=23)
_DAY_LATER = timedelta(days=1)
# In more articles than this a name is no rare one.
_RARE = 1
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_KEY = re.compile(r"[0-9a-f]{16}")
_RENAMED = ("Person", "Organization", "Location")


def make_archive(
    extractions: Sequence[bytes], articles: int, *, reprinted: int = 0
) -> Iterator[Extraction]:
    """Yield so many extractions, the given ones (lines of JSON) in ever new copies.

    Of every so many, `reprinted`, the last is the one before once more; 0 is none.
    """
    raw = [msgspec.json.decode(line) for line in extractions]
    seen = Counter(each["id"] for one in raw for each in one["entities"])
    before: Any = None
    originals = count()
    for number in range(articles):
        if reprinted and number % reprinted == reprinted - 1:
            yield msgspec.convert(_reprint(before), Extraction)
            continue
        turn, index = divmod(next(originals), len(raw))
        before = raw[index] if turn == 0 else _copy(raw[index], turn, seen)
        yield msgspec.convert(before, Extraction)


def _reprint(raw: Mapping[str, Any]) -> Any:
    return _renumbered(_changed(raw, "reprint", _DAY_LATER, {}), "reprint")


def _copy(raw: Mapping[str, Any], turn: int, seen: Mapping[str, int]) -> Any:
    suffix = _letters(turn)
    renamed = {
        each["id"]: f"{each['id']}{suffix}"
        for each in raw["entities"]
        if seen[each["id"]] <= _RARE and each["type"] in _RENAMED
    }
    copy = _changed(raw, turn, turn * _ROUND, renamed)
    for entity in copy["entities"]:
        if entity["id"] in renamed.values():
            entity["name"] += suffix
            for mention in entity["mentions"]:
                mention["text"] += suffix if mention["form"] == "name" else ""
    return _renumbered(copy, turn)


def _renumbered(copy: Any, mark: object) -> Any:
    """Return a copy with a text and a name of its own."""
    article = copy["article"]
    text = article.get("text") or article["sha256"]
    article["sha256"] = sha256(f"{text}\n{mark}")
    if article.get("text"):
        article["text"] = f"{text}\n{mark}"
    article["id"] = f"{article['id']}~{mark}"
    return copy


def _changed(
    value: Any, mark: object, later: timedelta, renamed: Mapping[str, str]
) -> Any:
    """Return a record with its days moved and its keys and rare names made others."""
    if isinstance(value, dict):
        return {
            name: _changed(each, mark, later, renamed) for name, each in value.items()
        }
    if isinstance(value, list):
        return [_changed(each, mark, later, renamed) for each in value]
    if not isinstance(value, str):
        return value
    if _DAY.fullmatch(value):
        return (date.fromisoformat(value) + later).isoformat()
    if _KEY.fullmatch(value):
        return digest(value, mark)
    return renamed.get(value, value)


def _letters(number: int) -> str:
    letters = ""
    while number:
        number, letter = divmod(number, 26)
        letters = chr(ord("a") + letter) + letters
    return f"x{letters}"
