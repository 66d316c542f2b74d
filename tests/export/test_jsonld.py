"""JSON-LD that rdflib reads to triples."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import rdflib

from kg.export.formats import export
from kg.store.pieces import Piece

SCHEMA = rdflib.Namespace("https://schema.org/")
TERM = rdflib.Namespace("urn:kg:term:")


def triples(pieces: list[Piece], path: Path) -> Any:
    export(pieces, "json-ld", path, on_note=print)
    return rdflib.Graph().parse(path, format="json-ld")


def changed(pieces: list[Piece], **properties: Any) -> list[Piece]:
    """Return the pieces with other properties of all statements."""
    return [
        replace(
            piece,
            nodes=[
                replace(node, properties={**node.properties, **properties})
                if node.label == "Statement"
                else node
                for node in piece.nodes
            ],
        )
        for piece in pieces
    ]


def test_claim_leads_to_speaker_subject_and_article(
    pieces: list[Piece], tmp_path: Path
) -> None:
    graph = triples(pieces, tmp_path / "out")
    found = graph.query(
        """
        SELECT ?speaker ?subject ?headline ?day ?said WHERE {
          ?claim a schema:Claim; schema:creator/schema:name ?speaker;
            schema:about/schema:name ?subject; schema:dateCreated ?said;
            schema:appearance [schema:headline ?headline; schema:datePublished ?day].
        }
        """,
        initNs={"schema": SCHEMA},
    )
    rows = {tuple(map(str, row)) for row in found}
    told = ("Choe Son Hui", "Russia", "Title of b", "2024-11-02", "2024-11-01")
    assert told in rows


def test_words_in_quotation_marks_are_a_quotation(
    pieces: list[Piece], tmp_path: Path
) -> None:
    graph = triples(changed(pieces, form="direct"), tmp_path / "out")
    quotations = set(graph.subjects(rdflib.RDF.type, SCHEMA.Quotation))
    assert len(quotations) == 3
    assert quotations == set(graph.subjects(SCHEMA.isBasedOn))


def test_who_did_not_say_it_is_no_creator(pieces: list[Piece], tmp_path: Path) -> None:
    graph = triples(changed(pieces, negated=True), tmp_path / "out")
    assert list(graph.objects(None, SCHEMA.creator)) == []
    assert len(list(graph.objects(None, TERM.notSaidBy))) == 3


def test_article_s_day_is_the_last_on_which_it_was_said(
    pieces: list[Piece], tmp_path: Path
) -> None:
    graph = triples(changed(pieces, dayBasis="article"), tmp_path / "out")
    assert list(graph.objects(None, SCHEMA.dateCreated)) == []
    covered = {str(each) for each in graph.objects(None, SCHEMA.temporalCoverage)}
    assert covered == {"../2024-11-01"}


def test_statement_tells_what_its_day_rests_on(
    pieces: list[Piece], tmp_path: Path
) -> None:
    told = changed(pieces, dayBasis="other article")
    graph = triples(told, tmp_path / "out")
    assert {str(each) for each in graph.objects(None, TERM.dayBasis)} == {
        "other article"
    }
    assert list(graph.objects(None, SCHEMA.dateCreated))


def test_statement_tells_which_it_restates(pieces: list[Piece], tmp_path: Path) -> None:
    graph = triples(pieces, tmp_path / "out")
    claims = set(graph.subjects(rdflib.RDF.type, SCHEMA.Claim))
    restated = list(graph.subject_objects(TERM.restates))
    assert restated
    assert {end for pair in restated for end in pair} <= claims


def test_it_is_one_thing_a_line(pieces: list[Piece], tmp_path: Path) -> None:
    export(pieces, "json-ld", tmp_path / "out", on_note=print)
    _, *lines, _ = (tmp_path / "out").read_text(encoding="utf-8").split("\n")[:-1]
    assert all(json.loads(line.rstrip(","))["@id"] for line in lines)
