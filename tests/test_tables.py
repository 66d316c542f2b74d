"""Tables that kg is shipped with."""

import pytest

from kg.tables import read_table


def test_scalars_of_a_table_are_strings():
    prepositions = read_table("kg.english.words", "function_words.yaml")
    assert all(isinstance(value, str) for value in prepositions.values())
    assert read_table("kg.extract.times", "named.yaml")["feasts"]["Christmas Day"] == (
        "12-25"
    )


def test_a_table_that_is_not_there_is_named():
    with pytest.raises(FileNotFoundError, match=r"none\.yaml"):
        read_table("kg.extract.times", "none.yaml")
