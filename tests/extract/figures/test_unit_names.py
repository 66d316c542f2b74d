"""The tables of units, turned round."""

import pytest

from kg.extract.figures.unit_names import (
    national_currencies,
    unit_names,
    unit_words,
)


def test_unit_words_is_a_plain_list():
    assert "year" in unit_words("durations")
    assert "tank" not in unit_words("durations")


def test_unit_names_lead_from_each_word_to_its_name():
    nouns = unit_names("nouns")
    assert nouns["soldier"] == "troops"
    assert "tank" not in nouns


def test_national_currencies_go_by_nation_and_word():
    codes = national_currencies()
    assert codes["canadian", "dollar"] == "CAD"
    assert ("canadian", "pound") not in codes


@pytest.mark.parametrize("read", [unit_words, unit_names])
def test_tables_that_are_not_there_are_errors(read):
    with pytest.raises(KeyError):
        read("moons")
