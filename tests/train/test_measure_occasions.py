"""Measuring when statements were said."""

from datetime import date

import pytest

from kg.records import SaidBasis, Span, Statement, When
from kg.train.gold_labels import SaidLabel, labels
from kg.train.measure_occasions import is_right_day, rows, wrong_days
from kg.train.measure_speakers import Told

DAY, NEXT = date(2024, 11, 4), date(2024, 11, 5)


def told(day: date | None, basis: SaidBasis | None) -> Told:
    said = When(from_=day, to=day, basis="relative") if day else None
    statement = Statement(
        id="s",
        form="direct",
        speakers=(),
        source=None,
        cue=None,
        content=(),
        about=(),
        addressees=(),
        said=said,
        said_basis=basis,
        negated=False,
        evidence=Span(start=0, end=1, text="a"),
    )
    return Told(statement, found=None, entities={})  # type: ignore[arg-type]


def label(day: date | None) -> SaidLabel:
    said = (day, day) if day else None
    return SaidLabel(corpus="c", document=0, half="tune", content=((0, 1),), said=said)


@pytest.mark.parametrize(
    ("right", "found", "basis", "expected"),
    [
        (DAY, DAY, "stated", True),
        (DAY, DAY, "occasion", True),
        (DAY, NEXT, "occasion", False),
        # Only the article's day: on or before, which is not known to be the day.
        (DAY, DAY, "article", False),
        (None, DAY, "article", True),
        (None, DAY, "occasion", False),
        (None, None, None, True),
        (DAY, None, None, False),
    ],
)
def test_is_right_day_wants_day_and_basis(
    right: date | None, found: date | None, basis: SaidBasis | None, expected: bool
) -> None:
    assert is_right_day(label(right), told(found, basis)) is expected


def test_rows_count_what_kg_has_found() -> None:
    pairs = [(label(DAY), told(DAY, "stated")), (label(None), None)]
    assert dict(rows(pairs))["when"] == "right 1 of 1, 100.0"


def test_wrong_days_say_what_was_right_and_what_was_found() -> None:
    pairs = [(label(DAY), told(NEXT, "occasion")), (label(DAY), told(DAY, "stated"))]
    assert list(wrong_days(pairs)) == ["c:0:0\t2024-11-04\t2024-11-05\toccasion\t-"]


def test_the_gold_labels_are_read() -> None:
    assert len(labels("dates", SaidLabel)) == 506
