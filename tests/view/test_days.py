"""The page's days are those that the graph keeps."""

from datetime import date

import pytest

from kg.queries import load_query


@pytest.mark.parametrize("name", ["said", "subjects"])
def test_a_statement_counts_on_the_day_that_another_article_tells(sample, name):
    until = {"from": None, "to": "2024-11-01"}
    rows = sample.read(load_query(f"view.{name}"), until)
    found = {row["statement"]: (row["day"], row["dayBasis"]) for row in rows}
    # Its own article is of 3 November.
    assert found["s2"] == (date(2024, 11, 1), "other article")


def test_an_event_counts_on_its_article_s_day_where_it_has_none(sample):
    rows = sample.read(load_query("view.parties"), {"from": None, "to": None})
    bases = {row["event"]: row["dayBasis"] for row in rows}
    assert (bases["v1"], bases["v3"]) == ("stated", "article")
