"""Make an archive of many articles out of the extractions of a few.

Each round of copies lies some weeks after the one before and names other rare people
and places; those whom several articles name are the same throughout, as in news.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

import msgspec

from kg.records import Extraction, digest, sha256

# Rounds lie farther apart than any two reports of one utterance.
_ROUND = timedelta(days=23)
# In more articles than this a name is no rare one.
_RARE = 1
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_KEY = re.compile(r"[0-9a-f]{16}")
_RENAMED = ("Person", "Organization", "Location")


def make_archive(extractions: Sequence[bytes], articles: int) -> Iterator[Extraction]:
    """Yield so many extractions, the given ones (lines of JSON) in ever new copies."""
    raw = [msgspec.json.decode(line) for line in extractions]
    seen = Counter(each["id"] for one in raw for each in one["entities"])
    for number in range(articles):
        turn, index = divmod(number, len(raw))
        copy = raw[index] if turn == 0 else _copy(raw[index], turn, seen)
        yield msgspec.convert(copy, Extraction)


def _copy(raw: Mapping[str, Any], turn: int, seen: Mapping[str, int]) -> Any:
    suffix = _letters(turn)
    renamed = {
        each["id"]: f"{each['id']}{suffix}"
        for each in raw["entities"]
        if seen[each["id"]] <= _RARE and each["type"] in _RENAMED
    }
    copy = _changed(raw, turn, renamed)
    for entity in copy["entities"]:
        if entity["id"] in renamed.values():
            entity["name"] += suffix
            for mention in entity["mentions"]:
                mention["text"] += suffix if mention["form"] == "name" else ""
    article = copy["article"]
    text = article.get("text") or article["sha256"]
    article["sha256"] = sha256(f"{text}\n{turn}")
    if article.get("text"):
        article["text"] = f"{text}\n{turn}"
    article["id"] = f"{article['id']}~{turn}"
    return copy


def _changed(value: Any, turn: int, renamed: Mapping[str, str]) -> Any:
    """Return a record with its days moved and its keys and rare names made others."""
    if isinstance(value, dict):
        return {name: _changed(each, turn, renamed) for name, each in value.items()}
    if isinstance(value, list):
        return [_changed(each, turn, renamed) for each in value]
    if not isinstance(value, str):
        return value
    if _DAY.fullmatch(value):
        moved = date.fromisoformat(value) + turn * _ROUND
        return moved.isoformat()
    if _KEY.fullmatch(value):
        return digest(value, turn)
    return renamed.get(value, value)


def _letters(number: int) -> str:
    letters = ""
    while number:
        number, letter = divmod(number, 26)
        letters = chr(ord("a") + letter) + letters
    return f"x{letters}"
