"""Counting events against labels: types, parties, and what counts neither way."""

from kg.extract.findings import Findings
from kg.records import Article, Event, Extraction, Participant, Span
from kg.resolve.article.assemble import assemble
from kg.train.event_tally import EventLabel, EventTally, event_labels
from kg.train.gold_labels import ReadingLabel, labels

TEXT = "Oslo hit Rome. It left Bern."
HIT, LEFT = (5, 8), (18, 22)
OSLO, ROME = ((0, 4),), ((9, 13),)


def party(role, place) -> Participant:
    start, end = place
    return Participant(role=role, start=start, end=end, text="x", entity=None)


def event(type_: str, place, *parties: Participant) -> Event:
    word = Span(start=place[0], end=place[1], text=TEXT[slice(*place)])
    return Event(
        id=f"{type_}{place}",
        type=type_,
        mode=None,
        trigger=word,
        actors=(),
        recipients=(),
        place=None,
        when=None,
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


def figures(wanted, *events: Event) -> dict[str, str]:
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
    tally = EventTally()
    tally.add(wanted, Extraction(**(fields | {"events": events})))
    return dict(tally.figures())


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
