"""Make an archive of many articles out of the extractions of a few.

Each round of copies lies some weeks after the one before, names other rare people and
places and says other long words, so that nobody takes it for the round before; those
whom several articles name are the same throughout, as in news. Some may be printed
elsewhere, too, a day later and with a line more.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import partial
from itertools import count
from string import ascii_lowercase
from typing import Any

import msgspec

from kg.records import Extraction, article_key, digest, sha256

# Rounds lie farther apart than any two reports of one utterance.
_ROUND = timedelta(days=23)
_DAY_LATER = timedelta(days=1)
# In more articles than this a name is no rare one.
_RARE = 1
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_KEY = re.compile(r"[0-9a-f]{16}")
_WORD = re.compile(r"[^\W\d_]+")
_LONG_WORD = re.compile(r"[^\W\d_]{6,}")
_RENAMED = ("Person", "Organization", "Location")


def make_archive(
    extractions: Sequence[bytes], articles: int, *, reprinted: int = 0
) -> Iterator[Extraction]:
    """Yield so many extractions, the given ones (lines of JSON) in ever new copies.

    Of every so many, `reprinted`, the last is the one before once more; 0 is none.
    """
    raw = [msgspec.json.decode(line) for line in extractions]
    seen = Counter(each["id"] for one in raw for each in one["entities"])
    rare = {id_ for id_, articles in seen.items() if articles <= _RARE}
    before: Any = None
    originals = count()
    for number in range(articles):
        if reprinted and number % reprinted == reprinted - 1:
            yield msgspec.convert(_copy(before, "reprint", _DAY_LATER), Extraction)
            continue
        turn, index = divmod(next(originals), len(raw))
        before = raw[index]
        if turn:
            respell = partial(_respelt, turn=turn)
            before = _renamed(_copy(before, turn, turn * _ROUND), rare, respell)
        yield msgspec.convert(before, Extraction)


def _copy(raw: Mapping[str, Any], mark: object, later: timedelta) -> Any:
    """Return a record with a text and keys of its own, and its days moved."""
    article = raw["article"]
    text = f"{article.get('text') or article['sha256']}\n{mark}"
    own = article_key(article["sha256"]), article_key(sha256(text))
    ids = {each["id"]: each["id"].replace(*own) for each in raw["entities"]}
    copy = _changed(raw, mark, later, ids)
    copy["article"] |= {"sha256": sha256(text), "id": f"{article['id']}~{mark}"}
    if article.get("text"):
        copy["article"]["text"] = text
    return copy


def _renamed(copy: Any, rare: set[str], respell: Callable[[str], str]) -> Any:
    """Return a copy with other rare names, and other long words in what is said."""
    ids = {
        each["id"]: f"{each['type']}:{respell(each['id'].partition(':')[2])}"
        for each in copy["entities"]
        if each["id"] in rare and each["type"] in _RENAMED
    }
    copy = _changed(copy, None, timedelta(), ids)
    for entity in copy["entities"]:
        if entity["id"] in ids.values():
            entity["name"] = respell(entity["name"])
            for mention in entity["mentions"]:
                mention["text"] = respell(mention["text"])
    for span in (span for said in copy["statements"] for span in said["content"]):
        span["text"] = _LONG_WORD.sub(lambda word: respell(word[0]), span["text"])
    return copy


def _changed(value: Any, mark: object, later: timedelta, ids: Mapping[str, str]) -> Any:
    """Return a value with its days moved, other keys for a mark, and other ids."""
    if isinstance(value, dict):
        return {name: _changed(each, mark, later, ids) for name, each in value.items()}
    if isinstance(value, list):
        return [_changed(each, mark, later, ids) for each in value]
    if not isinstance(value, str):
        return value
    if _DAY.fullmatch(value):
        return (date.fromisoformat(value) + later).isoformat()
    if mark is not None and _KEY.fullmatch(value):
        return digest(value, mark)
    return ids.get(value, value)


def _respelt(text: str, turn: int) -> str:
    """Return words of as many other letters, and an end that no other round has."""
    letters = ascii_lowercase + ascii_lowercase.upper()
    at = turn % len(ascii_lowercase)
    turned = "".join(
        half[at:] + half[:at] for half in (ascii_lowercase, ascii_lowercase.upper())
    )
    table = str.maketrans(letters, turned)
    return _WORD.sub(lambda word: word[0].translate(table) + _end(turn), text)


def _end(turn: int) -> str:
    end = ""
    while turn >= len(ascii_lowercase):
        turn, letter = divmod(turn, len(ascii_lowercase))
        end = ascii_lowercase[letter] + end
    return end
