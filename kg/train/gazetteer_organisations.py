"""The gazetteer's organisations, from dictionaries and a supplement by hand."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from kg.english.nouns import classes_of
from kg.folding import name_key

# The source of bodies that has persons among them, and how many bodies have a word that
# tells it of others.
_DICTIONARIES = "Phoenix.International"
_FREQUENT = 4
_ACRONYMS = frozenset({"Eu", "U.n.", "U.s.", "Uk", "Un", "Unicef", "Usa", "Wwf"})
_BEHIND_HEAD = re.compile(r" (?:of|for) ")

Raw = dict[str, Any]


def make_organisations(rows: list[Raw], supplement: Raw) -> list[Raw]:
    """Return organisations: hand-written ones, then intergovernmental, then others."""
    found = {row["name"]: _organisation(row) for row in supplement["organisations"]}
    often = _frequent_words(rows)
    for row in sorted(rows, key=lambda row: row["kind"] != "intergovernmental"):
        if not _is_clear(row) or _is_persons(row, often):
            continue
        kind = "intergovernmental" if row["kind"] == "intergovernmental" else "other"
        row = {**row, "name": _with_capitals(row["name"])}
        known = found.setdefault(
            row["name"], {"name": row["name"], "names": [], "kind": kind}
        )
        known["names"] = unique(
            [*known["names"], *filter(_is_long, row["names"])], but={row["name"]}
        )
        known["kind"] = kind
    return list(found.values())


def _organisation(row: Raw) -> Raw:
    kind = "national" if row.get("state") else "other"
    return {"kind": kind, **row}


def _is_clear(row: Raw) -> bool:
    """Tell whether a row's name cannot be taken for a common word."""
    name = row["name"]
    return row["kind"] == "intergovernmental" or len(name.split()) > 1


def _with_capitals(name: str) -> str:
    """Return a name with its acronyms in capitals: the dictionaries write "Un"."""
    return " ".join(
        part.upper() if part in _ACRONYMS else part for part in name.split()
    )


def _frequent_words(rows: list[Raw]) -> set[str]:
    """Return the words that several organisations have in their names."""
    counted = Counter(word for row in rows for word in {*_words_of(row["name"])})
    return {word for word, n in counted.items() if n >= _FREQUENT and len(word) > 2}


def _is_persons(row: Raw, often: set[str]) -> bool:
    """Tell whether a name of the dictionaries is a person's or an office's.

    They list who speaks for a body with it: "Ada Quill", "UN Envoy". A body's name has
    a word that says so, or that others have, too.
    """
    if row["source"] != _DICTIONARIES or len(row["name"].split()) == 1:
        return False
    is_told = any(
        word in often or classes_of(word) & {"alliance", "body"}
        for word in _words_of(row["name"])
    )
    head = _BEHIND_HEAD.split(row["name"])[0].split()[-1]
    return not is_told or "office" in classes_of(head)


def _words_of(name: str) -> Iterator[str]:
    return iter(re.findall(r"[\w'.]+", name.casefold()))


def _is_long(name: str) -> bool:
    return len(name) >= 3 or name in {"UN", "EU", "AU"}


def unique(names: Iterable[str], *, but: set[str]) -> list[str]:
    """Return the names without doubles under folding, first spelling kept."""
    seen = {name_key(name) for name in but}
    kept = []
    for name in names:
        if name and name_key(name) not in seen:
            seen.add(name_key(name))
            kept.append(name)
    return kept
