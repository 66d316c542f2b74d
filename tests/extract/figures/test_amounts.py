"""Numbers in plain text, with the bound that their words give them."""

import pytest

from kg.extract.figures.amounts import amounts


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
