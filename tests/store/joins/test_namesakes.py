"""A family name alone hangs on the one person it means, as long as it does."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import permutations
from pathlib import Path
from typing import Any

import msgspec
import pytest
from store.dump import dump
from store.extractions import (
    EXTRACTOR,
    make_article,
    make_entity,
    make_event,
    make_span,
    make_statement,
)

from kg.articles import read_articles
from kg.ask import answer
from kg.errors import StoreError
from kg.folding import name_key, person_key
from kg.graph import GraphRows, to_rows
from kg.judgements.judgement import Judgement
from kg.reading import extract
from kg.records import Entity, Extraction, Relation
from kg.resolve.one_article import without_article_key
from kg.settings import Settings
from kg.store import Counters, Store, open_store

SEEDS = Path(__file__).parents[3] / "seeds"
RUSSIA = make_entity("State", "Russia", iso3="RUS")
AMERICA = make_entity("State", "America", iso3="USA")
KENYA = make_entity("State", "Kenya", iso3="KEN")
JAPAN = make_entity("State", "Japan", iso3="JPN")
STATES = tuple(
    msgspec.structs.replace(state, id=f"State:{state.iso3}")
    for state in (RUSSIA, AMERICA, JAPAN, KENYA)
)
LONE, SERGEY = "Person:lavrov", "Person:sergey lavrov"


def person(name: str) -> Entity:
    entity = make_entity("Person", name, name, name.split()[-1])
    return msgspec.structs.replace(entity, id=f"Person:{person_key(name)}")


def rows(  # noqa: PLR0913 - options are keyword-only
    id_: str,
    name: str,
    *,
    states: int = 3,
    published: str | None = "2024-11-02",
    text: str = "",
    others: tuple[str, ...] = (),
) -> GraphRows:
    """Return rows of an article in which somebody speaks, acts and holds an office.

    `others` are the people whom it speaks about, and who are married to the speaker.
    """
    article = make_article(id_, text or f"Text of {id_}.", published=published)
    speaker, home = person(name), STATES[0]
    met = tuple(map(person, others))
    content = "the two countries will stand together until the day of victory"
    office = Relation(
        subject=speaker.id,
        type="HOLDS_POSITION",
        object_=home.id,
        title="minister",
        evidence=make_span("the minister", 60),
    )
    ties = [("WORKS_FOR", home), ("CITIZEN_OF", home)]
    ties += [("SPOUSE_OF", each) for each in met]
    relations = tuple(
        Relation(
            subject=speaker.id,
            type=type_,
            object_=other.id,
            evidence=make_span("the minister", 60),
        )
        for type_, other in ties
    )
    extraction = Extraction(
        article=article,
        entities=(speaker, *met, *STATES[:states]),
        statements=(make_statement(article, speaker, content, about=[home, *met]),),
        events=(make_event(article, speaker, home),),
        relations=(office, *relations),
        figures=(),
        times=(),
    )
    return to_rows(extraction, extractor=EXTRACTOR)


def copy(rows: GraphRows, id_: str) -> GraphRows:
    """Return the rows of the same text under another id."""
    return replace(rows, article=msgspec.structs.replace(rows.article, id=id_))


FULL = rows("full", "Sergey Lavrov")
ALONE = rows("alone", "Lavrov", states=4)
OTHER = rows("other", "Anna Lavrov", states=1)
LATER = rows("later", "Sergey Lavrov", states=4, published="2025-01-02")
ALL = (FULL, ALONE, OTHER, LATER)


def judged(store: Store) -> list[tuple[Any, ...]]:
    """Return the judgements: name, person, score and article."""
    found = answer(store, "judgements", {}).rows
    return [
        (row["entity"], row["key"], row["score"], row["articleKey"]) for row in found
    ]


def people(store: Store) -> list[str]:
    statement = "MATCH (person:Person) RETURN person.key AS key ORDER BY key"
    return [row["key"] for row in store.read_statement(statement, {})]


def test_lone_name_hangs_on_the_only_person_of_the_name(store: Store) -> None:
    store.ingest([FULL])
    store.ingest([ALONE])
    assert people(store) == [SERGEY]
    assert judged(store) == [(LONE, SERGEY, 0.75, ALONE.key)]
    (found,) = store.read_statement(
        "MATCH (person:Person) RETURN person.name AS name, person.aliases AS aliases,"
        " COUNT { (person)-[:SAID]->() } AS said,"
        " COUNT { (person)<-[:ACTOR]-() } AS acted,"
        " COUNT { (person)-[:HOLDS_POSITION]->() } AS held",
        {},
    )
    assert found == {
        "name": "Sergey Lavrov",
        "aliases": ["Lavrov", "Sergey Lavrov"],
        "said": 2,
        "acted": 2,
        "held": 2,
    }


def test_speaker_by_lone_name_finds_every_articles_statements(store: Store) -> None:
    store.ingest([FULL, ALONE])
    found = answer(store, "who-said-what", {"speaker": "lavrov"}).rows
    assert {row["speaker"] for row in found} == {"Sergey Lavrov"}
    assert len(found) == 2


def test_name_stays_the_full_one_where_most_say_the_lone_one(store: Store) -> None:
    store.ingest([FULL, ALONE, rows("b", "Lavrov"), rows("c", "Lavrov")])
    (found,) = store.read_statement("MATCH (p:Person) RETURN p.name AS name", {})
    assert found["name"] == "Sergey Lavrov"


@pytest.mark.parametrize(
    "full",
    [
        rows("full", "Sergey Lavrov", published="2024-01-02"),
        rows("full", "Sergey Lavrov", published=None),
        rows("full", "Sergey Lavrov", states=2),
        rows("full", "Sergey Petrov"),
    ],
    ids=["long ago", "undated", "elsewhere", "of another name"],
)
def test_lone_name_without_a_fitting_person_stays_alone(
    store: Store, full: GraphRows
) -> None:
    store.ingest([full, ALONE])
    assert LONE in people(store) and judged(store) == []


def test_lone_name_of_two_people_stays_alone(store: Store) -> None:
    store.ingest([FULL, ALONE, OTHER])
    assert people(store) == ["Person:anna lavrov", LONE, SERGEY]


def test_second_person_of_the_name_splits_again(store: Store) -> None:
    store.ingest([FULL, ALONE])
    joined = dump(store)
    store.ingest([OTHER])
    assert LONE in people(store) and judged(store) == []
    store.retract("other")
    assert dump(store) == joined


def test_retract_of_the_full_name_leaves_the_lone_one(store: Store) -> None:
    store.ingest([ALONE])
    before = dump(store)
    store.ingest([FULL])
    assert people(store) == [SERGEY]
    store.retract("full")
    assert dump(store) == before


def test_ingest_again_creates_nothing_where_names_are_joined(store: Store) -> None:
    store.ingest([FULL, ALONE])
    before = dump(store)
    assert store.ingest([ALONE]) == Counters()
    assert store.ingest([FULL, ALONE]) == Counters()
    assert dump(store) == before


def test_more_of_the_surroundings_raises_the_score_alone(store: Store) -> None:
    store.ingest([FULL, ALONE])
    counters = store.ingest([LATER])
    assert judged(store) == [(LONE, SERGEY, 1.0, ALONE.key)]
    assert counters.nodes_deleted == counters.relationships_deleted == 0


def come_and_go(
    store: Store, order: Sequence[GraphRows], graphs: dict[frozenset[str], str]
) -> None:
    """Take articles in and out; the same that are present make the same graph."""
    present: set[str] = set()
    for each in order:
        store.ingest([each])
        present.add(each.key)
        graph = dump(store)
        assert graphs.setdefault(frozenset(present), graph) == graph
    for each in order:
        store.retract(each.article.id)
        present.remove(each.key)
        graph = dump(store)
        assert graphs.setdefault(frozenset(present), graph) == graph


def test_graph_follows_from_the_articles_present_alone(store: Store) -> None:
    graphs: dict[frozenset[str], str] = {}
    for order in permutations(ALL):
        come_and_go(store, order, graphs)
    assert len(graphs) == 2 ** len(ALL)
    for cut in range(1, len(ALL)):
        store.ingest(ALL[cut:])
        store.ingest(ALL[:cut])
        assert dump(store) == graphs[frozenset(each.key for each in ALL)]
        for each in ALL:
            store.retract(each.article.id)


def test_restatement_comes_and_goes_with_the_judgement(store: Store) -> None:
    statement = "MATCH (:Statement)-[edge:RESTATES]->(:Statement) RETURN edge"
    store.ingest([ALONE])
    store.ingest([FULL])
    assert len(list(store.read_statement(statement, {}))) == 1
    store.ingest([OTHER])
    assert list(store.read_statement(statement, {})) == []


@pytest.mark.parametrize("first, second", [("a", "b"), ("b", "a")])
def test_retract_of_a_copy_leaves_the_other_ones_judgement(
    store: Store, first: str, second: str
) -> None:
    store.ingest([FULL, copy(ALONE, first)])
    before = dump(store)
    earlier = rows("alone", "Lavrov", states=4, published="2023-01-01")
    store.ingest([copy(earlier, second)])
    assert dump(store) != before
    store.retract(second)
    assert dump(store) == before


def test_changed_full_name_moves_the_lone_one(store: Store) -> None:
    store.ingest([FULL, ALONE])
    store.ingest([rows("full", "Semyon Lavrov", text="Corrected.")])
    assert people(store) == ["Person:semyon lavrov"]


def test_failed_ingest_undoes_its_judgements(store: Store) -> None:
    store.ingest([ALONE])
    before = dump(store)
    broken = replace(FULL.nodes[-1], properties={"key": "x", "trigger": {"a": {}}})
    with pytest.raises(StoreError):
        store.ingest([replace(FULL, nodes=(*FULL.nodes[:-1], broken))])
    assert dump(store) == before


TONY, ANTONY = "Person:tony lavrov", "Person:antony lavrov"


def body(name: str, *texts: str) -> Entity:
    entity = make_entity("Organization", name, name, *texts)
    return msgspec.structs.replace(entity, id=f"Organization:{name_key(name)}")


def about(id_: str, *entities: Entity) -> GraphRows:
    """Return rows of an article without a day that mentions entities."""
    extraction = Extraction(
        article=make_article(id_, f"Text of {id_}.", published=None),
        entities=entities,
        statements=(),
        events=(),
        relations=(),
        figures=(),
        times=(),
    )
    return to_rows(extraction, extractor=EXTRACTOR)


def test_short_given_name_hangs_on_the_name_that_most_give(store: Store) -> None:
    two = [rows("a", "Antony Lavrov"), rows("b", "Antony Lavrov")]
    store.ingest([rows("c", "Tony Lavrov")])
    alone = dump(store)
    store.ingest(two)
    assert people(store) == [ANTONY]
    assert [each[:2] for each in judged(store)] == [(TONY, ANTONY)]
    found = answer(store, "who-said-what", {"speaker": "tony lavrov"}).rows
    assert [row["speaker"] for row in found] == ["Antony Lavrov"] * 3
    store.ingest([rows("d", "Tony Lavrov"), rows("e", "Tony Lavrov")])
    assert people(store) == [TONY]
    for each in "abde":
        store.retract(each)
    assert dump(store) == alone


def test_family_name_alone_means_one_of_two_forms(store: Store) -> None:
    store.ingest([rows("a", "Antony Lavrov"), rows("b", "Tony Lavrov"), ALONE])
    assert people(store) == [TONY] or people(store) == [ANTONY]
    store.ingest([OTHER])
    assert LONE in people(store)


def test_middle_name_of_two_keeps_all_apart(store: Store) -> None:
    names = ("Anna Lavrov", "Anna Eve Lavrov", "Anna Ida Lavrov")
    store.ingest([rows(name, name) for name in names])
    assert len(people(store)) == 3
    store.retract("Anna Ida Lavrov")
    assert len(people(store)) == 1


def test_judgement_of_people_keeps_forms_apart(store: Store) -> None:
    apart = Judgement(target=ANTONY, source=TONY, verdict="negative")
    store.ingest([rows("a", "Antony Lavrov"), rows("b", "Tony Lavrov"), ALONE])
    joined = dump(store)
    store.judge([apart])
    assert people(store) == [ANTONY, LONE, TONY]
    store.take_back([apart])
    assert dump(store) == joined


GWB, BOARD = body("GWB"), body("Global Widget Board", "GWB")
BANK = body("Great Widget Bank")


def bodies(store: Store) -> set[str]:
    statement = "MATCH (body:Organization) RETURN body.key AS key"
    return {row["key"] for row in store.read_statement(statement, {})}


def test_initials_hang_on_the_body_that_an_article_explains(store: Store) -> None:
    store.ingest([about("a", BOARD, *STATES), about("b", GWB, *STATES)])
    (found,) = store.read_statement(
        "MATCH (body:Organization) RETURN body.aliases AS aliases", {}
    )
    assert found["aliases"] == ["GWB", "Global Widget Board"]
    store.ingest([about("c", BANK)])
    assert bodies(store) == {GWB.id, BOARD.id, BANK.id}


def test_graph_with_forms_follows_from_the_articles_present_alone(store: Store) -> None:
    told = [
        about("a", BOARD, person("Antony Lavrov"), *STATES),
        about("b", GWB, person("Tony Lavrov"), *STATES),
        about("c", GWB, BANK, person("Anthony Lavrov"), *STATES),
        rows("d", "Lavrov"),
    ]
    graphs: dict[frozenset[str], str] = {}
    for order in list(permutations(told))[::5]:
        come_and_go(store, order, graphs)
    store.ingest(told)
    assert dump(store) == graphs[frozenset(each.key for each in told)]


@pytest.fixture(scope="module")
def seeds() -> list[GraphRows]:
    """Give the rows of the five seeds."""
    articles = read_articles([str(SEEDS)], on_refused=lambda error: None)
    return [to_rows(each, extractor=EXTRACTOR) for each in extract(articles)]


@pytest.mark.model
@pytest.mark.embedded
def test_seed_that_names_lavrov_alone_joins_the_others(
    seeds: list[GraphRows], embedded_settings: Settings
) -> None:
    with open_store(embedded_settings) as store:
        store.ingest(seeds[4:])
        [lone] = [each for each in people(store) if without_article_key(each) == LONE]
        alone = dump(store)
        store.ingest(seeds[:4])
        assert lone not in people(store) and SERGEY in people(store)
        for each in seeds[:4]:
            store.retract(each.article.id)
        assert dump(store) == alone
