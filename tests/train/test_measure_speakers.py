"""Measuring speakers, addressees and negation, on sentences of our own."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from kg.extract.findings import Argument, FoundStatement
from kg.records import (
    Article,
    ArticleInfo,
    Entity,
    Extraction,
    Mention,
    MentionForm,
    Span,
    Statement,
)
from kg.train.gold_labels import (
    AddresseeLabel,
    GoldError,
    Label,
    NegationLabel,
    SpeakerLabel,
    articles,
    labels,
)
from kg.train.measure_speakers import (
    Reading,
    Told,
    addressee_rows,
    is_right_speaker,
    judged,
    negation_rows,
    speaker_rows,
    statement_of,
)

TEXT = "Ada Quill of Leeds met Bob. She told reporters that rain was near."
ADA, BOB = "Person:ada quill", "Person:bob"


def span(text: str) -> Span:
    start = TEXT.index(text)
    return Span(start=start, end=start + len(text), text=text)


def place(text: str) -> tuple[int, int]:
    return span(text).start, span(text).end


def entity(id_: str, *mentions: tuple[str, MentionForm]) -> Entity:
    found = tuple(
        Mention(**{key: getattr(span(text), key) for key in ("start", "end")},
                text=text, form=form)
        for text, form in mentions
    )  # fmt: skip
    return Entity(id=id_, type="Person", name=id_, mentions=found)


ENTITIES = (
    entity(ADA, ("Ada Quill", "name"), ("She", "pronoun")),
    entity(BOB, ("Bob", "name")),
    entity("Group:reporters", ("reporters", "nominal")),
)
CONTENT = "that rain was near"


def reading(
    speakers: tuple[str, ...] = (ADA,),
    addressees: tuple[str, ...] = ("reporters",),
    *,
    negated: bool = False,
) -> Reading:
    hearers = tuple(
        Argument(start=s.start, end=s.end, text=s.text, head=s.start)
        for s in map(span, addressees)
    )
    common = {
        "form": "indirect",
        "kind": "speech",
        "certainty": None,
        "source": span("She"),
        "cue": span("told"),
        "content": (span(CONTENT),),
        "said": None,
        "negated": negated,
        "evidence": span(f"She told reporters {CONTENT}"),
    }
    statement = Statement(
        id="s",
        speakers=speakers,
        about=(),
        addressees=tuple(f"Group:{each}" for each in addressees),
        **common,
    )
    info = ArticleInfo(
        id="a", title=None, published=None, published_basis="none", source=None,
        url=None, sha256="0",
    )  # fmt: skip
    extraction = Extraction(
        article=info, entities=ENTITIES, statements=(statement,), events=(),
        relations=(), figures=(), times=(),
    )  # fmt: skip
    found = FoundStatement(sources=(), addressees=hearers, **common)
    return Reading(extraction, (found,))


def label(make: Callable[..., Label], **answer: object) -> Label:
    fields = {"anchor": place("She"), "content": (place("rain was near"),)} | answer
    return make(corpus="c", document=0, **fields)


def told(**given: tuple[str, ...]) -> Told:
    found = statement_of(label(Label), reading(**given))
    assert found is not None
    return found


def test_statement_of_takes_a_content_that_overlaps_with_the_source():
    assert statement_of(label(Label), reading()) is not None


def test_statement_of_leaves_a_statement_with_other_parts():
    other = label(Label, anchor=place("Bob"), content=(place("near"),))
    assert statement_of(other, reading()) is None


@pytest.mark.parametrize(
    ("kind", "answer", "found"),
    [
        (SpeakerLabel, {"kind": "pronoun", "speakers": ()}, True),
        (NegationLabel, {"negated": True}, False),
    ],
)
def test_statement_of_takes_another_source_but_not_another_cue(kind, answer, found):
    other = label(kind, anchor=place("Bob"), **answer)
    assert (statement_of(other, reading()) is not None) is found


@pytest.mark.parametrize(
    ("content", "found"), [("rain was near", True), ("near", False)]
)
def test_statement_of_takes_half_of_a_content_that_no_clause_reports(content, found):
    unreported = label(Label, anchor=None, content=(place(content),))
    assert (statement_of(unreported, reading()) is not None) is found


@pytest.mark.parametrize(
    ("speakers", "right"),
    [((ADA,), True), ((BOB,), False), ((), False), ((ADA, BOB), False)],
)
def test_is_right_speaker_wants_the_named_speaker_alone(speakers, right):
    named = label(SpeakerLabel, kind="pronoun", speakers=((place("Ada Quill"),),))
    assert is_right_speaker(named, told(speakers=speakers)) is right


def test_is_right_speaker_wants_no_more_than_a_part_of_a_longer_name():
    longer = label(SpeakerLabel, kind="pronoun", speakers=((place("Bob. She told"),),))
    assert not is_right_speaker(longer, told(speakers=(BOB,)))


@pytest.mark.parametrize(
    ("speakers", "right"), [((), True), (("Group:reporters",), True), ((ADA,), False)]
)
def test_is_right_speaker_wants_nobody_named_where_the_article_names_none(
    speakers, right
):
    unnamed = label(SpeakerLabel, kind="title", speakers=())
    assert is_right_speaker(unnamed, told(speakers=speakers)) is right


def test_speaker_rows_tell_all_from_found():
    named = {"kind": "pronoun", "speakers": ((place("Ada Quill"),),)}
    gold = [
        label(SpeakerLabel, **named),
        label(SpeakerLabel, anchor=place("Bob"), content=(place("Ada"),), **named),
    ]
    rows = dict(speaker_rows(judged(gold, {("c", 0): reading()})))
    assert rows["speakers, pronouns and titles"] == (
        "50.0 of all 2, 100.0 of the 1 found"
    )


@pytest.mark.parametrize(
    ("found", "shown"),
    [
        (("reporters",), "precision 100.0 of 1, recall 100.0"),
        ((), "precision 0.0 of 0, recall 0.0"),
    ],
)
def test_addressee_rows_compare_phrases(found, shown):
    gold = [label(AddresseeLabel, addressees=(place("reporters"),))]
    rows = dict(addressee_rows(judged(gold, {("c", 0): reading(addressees=found)})))
    assert rows["addressees, phrases"].startswith(shown)
    assert rows["addressees, entities"].startswith(shown)


@pytest.mark.parametrize(
    ("negated", "shown"), [(True, "precision 100.0 of 1"), (False, "precision 0.0")]
)
def test_negation_rows_count_what_went_unsaid(negated, shown):
    gold = [label(NegationLabel, negated=True)]
    readings = {("c", 0): reading(negated=negated)}
    assert dict(negation_rows(judged(gold, readings)))["negation"].startswith(shown)


def test_articles_read_lines_by_number(tmp_path: Path):
    lines = [json.dumps({"text": text, "published": "2019-03-02"}) for text in "abc"]
    (tmp_path / "news.jsonl").write_text("\n".join(lines), encoding="utf-8")
    assert articles(tmp_path, "news.jsonl", {1}) == {
        1: Article(
            id="1", text="b", published=date(2019, 3, 2), published_basis="given"
        )
    }


def test_articles_name_the_documents_that_a_corpus_lacks(tmp_path: Path):
    (tmp_path / "news.jsonl").write_text("", encoding="utf-8")
    with pytest.raises(GoldError, match=r"no documents \[1\]"):
        articles(tmp_path, "news.jsonl", {1})


@pytest.mark.parametrize(
    ("name", "kind", "size"),
    [
        ("speakers", SpeakerLabel, 200),
        ("addressees", AddresseeLabel, 100),
        ("negation", NegationLabel, 100),
    ],
)
def test_labels_are_offsets_in_order(name, kind, size):
    found = labels(name, kind)
    assert len(found) == size
    assert all(start < end for each in found for start, end in each.content)
