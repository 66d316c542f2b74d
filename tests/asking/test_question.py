"""A question by name or in plain words."""

import pytest

from kg.ask import question_name
from kg.asking.question import is_plain, read_question
from kg.errors import QueryError


class NoStore:
    """Is asked nothing: a name needs no graph."""

    def read(self, query, parameters):
        raise AssertionError(query.name)


def test_read_question_takes_a_name_as_it_is():
    found = read_question(NoStore(), "who_said_what")
    assert question_name(found.query) == "who-said-what"
    assert (found.given, found.notes) == ({}, ())


def test_read_question_suggests_names_for_a_name_of_none():
    with pytest.raises(QueryError, match="did you mean who-said-what"):
        read_question(NoStore(), "who-sayd-what")


@pytest.mark.parametrize(
    ("question", "plain"),
    [("who met whom", True), ("who-said-what", False), (" met ", False), ("", False)],
)
def test_is_plain_tells_words_from_a_name(question, plain):
    assert is_plain(question) is plain
