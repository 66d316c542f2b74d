"""Quotations of different articles that have the same words."""

from datetime import date

import pytest

from kg.records import Span, Statement
from kg.resolve.across.utterances import Utterance
from kg.resolve.across.wordings import verbatim, wording

QUOTED = "The government has squandered every opportunity to negotiate peacefully"


def statement(*contents: str, form: str = "direct") -> Statement:
    return Statement(
        id="s",
        form=form,  # type: ignore[arg-type]
        speakers=(),
        source=None,
        cue=None,
        content=tuple(Span(start=0, end=len(text), text=text) for text in contents),
        about=(),
        addressees=(),
        said=None,
        negated=False,
        evidence=Span(start=0, end=1, text="a"),
    )


@pytest.mark.parametrize(
    "other",
    [
        statement(f'"{QUOTED}"'),
        statement(f"“{QUOTED}, and we regret it,” … “Nobody knows why.”"),
        statement(f"that they had “{QUOTED.removeprefix('The ')}”", form="mixed"),
        statement(QUOTED.upper()),
    ],
)
def test_wording_is_the_same_however_a_quotation_is_cut(other):
    found = wording(statement(f'"{QUOTED}."'))
    assert found is not None
    assert wording(other) == found


@pytest.mark.parametrize(
    "other",
    [
        statement(QUOTED, form="indirect"),  # not quoted
        statement('"We will never ever give up, and we will go on."'),
        statement('"It is a good day to do it all and be on our way at last"'),
        statement(),
    ],
)
def test_wording_wants_many_long_words_in_quotation_marks(other):
    assert wording(other) is None


def test_wording_tells_quotations_apart():
    other = QUOTED.replace("government", "opposition")
    assert wording(statement(QUOTED)) != wording(statement(other))


def utterance(text: str, day: int | None = None, basis: str | None = None) -> Utterance:
    told = date(2024, 11, day) if day else None
    return Utterance(text=text, from_=told, to=told, basis=basis)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (utterance(QUOTED), utterance(f"{QUOTED} and it knows so")),
        (utterance(QUOTED, 1, "stated"), utterance(QUOTED)),
        (utterance(QUOTED, 1, "stated"), utterance(QUOTED, 20, "article")),
        (utterance(QUOTED, 1, "stated"), utterance(QUOTED, 3, "occasion")),
    ],
)
def test_verbatim_needs_no_day_on_either_side(one, other):
    found = verbatim(one, other)
    assert found is not None
    assert found == verbatim(other, one)
    assert found.score == 1.0
    assert found.reason.startswith("quoted in the same words: 5 of 5")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # Two occasions, each with its day.
        (utterance(QUOTED, 1, "stated"), utterance(QUOTED, 20, "stated")),
        (utterance(QUOTED), utterance(QUOTED.replace("has", "has not"))),
        (
            utterance(f"{QUOTED}; farmers want bread"),
            utterance(f"{QUOTED}; miners ask for work"),
        ),
    ],
)
def test_verbatim_tells_utterances_apart(one, other):
    assert verbatim(one, other) is None
