"""Say in plain sentences what a page shows and what it leaves out."""

from collections.abc import Sequence
from dataclasses import dataclass

from kg.view.choose import Choice
from kg.view.rows import Row, Scope

_PLURALS = {
    "Person": "people",
    "State": "states",
    "Organization": "organizations",
    "Location": "places",
    "Group": "groups",
    "Weapon": "weapons",
    "Other": "others",
}
_SINGULARS = {"Person": "person", "Location": "place", "Other": "other"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Unlisted:
    """How much of what the page counts it has no room to spell out."""

    statements: int = 0
    events: int = 0


def heading(totals: Row) -> str:
    """Return the counts and the period of the whole graph on one line."""
    parts = [
        count(totals["articles"], "article"),
        count(totals["statements"], "statement"),
        count(totals["events"], "event"),
    ]
    first, last = totals.get("published_from"), totals.get("published_to")
    if first is not None:
        period = str(first) if first == last else f"{first} to {last}"
        undated = totals.get("undated") or 0
        parts.append(period + (f" ({undated:,} undated)" if undated else ""))
    return " · ".join(parts)


def shows(choice: Choice, scope: Scope) -> str:
    """Return the first sentence: how many of the entities are on the page.

    >>> shows(Choice(keys=("a",), total=9), Scope(since="2024-11-01"))
    'Shows 1 of 9 entities, 2024-11-01 to the end.'
    """
    text = f"Shows {len(choice.keys):,} of {count(choice.total, 'entity', 'entities')}"
    if scope.around:
        names = ", ".join(scope.around)
        text += f" within {count(scope.hops, 'link')} of {names}"
    if scope.since or scope.until:
        text += f", {scope.since or 'the beginning'} to {scope.until or 'the end'}"
    return text + "."


def left_out(choice: Choice, unlisted: Unlisted, scope: Scope) -> list[str]:
    """Return one sentence for each thing that the page does not show, and why."""
    sentences = [
        _sentence(choice.farther, f"more than {count(scope.hops, 'link')} away"),
        _sentence(
            choice.less_important,
            "with fewer statements, events and articles than those shown"
            if not scope.around
            else "farther away or with less to say than those shown",
        ),
        _sentence(
            choice.unlinked, "only mentioned, with no statement, event or office"
        ),
    ]
    sentences += [
        f"{count(number, noun)} counted but not spelt out: this page has room for the "
        "newest of each two parties. The command beside each list gives all."
        for number, noun in (
            (unlisted.statements, "statement"),
            (unlisted.events, "event"),
        )
        if number
    ]
    return [sentence for sentence in sentences if sentence]


def count(number: int, noun: str, plural: str | None = None) -> str:
    """Return "1 article" or "1,204 articles"."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def _sentence(labels: Sequence[tuple[str, int]], why: str) -> str:
    if not labels:
        return ""
    parts = [
        count(number, _SINGULARS.get(label, label.lower()), _PLURALS.get(label))
        for label, number in labels
    ]
    return f"{', '.join(parts)} {why}."
