"""Understand a question in plain words: which of kg's it is, with which parameters."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from kg.ask import Readable, command_line, question_name, questions
from kg.asking.days import Days, read_days
from kg.asking.kinds import Match, best_match
from kg.asking.question import Understood
from kg.asking.wording import Wording, read_wording
from kg.errors import QueryError
from kg.output.plain import plain
from kg.queries import Query, load_query

_NEWEST = "names.newest"


def understand(
    store: Readable, question: str, *, model: Path | None = None
) -> Understood:
    """Return which of kg's questions plain words ask.

    "What did Choe say about Russia in November?" is `who-said-what` with speaker,
    about, from and to. Days that are no calendar days ("in November", "last week") are
    counted from the day of the graph's newest article. Names are left as typed. Raises
    `QueryError`, one line with the questions' names, where kg has no such question, and
    `ModelError` where the model is incomplete.
    """
    doc = _pipeline(model)(question)
    newest = _newest_day(store)
    days, timed = read_days(doc, newest)
    wording = read_wording(doc, timed)
    match = best_match(wording, days.places)
    if match is None or wording.barred & set(match.left):
        known = ", ".join(map(question_name, questions()))
        raise QueryError(
            f"cannot tell what '{plain(question)}' asks; kg answers: {known}"
        )
    query = match.kind.query
    given = {**match.given, **_bounds(query, days)}
    return Understood(query, given, tuple(_notes(match, wording, given, days, newest)))


@cache
def _pipeline(model: Path | None):  # type: ignore[no-untyped-def]
    from kg.annotate.pipeline import load_pipeline

    return load_pipeline(model, threads=1)


def _newest_day(store: Readable) -> date | None:
    rows = store.read(load_query(_NEWEST), {})
    return rows[0]["published"] if rows else None


def _bounds(query: Query, days: Days) -> dict[str, str]:
    names = {parameter.name for parameter in query.parameters}
    both = {"from": days.first, "to": days.last}
    return {name: str(day) for name, day in both.items() if day and name in names}


def _notes(
    match: Match,
    wording: Wording,
    given: Mapping[str, Any],
    days: Days,
    newest: date | None,
) -> list[str]:
    query = match.kind.query
    asked = ", ".join(f"{name} {value}" for name, value in given.items())
    notes = [f"understood as: {query.title}{': ' if asked else ''}{plain(asked)}"]
    if days.is_relative and {"from", "to"} & given.keys():
        notes.append(f"days are counted from {newest}, the newest article's")
    if left := _left_out(wording, match.left):
        quoted = ", ".join(f"'{plain(each)}'" for each in left)
        notes.append(f"left out, {question_name(query)} takes no such thing: {quoted}")
    return [*notes, f"the same: {plain(command_line(query, given))}"]


def _left_out(wording: Wording, places: Sequence[int]) -> list[str]:
    """Return the stretches of a question's text that were left over."""
    runs: list[list[int]] = []
    for place in places:
        between = range(runs[-1][-1] + 1, place) if runs else None
        if between is not None and wording.empty.issuperset(between):
            runs[-1].append(place)
        else:
            runs.append([place])
    return [
        wording.text[wording.spans[run[0]][0] : wording.spans[run[-1]][1]]
        for run in runs
    ]
