"""Mentions of one event become one, from hand-made records."""

from datetime import date

import msgspec
import pytest

from kg.records import Event, Participant, Span, When
from kg.resolve.article.same_event import merge_events


def span(start: int) -> Span:
    return Span(start=start, end=start + 6, text="bombed")


def day(first: int, last: int | None = None) -> When:
    return When(
        from_=date(2021, 5, first), to=date(2021, 5, last or first), basis="explicit"
    )


def event(start: int = 0, **given: object) -> Event:
    bombed = Event(
        id=f"e{start}",
        type="ASSAULT",
        mode=None,
        trigger=span(start),
        actors=("State:NOR",),
        recipients=("Location:rome",),
        place=None,
        when=None,
        factuality="actual",
        statement=None,
        evidence=span(start),
        participants=(
            Participant(
                role="actor", start=start, end=start + 4, text="Oslo", entity=None
            ),
        ),
    )
    return msgspec.structs.replace(bombed, **given)


def test_merge_events_takes_day_and_place_from_the_sentence_that_gives_them():
    (one,) = merge_events([event(0), event(50, when=day(3), place="Location:rome")])
    assert (one.id, one.trigger.start) == ("e0", 0)
    assert (one.when, one.place) == (day(3), "Location:rome")


def test_merge_events_keeps_every_evidence_participant_and_statement():
    told = [event(0), event(50, statement="s"), event(90)]
    (one,) = merge_events(told)
    assert [each.evidence.start for each in one.others] == [50, 90]
    assert [each.statement for each in one.others] == ["s", None]
    assert [each.start for each in one.participants] == [0, 50, 90]


def test_merge_events_takes_the_narrower_of_two_times():
    (one,) = merge_events([event(0, when=day(1, 31)), event(50, when=day(3))])
    assert one.when == day(3)


@pytest.mark.parametrize(("text", "count"), [("three men", 1), ("him", 2)])
def test_merge_events_takes_like_words_for_one_party_but_no_pronouns(text, count):
    def freed(start: int) -> Event:
        party = Participant(
            role="recipient", start=start, end=start + 3, text=text, entity=None
        )
        return event(start, recipients=(), participants=(party,))

    assert len(merge_events([freed(0), freed(50)])) == count


def test_merge_events_takes_a_reported_event_for_the_actual_one():
    (one,) = merge_events([event(0, factuality="reported"), event(50)])
    assert one.factuality == "actual"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"when": day(3)}, {"when": day(4)}),
        ({"place": "Location:rome"}, {"place": "Location:oslo"}),
        ({"mode": "aerial"}, {"mode": "firearms"}),
        ({}, {"type": "COERCE"}),
        ({}, {"actors": ("State:SWE",)}),
        ({}, {"recipients": ()}),
        ({}, {"participants": ()}),
        ({}, {"factuality": "denied"}),
        ({}, {"verb": "win"}),
        ({"actors": (), "recipients": ()}, {"actors": (), "recipients": ()}),
    ],
)
def test_merge_events_keeps_apart_what_disagrees(first, second):
    assert len(merge_events([event(0, **first), event(50, **second)])) == 2


def test_merge_events_keeps_the_order_of_the_text():
    told = [event(0), event(20, type="AID"), event(50)]
    assert [each.id for each in merge_events(told)] == ["e0", "e20"]
