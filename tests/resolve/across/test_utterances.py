"""Statements of different articles that report the same utterance."""

from collections.abc import Callable
from datetime import date, timedelta

import msgspec
import pytest

from kg.annotate.meaning import meaning
from kg.annotate.pipeline import load_pipeline
from kg.resolve.across.utterances import (
    WINDOW,
    Utterance,
    is_comparable,
    restatement,
)
from kg.vectors import to_text

DAY = date(2024, 11, 1)


def utterance(text: str, *, after: int = 0, known: bool = True) -> Utterance:
    day = DAY + timedelta(days=after) if known else None
    return Utterance(text=text, from_=day, to=day)


@pytest.fixture(scope="module")
def read() -> Callable[[str], Utterance]:
    """Return a function that gives a text the vector of kg's own weights."""
    nlp = load_pipeline(threads=1)

    def read_text(text: str) -> Utterance:
        doc = nlp(f"“{text},” Ada Moss said.")
        content = doc.char_span(1, 1 + len(text))
        vector = to_text(meaning(nlp, doc, [content]).tolist())
        return msgspec.structs.replace(utterance(text), vector=vector)

    return read_text


@pytest.mark.parametrize(
    "one, other",
    [
        (
            "“We will always stand firmly by our Russian comrades until the day of "
            "victory,”",
            "that Pyongyang would stand firmly by Russia until its day of victory",
        ),
        (
            "the dam would be finished by the end of the year, whatever the river does",
            "“Whatever the river does, this dam will be finished by the end of the "
            "year.”",
        ),
        (
            "bread prices will not rise before the harvest is in",
            "the ministry won't let bread prices rise before the harvest is in",
        ),
        (
            "some 8,000 soldiers were waiting near the border",
            "that 8,000 soldiers now waited near the country's border",
        ),
    ],
)
def test_restatement_finds_other_wordings(one: str, other: str) -> None:
    found = restatement(utterance(one), utterance(other))
    assert found is not None and 0 < found.score <= 1
    assert "content words shared" in found.reason


@pytest.mark.parametrize(
    "one, other",
    [
        pytest.param(
            "the dam would be finished by the end of the year",
            "the railway would be opened before the summer",
            id="another matter",
        ),
        pytest.param(
            "prices will rise before the harvest is in the barns",
            "prices will not rise before the harvest is in the barns",
            id="denied",
        ),
        pytest.param(
            "some 8,000 soldiers were waiting near the northern border",
            "some 11,000 soldiers were waiting near the northern border",
            id="another figure",
        ),
        pytest.param(
            "the European Union and President Maia Sandu had met in Chisinau",
            "the European Union was no friend of President Maia Sandu",
            id="names alone",
        ),
        pytest.param(
            "France will withdraw its last soldiers from Mali before the winter",
            "France will withdraw its last soldiers from Niger before the winter",
            id="another place",
        ),
        pytest.param("yes, of course", "yes, of course", id="too little"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_restatement_keeps_apart(one: str, other: str) -> None:
    assert restatement(utterance(one), utterance(other)) is None


@pytest.mark.parametrize(
    "text, joined",
    [
        ("Mali and Niger signed treaties with Chad and Benin", True),
        ("Mali and Niger joined Chad and Benin", False),
    ],
)
def test_restatement_needs_two_words_that_are_no_names(text: str, joined: bool) -> None:
    found = restatement(utterance(text), utterance(text))
    assert (found is not None) is joined


WORDS = "the dam would be finished by the end of the year"


@pytest.mark.parametrize("days, joined", [(0, True), (4, True), (5, False)])
def test_restatement_lies_within_the_window(days: int, joined: bool) -> None:
    assert WINDOW.days == 4
    for earlier, later in ((0, days), (days, 0)):
        found = restatement(
            utterance(WORDS, after=earlier), utterance(WORDS, after=later)
        )
        assert (found is not None) is joined


def test_restatement_needs_both_days() -> None:
    assert restatement(utterance(WORDS), utterance(WORDS, known=False)) is None


def test_restatement_is_symmetric() -> None:
    one = utterance(WORDS)
    other = utterance("the great dam would be finished by the year's end, God willing")
    assert restatement(one, other) == restatement(other, one) is not None


def test_restatement_takes_no_president_for_a_denial() -> None:
    one = utterance("the president wants the parliament to vote again on Monday")
    other = utterance("the parliament was wanted to vote again on Monday")
    assert restatement(one, other) is not None


@pytest.mark.parametrize(
    "one, other",
    [
        (
            "the deal will serve the economic aims of both countries",
            "the agreement would serve the economic goals of the two countries",
        ),
        (
            "that prices of bread and milk will climb again before the summer",
            "the cost of bread and milk is going to rise once more this summer",
        ),
    ],
)
@pytest.mark.model
def test_restatement_finds_like_meaning_in_other_words(
    one: str, other: str, read: Callable[[str], Utterance]
) -> None:
    found = restatement(read(one), read(other))
    assert found is not None and "meaning alike" in found.reason
    assert restatement(read(other), read(one)) == found
    # Without vectors the words alone decide.
    assert restatement(utterance(one), read(other)) is None


@pytest.mark.parametrize(
    "one, other",
    [
        (
            "the new bridge over the river will open in spring",
            "the old bridge over the river has cost too many lives",
        ),
        (
            "the army has trained the new soldiers with artillery",
            "the army has lost more soldiers this month than ever",
        ),
    ],
)
@pytest.mark.model
def test_restatement_keeps_other_meanings_apart(
    one: str, other: str, read: Callable[[str], Utterance]
) -> None:
    assert restatement(read(one), read(other)) is None


@pytest.mark.parametrize(("second", "is_found"), [("AQB/", True), ("f38B", False)])
def test_restatement_goes_by_the_vectors_it_is_given(second: str, is_found) -> None:
    one = utterance("the deal will serve the economic aims of both countries")
    other = utterance("the agreement would serve the economic goals of two countries")
    found = restatement(
        msgspec.structs.replace(one, vector="AQB/"),
        msgspec.structs.replace(other, vector=second),
    )
    assert (found is not None) is is_found


def test_is_comparable_tells_what_could_ever_restate() -> None:
    assert is_comparable(WORDS)
    assert not is_comparable("yes, of course")
    assert not is_comparable("President Maia Sandu of Moldova")
