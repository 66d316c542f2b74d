"""An extraction's nodes and edges."""

import pickle
from datetime import date

import msgspec
import pytest
from store.extractions import (
    EXTRACTOR,
    entity_id,
    make_entity,
    make_extraction,
    make_rows,
)

from kg.errors import RecordError, SchemaError
from kg.graph import Edge, GraphRows, Node, to_rows
from kg.records import Extraction, Mention, Participant, Report


def edges(rows: GraphRows, type_: str) -> list[Edge]:
    return [edge for edge in rows.edges if edge.type == type_]


def node(rows: GraphRows, label: str) -> Node:
    (found,) = [each for each in rows.nodes if each.label == label]
    return found


def with_first_entity(extraction: Extraction, **changes: object) -> Extraction:
    first, *others = extraction.entities
    changed = msgspec.structs.replace(first, **changes)
    return msgspec.structs.replace(extraction, entities=(changed, *others))


def test_to_rows_keys_article_by_its_text() -> None:
    assert make_rows("a", "text").key == make_rows("b", "text").key
    assert make_rows("a", "text").key != make_rows("a", "other text").key


def test_to_rows_is_the_same_each_time() -> None:
    assert make_rows("a") == make_rows("a")


def test_to_rows_gives_statement_its_days_and_text() -> None:
    statement = node(make_rows("a"), "Statement").properties
    assert statement["saidFrom"] == date(2024, 11, 1)
    assert statement["saidBasis"] == "stated"
    assert statement["text"].startswith("troops of a will stand by Russia")
    assert statement["cue"] == "said"
    assert statement["kind"] == "speech"
    assert "certainty" not in statement


def test_to_rows_leaves_out_what_is_no_statement() -> None:
    made = make_extraction("a")
    no_statement = msgspec.structs.replace(made.statements[0], kind="other")
    others = tuple(each for each in made.statements if each.id != no_statement.id)
    rows = to_rows(
        msgspec.structs.replace(made, statements=(no_statement, *others)),
        extractor=EXTRACTOR,
    )
    assert no_statement.id not in {each.key for each in rows.nodes}
    ends = {each.start for each in rows.edges} | {each.end for each in rows.edges}
    assert no_statement.id not in ends


def test_to_rows_leaves_unknown_days_out() -> None:
    statement = node(make_rows("a", said=None), "Statement").properties
    assert not {"saidFrom", "saidTo", "saidText", "saidBasis"} & statement.keys()


def test_to_rows_gives_each_report_its_evidence() -> None:
    reports = edges(make_rows("a"), "REPORTED_IN")
    assert {report.start_label for report in reports} == {
        "Statement",
        "Event",
        "Figure",
    }
    assert all(
        report.properties["evidence"] and report.properties["end"] for report in reports
    )


def test_to_rows_marks_parts_of_a_statement() -> None:
    (report,) = [
        edge
        for edge in edges(make_rows("a"), "REPORTED_IN")
        if edge.start_label == "Statement"
    ]
    assert report.properties["cueStart"] == 20
    assert report.properties["contentStarts"] == [30]


def test_to_rows_counts_every_mention_but_names_only_names() -> None:
    soldiers, treaty = entity_id("Group", "a"), entity_id("Other", "Treaty")
    mentioned = {edge.start: edge for edge in edges(make_rows("a"), "MENTIONED_IN")}
    assert mentioned[soldiers].properties["count"] == 1
    assert mentioned[soldiers].properties["texts"] == []
    assert mentioned[treaty].properties["texts"] == ["Treaty"]


def test_to_rows_sorts_offsets_of_mentions() -> None:
    mentions = tuple(
        Mention(start=start, end=start + 4, text="Choe", form="name")
        for start in (70, 10)
    )
    rows = to_rows(
        with_first_entity(make_extraction("a"), mentions=mentions), extractor=EXTRACTOR
    )
    first = edges(rows, "MENTIONED_IN")[0].properties
    assert first["offsets"] == [10, 70] and first["texts"] == ["Choe"]


def test_to_rows_gives_other_entities_no_second_label() -> None:
    labels = {each.key: each.sublabel for each in make_rows("a").nodes}
    assert labels[entity_id("Other", "Treaty")] is None
    assert labels[entity_id("State", "Russia")] == "State"


def test_to_rows_gives_position_its_article_and_title() -> None:
    rows = make_rows("a")
    (position,) = edges(rows, "HOLDS_POSITION")
    assert position.properties["article"] == rows.key
    assert position.properties["title"] == "foreign minister"


def test_to_rows_gives_relation_its_article_and_type() -> None:
    rows = make_rows("a")
    (relation,) = edges(rows, "RELATED_TO")
    assert relation.properties["article"] == rows.key
    assert relation.properties["type"] == "CITIZEN_OF"
    assert "title" not in relation.properties


def test_to_rows_joins_figures_and_events_to_their_statement() -> None:
    rows = make_rows("a")
    statement = node(rows, "Statement").key
    assert [edge.start for edge in edges(rows, "GIVES")] == [statement]
    assert [edge.start for edge in edges(rows, "ASSERTS")] == [statement]


def test_to_rows_counts_what_comes_twice_once() -> None:
    extraction = make_extraction("a")
    (statement,) = extraction.statements
    twice = msgspec.structs.replace(statement, speakers=statement.speakers * 2)
    doubled = msgspec.structs.replace(
        extraction,
        statements=(twice, twice),
        figures=extraction.figures * 2,
        relations=extraction.relations * 2,
    )
    assert to_rows(doubled, extractor=EXTRACTOR) == make_rows("a")


def test_to_rows_keeps_two_titles_of_one_holder() -> None:
    extraction = make_extraction("a")
    office = extraction.relations[0]
    second = msgspec.structs.replace(office, title="party secretary")
    rows = to_rows(
        msgspec.structs.replace(extraction, relations=(office, second)),
        extractor=EXTRACTOR,
    )
    titles = [edge.properties["title"] for edge in edges(rows, "HOLDS_POSITION")]
    assert titles == ["foreign minister", "party secretary"]


def test_to_rows_puts_no_lone_surrogate_into_rows() -> None:
    entity = make_entity("Person", "Ch\ud800oe", "Ch\ud800oe")
    extraction = with_first_entity(
        make_extraction("a"), name=entity.name, mentions=entity.mentions
    )
    first = edges(to_rows(extraction, extractor=EXTRACTOR), "MENTIONED_IN")[0]
    assert first.properties["name"] == "Ch\ufffdoe"
    assert first.properties["texts"] == ["Ch\ufffdoe"]


def test_to_rows_refuses_unknown_entity() -> None:
    extraction = make_extraction("a")
    without = msgspec.structs.replace(extraction, entities=extraction.entities[1:])
    with pytest.raises(RecordError, match="article a: .* refers to"):
        to_rows(without, extractor=EXTRACTOR)


def test_to_rows_refuses_unknown_relation() -> None:
    extraction = make_extraction("a")
    office = extraction.relations[0]
    hostile = msgspec.structs.replace(office, type="KNOWS]->() DETACH DELETE n //")
    with pytest.raises(SchemaError, match="article a: no relationship type"):
        to_rows(
            msgspec.structs.replace(extraction, relations=(hostile,)),
            extractor=EXTRACTOR,
        )


def test_to_rows_keeps_what_a_statement_mentions_apart_from_its_subjects() -> None:
    extraction = make_extraction("a")
    [statement, *others] = extraction.statements
    mentioned = next(
        entity.id
        for entity in extraction.entities
        if entity.id not in statement.about + statement.speakers
    )
    changed = msgspec.structs.replace(statement, mentions=(mentioned,))
    statements = (changed, *others)
    rows = to_rows(
        msgspec.structs.replace(extraction, statements=statements), extractor=EXTRACTOR
    )
    [edge] = edges(rows, "MENTIONS")
    assert (edge.start, edge.end) == (statement.id, mentioned)
    about = {e.end for e in edges(rows, "ABOUT") if e.start == statement.id}
    assert mentioned not in about


def test_to_rows_keeps_deeds_of_other_types_and_where_an_event_is_told_again() -> None:
    made = make_extraction("a")
    (event,) = made.events[:1]
    again = Report(trigger=event.trigger, evidence=event.evidence, statement=None)
    unnamed = Participant(role="recipient", start=0, end=3, text="men", entity=None)
    won = msgspec.structs.replace(
        event,
        id="won",
        type="OTHER",
        verb="win",
        others=(again,),
        participants=(unnamed,),
    )
    rows = to_rows(
        msgspec.structs.replace(made, other_events=(won,)), extractor=EXTRACTOR
    )
    (deed,) = [each for each in rows.nodes if each.key == "won"]
    assert (deed.properties["type"], deed.properties["verb"]) == ("OTHER", "win")
    (report,) = [e for e in edges(rows, "REPORTED_IN") if e.start == "won"]
    assert report.properties["unnamed"] == ["recipient: men"]
    assert report.properties["otherEvidence"] == [event.evidence.text]
    assert report.properties["otherStarts"] == [event.evidence.start]


def test_rows_are_pickled_as_they_are() -> None:
    rows = (
        Node("Entity", "ada", {"key": "ada"}, "Person"),
        Edge("SAID", "ada", "s1", {"cue": "said"}, "Entity"),
    )
    assert pickle.loads(pickle.dumps(rows)) == rows
