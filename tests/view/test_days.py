"""The page's days are those that the graph keeps."""

from datetime import date

from kg.network import read_links
from kg.queries import load_query

EVER = {"from": None, "to": None}


def test_a_statement_counts_on_the_day_that_another_article_tells(sample):
    until = {**EVER, "to": "2024-11-01"}
    rows = sample.read(load_query("view.statement_days"), until)
    found = {row["key"]: (row["day"], row["dayBasis"]) for row in rows}
    # Its own article is of 3 November.
    assert found["s2"] == (date(2024, 11, 1), "other article")


def test_links_are_those_of_the_days_asked_for(sample):
    until = {**EVER, "to": "2024-11-01"}
    days = sample.read(load_query("view.statement_days"), until)
    links = read_links(sample, until)
    assert {row["statement"] for row in links.said} <= {row["key"] for row in days}
    assert len(links.said) < len(read_links(sample, EVER).said)


def test_an_event_counts_on_its_article_s_day_where_it_has_none(sample):
    rows = sample.read(load_query("view.event_days"), EVER)
    bases = {row["key"]: row["dayBasis"] for row in rows}
    assert (bases["v1"], bases["v3"]) == ("stated", "article")
