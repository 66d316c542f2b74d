"""One article's findings put together, from hand-made records."""

from datetime import date

import pytest
from msgspec.structs import replace

from kg.extract.findings import (
    Argument,
    Candidate,
    Findings,
    FoundEvent,
    FoundFigure,
    FoundRelation,
    FoundStatement,
)
from kg.records import Article, Span
from kg.resolve.article.assemble import assemble

TEXT = "Ada Moss met Bob Hale. She said: “We trust Bob Hale.” “We do.” 40 people came."


def span(text: str, nth: int = 0) -> Span:
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(text, start + 1)
    return Span(start=start, end=start + len(text), text=text)


def argument(text: str, nth: int = 0) -> Argument:
    found = span(text, nth)
    head = found.start + max(found.text.rfind(" ") + 1, 0)
    return Argument(start=found.start, end=found.end, text=text, head=head)


def candidate(text: str, nth: int = 0, **given) -> Candidate:
    at = argument(text, nth)
    fields = {
        "form": "name",
        "label": "PERSON",
        "sentence": 0,
        "paragraph": 0,
        "number": "singular",
    }
    return Candidate(
        start=at.start,
        end=at.end,
        text=text,
        head=at.head,
        lemma=text,
        **(fields | given),
    )


def statement(content: str, *, source: str | None, evidence: str, **given):
    fields = {"form": "direct", "cue": None, "addressees": (), "said": None}
    fields |= {"kind": "speech", "certainty": None}
    return FoundStatement(
        **(fields | given),
        source=span(source) if source else None,
        sources=(argument(source),) if source else (),
        content=(span(content),),
        negated=False,
        evidence=span(evidence),
    )


@pytest.fixture
def findings() -> Findings:
    first_person = {"form": "pronoun", "label": None, "person": 1, "number": "plural"}
    return Findings(
        article=Article(id="a", text=TEXT, published=date(2021, 5, 3)),
        candidates=(
            candidate("Ada Moss", is_subject=True, gender="feminine"),
            candidate("Bob Hale", gender="masculine"),
            candidate(
                "She",
                form="pronoun",
                label=None,
                gender="feminine",
                sentence=1,
                is_subject=True,
            ),
            candidate("We", 0, **first_person, quotation=0, sentence=1),
            candidate("Bob Hale", 1, sentence=1, quotation=0),
            candidate("We", 1, **first_person, quotation=1, sentence=2),
        ),
        statements=(
            statement(
                "We trust Bob Hale.",
                source="She",
                evidence="She said: “We trust Bob Hale.”",
            ),
            statement("“We do.”", source=None, evidence="“We do.”"),
        ),
        events=(
            FoundEvent(
                type="CONSULT",
                mode=None,
                trigger=span("met"),
                actors=(argument("Ada Moss"),),
                recipients=(argument("Bob Hale"),),
                place=None,
                when=None,
                factuality="actual",
                evidence=span("Ada Moss met Bob Hale."),
            ),
            FoundEvent(
                type="SUPPORT",
                mode=None,
                trigger=span("trust"),
                actors=(argument("We"),),
                recipients=(argument("Bob Hale", 1),),
                place=None,
                when=None,
                factuality="reported",
                evidence=span("She said: “We trust Bob Hale.”"),
            ),
        ),
        relations=(),
        figures=(
            FoundFigure(
                value=40,
                bound="exact",
                unit="people",
                of=None,
                phrase=span("40 people"),
                evidence=span("40 people came."),
            ),
        ),
        times=(),
    )


def test_assemble_resolves_the_pronoun_of_a_source(findings):
    ada = assemble(findings).statements[0].speakers
    assert ada == ("Person:ada moss",)


def test_assemble_goes_on_with_the_speaker_of_the_quotation_before(findings):
    first, second = assemble(findings).statements
    assert second.source is None
    assert second.speakers == first.speakers


def test_assemble_does_not_go_on_over_a_gap(findings):
    far = statement("40 people came.", source=None, evidence="40 people came.")
    changed = Findings(
        **{name: getattr(findings, name) for name in findings.__struct_fields__}
        | {"statements": (findings.statements[0], far)}
    )
    assert assemble(changed).statements[1].speakers == ()


def test_assemble_counts_a_speaker_who_says_we_as_no_subject(findings):
    first = assemble(findings).statements[0]
    assert first.about == ("Person:bob hale",)


def test_assemble_binds_we_to_the_speaker(findings):
    extraction = assemble(findings)
    trust = extraction.events[1]
    assert trust.actors == ("Person:ada moss",)


def test_assemble_ties_an_event_to_the_statement_that_reports_it(findings):
    extraction = assemble(findings)
    met, trust = extraction.events
    assert met.statement is None
    assert trust.statement == extraction.statements[0].id


def test_assemble_keeps_a_figure_outside_statements_untied(findings):
    (figure,) = assemble(findings).figures
    assert (figure.value, figure.statement) == (40, None)


def test_assemble_makes_keys_of_text_and_offsets_alone(findings):
    renamed = Findings(
        **{name: getattr(findings, name) for name in findings.__struct_fields__}
        | {"article": Article(id="b", text=TEXT, published=date(2021, 5, 3))}
    )
    keys = [each.id for each in assemble(findings).statements]
    assert keys == [each.id for each in assemble(renamed).statements]
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize("type_", ["ASSAULT", "CONSULT"])
def test_assemble_reads_nobody_as_having_met_or_attacked_himself(findings, type_):
    event = replace(
        findings.events[0],
        type=type_,
        actors=(argument("Ada Moss"),),
        recipients=(argument("Ada Moss"), argument("Bob Hale")),
    )
    [found] = assemble(replace(findings, events=(event,))).events
    assert found.actors == ("Person:ada moss",)
    assert found.recipients == ("Person:bob hale",)


@pytest.mark.parametrize(
    ("type_", "turned", "expected"),
    [
        ("SPOUSE_OF", False, [("Person:ada moss", "Person:bob hale")]),
        # A marriage is one, in whatever order it is told.
        ("SPOUSE_OF", True, [("Person:ada moss", "Person:bob hale")]),
        ("PARENT_OF", True, [("Person:bob hale", "Person:ada moss")]),
        # Nobody is born in a person.
        ("BORN_IN", False, []),
    ],
)
def test_assemble_keeps_relations_that_may_be(findings, type_, turned, expected):
    ends = [argument("Ada Moss"), argument("Bob Hale")]
    subject, object_ = reversed(ends) if turned else ends
    found = FoundRelation(
        subject=subject,
        type=type_,
        object_=object_,
        title=None,
        evidence=span("Ada Moss met"),
    )
    relations = assemble(replace(findings, relations=(found, found))).relations
    assert [(each.subject, each.object_) for each in relations] == expected
