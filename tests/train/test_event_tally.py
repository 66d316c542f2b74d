"""Counting events against labels: types, parties, and what counts neither way."""

from datetime import date

import pytest

from kg.extract.findings import Findings
from kg.records import Article, Event, Extraction, Participant, Span, When
from kg.resolve.article.assemble import assemble
from kg.train.event_tally import (
    DayTally,
    EventDay,
    EventLabel,
    EventTally,
    event_days,
    event_labels,
)
from kg.train.gold_labels import ReadingLabel, labels

TEXT = "Oslo hit Rome. It left Bern."
HIT, LEFT = (5, 8), (18, 22)
OSLO, ROME = ((0, 4),), ((9, 13),)


def party(role, place) -> Participant:
    start, end = place
    return Participant(role=role, start=start, end=end, text="x", entity=None)


def event(type_: str, place, *parties: Participant, when=None) -> Event:
    word = Span(start=place[0], end=place[1], text=TEXT[slice(*place)])
    return Event(
        id=f"{type_}{place}",
        type=type_,
        mode=None,
        trigger=word,
        actors=(),
        recipients=(),
        place=None,
        when=When(from_=when[0], to=when[1], basis="explicit") if when else None,
        factuality="actual",
        statement=None,
        evidence=word,
        participants=parties,
    )


def label(*types: str, at=HIT, actors=(), recipients=()) -> EventLabel:
    return EventLabel(
        corpus="x.jsonl",
        document=0,
        half="tune",
        types=types,
        triggers=(at,),
        actors=actors,
        recipients=recipients,
    )


def extraction(*events: Event) -> Extraction:
    empty = assemble(
        Findings(
            article=Article(id="7", text=TEXT),
            candidates=(),
            statements=(),
            events=(),
            relations=(),
            figures=(),
            times=(),
        )
    )
    fields = {name: getattr(empty, name) for name in empty.__struct_fields__}
    return Extraction(**(fields | {"events": events}))


def figures(wanted, *events: Event) -> dict[str, str]:
    tally = EventTally()
    tally.add(wanted, extraction(*events))
    return dict(tally.figures())


def day_figures(day, *events: Event) -> list[str]:
    wanted = EventDay(corpus="x.jsonl", document=0, half="tune", trigger=HIT, day=day)
    tally = DayTally()
    tally.add([wanted], extraction(*events))
    return [shown for _, shown in tally.figures()]


FRIDAY, MONDAY = (date(2024, 11, 1),) * 2, (date(2024, 11, 4),) * 2


@pytest.mark.parametrize(
    ("told", "given", "found"),
    [
        (FRIDAY, FRIDAY, ["100.0 (1/1)", "100.0 (1/1)"]),
        (FRIDAY, MONDAY, ["0.0 (0/1)", "0.0 (0/1)"]),
        (FRIDAY, None, ["0.0 (0/0)", "0.0 (0/1)"]),
        (None, FRIDAY, ["0.0 (0/1)", "0.0 (0/0)"]),
        (None, None, ["0.0 (0/0)", "0.0 (0/0)"]),
    ],
)
def test_days_are_right_where_they_are_those_told(told, given, found):
    assert day_figures(told, event("ASSAULT", HIT, when=given)) == found


def test_days_of_events_that_kg_lacks_count_neither_way():
    assert day_figures(FRIDAY, event("RETREAT", LEFT)) == ["0.0 (0/0)", "0.0 (0/0)"]


def test_labelled_days_are_in_order():
    days = [each.day for each in event_days() if each.day is not None]
    assert len(days) > 100
    assert all(first <= last for first, last in days)


def test_an_event_of_another_type_is_wrong_and_leaves_its_label_unfound():
    found = figures([label("ASSAULT")], event("ACCUSE", HIT))
    assert found["types, precision"] == "0.0 (0/1)"
    assert found["types, recall"] == "0.0 (0/1)"


def test_any_of_a_labels_types_is_right():
    found = figures([label("ACCUSE", "ASSAULT")], event("ASSAULT", HIT))
    assert found["types, precision"] == "100.0 (1/1)"


def test_an_event_elsewhere_is_wrong_and_one_in_doubt_counts_neither_way():
    doubtful = label(at=LEFT)
    found = figures(
        [label("ASSAULT"), doubtful], event("ASSAULT", HIT), event("RETREAT", LEFT)
    )
    assert found["types, precision"] == "100.0 (1/1)"
    assert figures([doubtful], event("RETREAT", HIT))["types, precision"].startswith(
        "0.0"
    )


def test_parties_count_in_their_own_role_alone():
    wanted = label("ASSAULT", actors=(OSLO,), recipients=(ROME,))
    right = event("ASSAULT", HIT, party("actor", OSLO[0]), party("recipient", ROME[0]))
    turned = event("ASSAULT", HIT, party("actor", ROME[0]))
    assert figures([wanted], right)["parties, recall"] == "100.0 (2/2)"
    assert figures([wanted], turned)["parties, precision"] == "0.0 (0/1)"
    assert figures([wanted], turned)["parties, recall"] == "0.0 (0/2)"


def test_a_role_that_a_label_leaves_empty_counts_neither_way():
    found = event("ASSAULT", HIT, party("actor", OSLO[0]))
    assert figures([label("ASSAULT")], found)["parties, precision"] == "0.0 (0/0)"


def test_gold_articles_are_none_of_the_reading_set():
    read = {(each.corpus, each.document) for each in labels("reading", ReadingLabel)}
    assert read.isdisjoint((each.corpus, each.document) for each in event_labels())
