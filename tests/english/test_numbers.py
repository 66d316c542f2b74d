"""Numbers in digits and in words."""

import pytest

from kg.english.numbers import to_number


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
