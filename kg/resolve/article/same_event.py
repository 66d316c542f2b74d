"""Mentions of one event in an article become one event with all its evidence."""

from collections.abc import Iterable
from typing import Any

import msgspec

from kg.english.lexicon import words
from kg.records import Event, Participant, Report, When

# An event that somebody reports and one that the article tells may be the same;
# what is only possible or denied is the same as nothing else.
_TOLD = frozenset({"actual", "reported"})
_PERSONAL = words("function_words.personal")


def merge_events(events: Iterable[Event]) -> tuple[Event, ...]:
    """Join the events of an article that agree, in text order of their first mentions.

    Two are one where type, deed and parties are the same, and neither mode, day, place
    nor factuality tells them apart. "Oslo bombed Rome" and "Oslo bombed Rome on Monday"
    give one event, told at the first place, on that Monday.
    """
    merged: dict[tuple[Any, ...], list[Event]] = {}
    for event in events:
        same = merged.setdefault(_identity(event), [])
        for number, earlier in enumerate(same):
            if _are_compatible(earlier, event):
                same[number] = _joined(earlier, event)
                break
        else:
            same.append(event)
    found = [event for same in merged.values() for event in same]
    return tuple(sorted(found, key=lambda event: event.trigger.start))


def _identity(event: Event) -> tuple[Any, ...]:
    """Return what has to be equal; an event without parties is like no other.

    Who is no entity counts by the words: "three teachers" are not "a village", and a
    pronoun that means no entity may mean another at each place.
    """
    unnamed = frozenset(
        (each.role, _told_as(each))
        for each in event.participants
        if each.entity is None
    )
    parties = frozenset(event.actors), frozenset(event.recipients)
    lone = "" if any(parties) else event.id
    told = "told" if event.factuality in _TOLD else event.factuality
    return event.type, event.verb, told, *parties, unnamed, lone


def _told_as(unnamed: Participant) -> tuple[str, int]:
    text = unnamed.text.casefold()
    return text, unnamed.start if text in _PERSONAL else 0


def _are_compatible(first: Event, second: Event) -> bool:
    days = first.when, second.when
    is_same_time = (
        days[0] is None
        or days[1] is None
        or (days[0].from_ <= days[1].to and days[1].from_ <= days[0].to)
    )
    return (
        is_same_time
        and _agree(first.mode, second.mode)
        and _agree(first.place, second.place)
    )


def _agree(first: str | None, second: str | None) -> bool:
    return first is None or second is None or first == second


def _joined(first: Event, second: Event) -> Event:
    is_actual = "actual" in {first.factuality, second.factuality}
    known = {(each.role, each.start) for each in first.participants}
    more = [
        each for each in second.participants if (each.role, each.start) not in known
    ]
    return msgspec.structs.replace(
        first,
        mode=first.mode or second.mode,
        place=first.place or second.place,
        when=_narrower(first, second),
        factuality="actual" if is_actual else first.factuality,
        participants=(*first.participants, *more),
        others=(*first.others, *_reports(second)),
    )


def _narrower(first: Event, second: Event) -> When | None:
    """Return the time that says more: the shorter one, the first of equal ones."""
    known = [e.when for e in (first, second) if e.when is not None]
    return min(known, key=lambda when: when.to - when.from_, default=None)


def _reports(event: Event) -> tuple[Report, ...]:
    told = Report(
        trigger=event.trigger, evidence=event.evidence, statement=event.statement
    )
    return (told, *event.others)
