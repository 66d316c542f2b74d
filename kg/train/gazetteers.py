"""Names of the whole world, to put in the place of a corpus's own names."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kg.train.jsonl import json_lines

_PLAIN_NAME = re.compile(r"[^\W\d_][\w .'’&-]{2,60}")


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Names by type, each as its words; demonyms of all states."""

    names: dict[str, list[list[str]]]
    demonyms: frozenset[str]


def gazetteer(folder: Path) -> Gazetteer:
    """Read people, organisations and places; sorted, so that seeds repeat draws."""
    states = list(json_lines(folder / "states.jsonl"))
    people = {row["name"] for row in json_lines(folder / "leader-history.jsonl")}
    bodies = {
        n for row in json_lines(folder / "organisations.jsonl") for n in row["names"]
    }
    places = {name for row in states for name in _place_names(row)}
    demonyms = {n for s in states for n in s["demonym_adjectives"] + s["demonym_nouns"]}
    return Gazetteer(
        {"PER": _words(people), "ORG": _words(bodies), "LOC": _words(places)},
        frozenset(demonyms),
    )


def _place_names(state: dict) -> Iterator[str]:  # type: ignore[type-arg]
    yield state["name"]
    yield from state["capitals"]
    yield from (name for name in state["alt_names"] if len(name) > 3)


def _words(names: set[str]) -> list[list[str]]:
    plain = sorted(name for name in names if _PLAIN_NAME.fullmatch(name))
    return [name.split() for name in plain]
