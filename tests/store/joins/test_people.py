"""In which articles a change may make names mean others."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from kg.queries import Query
from kg.store.engines.engine import Counters
from kg.store.joins.people import People

SERGEY, LONE = "Person:sergey lavrov", "Person:lavrov"
RUSSIA = "State:RUS"
COUNTS = '{"articles":1,"names":{"Sergey Lavrov":1},"texts":{},"met":{"2024-11":1}}'
DAYS = {
    "near": date(2024, 12, 1),
    "far": date(2019, 1, 1),
    "undated": None,
}


class Graph:
    """A graph in which one article names Lavrov in full, and some alone."""

    counters = Counters()

    def run(self, query: Query, parameters: Mapping[str, Any]) -> list[dict[str, Any]]:
        if query.name == "write.family":
            return [{"name": "lavrov", "key": each} for each in (SERGEY, LONE)]
        if query.name == "write.tallies":
            return [{"key": SERGEY, "counts": COUNTS}, {"key": LONE, "counts": "{}"}]
        if query.name == "write.articles_of_lone_names":
            return [
                {"entity": row["key"], "article": name, "published": day}
                for row in parameters["rows"]
                if row["key"] == LONE
                for name, day in DAYS.items()
            ]
        return []


@pytest.mark.parametrize(
    "published, concerned",
    [
        (date(2024, 12, 24), {"near"}),
        # He is met anew in months that are far from all of these.
        (date(2022, 6, 1), set()),
        (date(2019, 3, 1), {"far"}),
        # What has no day counts in every month.
        (None, {"near", "far"}),
    ],
)
def test_articles_concerned_are_those_of_the_months_around(
    published: date | None, concerned: set[str]
) -> None:
    graph = Graph()
    people = People(graph, [SERGEY])
    people.count(published, {SERGEY: ["Sergey Lavrov"], RUSSIA: ["Russia"]}, 1)
    people.finish_counting()
    assert people.articles_concerned(graph).keys() == concerned


def test_articles_concerned_are_none_where_only_the_count_differs() -> None:
    graph = Graph()
    people = People(graph, [SERGEY])
    people.count(date(2024, 11, 9), {SERGEY: ["Sergey Lavrov"]}, 1)
    people.finish_counting()
    assert people.articles_concerned(graph) == {}
