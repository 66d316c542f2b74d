"""Numbers in digits and in words."""

import pytest

from kg.extract.figures.amounts import amounts
from kg.extract.number_words import to_number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1,200", 1200),
        ("1.5 million", 1_500_000),
        ("1.1 million", 1_100_000),
        ("3bn", 3_000_000_000),
        ("5k", 5_000),
        ("two", 2),
        ("twenty-five", 25),
        ("a dozen", 12),
        ("half a million", 500_000),
        ("two and a half million", 2_500_000),
        ("two hundred and six", 206),
        ("three thousand five hundred", 3_500),
        ("0.5", 0.5),
    ],
)
def test_to_number_reads_digits_and_words(text, value):
    assert to_number(text) == value


@pytest.mark.parametrize("text", ["", "many", "S-400", "1" * 40, "first"])
def test_to_number_gives_none_for_other_words(text):
    assert to_number(text) is None


@pytest.mark.parametrize(
    ("text", "value", "bound"),
    [
        ("some 8,000 men", 8_000, "about"),
        ("approximately 10,000 men", 10_000, "about"),
        ("an estimated 400 men", 400, "about"),
        ("up to 10,000 men", 10_000, "max"),
        ("fewer than 20 men", 20, "max"),
        ("no more than 20 men", 20, "max"),
        ("at least 12 men", 12, "min"),
        ("more than an additional 12 men", 12, "min"),
        ("no fewer than 12 men", 12, "min"),
        ("12 or more men", 12, "min"),
        ("12 men", 12, "exact"),
        ("thousands of men", None, "about"),
    ],
)
def test_amounts_give_value_and_bound(text, value, bound):
    assert [(one.value, one.bound) for one in amounts(text)] == [(value, bound)]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("10 to 15 men", [(10, "min"), (15, "max")]),
        ("10,000-12,000 men", [(10_000, "min"), (12_000, "max")]),
        (
            "between 300 and 400 million men",
            [(300_000_000, "min"), (400_000_000, "max")],
        ),
        ("rose from 10 to 15 percent", [(10, "exact"), (15, "exact")]),
        ("won 3 and 2", [(3, "exact"), (2, "exact")]),
    ],
)
def test_amounts_of_a_range_bound_it(text, values):
    assert [(one.value, one.bound) for one in amounts(text)] == values


@pytest.mark.parametrize(
    "text",
    [
        "S-400 missiles",
        "a 34-year-old man",
        "at 10:30 today",
        "see a.org/?x=80%20b",
        "the 5th time",
        "1/3 of it",
        "v2.0.1 of it",
        "B52",
    ],
)
def test_amounts_leave_out_codes_clocks_and_compounds(text):
    assert list(amounts(text)) == []
