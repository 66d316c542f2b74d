"""The kinds of questions against the questions, and matching on made-up wordings."""

import pytest

from kg.ask import question_name
from kg.asking.kinds import best_match, kinds
from kg.asking.wording import Slot, Wording


def wording(text, marks=None, slots=(), **rest):
    """Make a wording of words at blanks; `marks` are by word, slots (role, word)."""
    words = text.split()
    made = {
        words.index(word): dict.fromkeys(each.split(), word)
        for word, each in (marks or {}).items()
    }
    ends = [sum(map(len, words[: at + 1])) + at for at in range(len(words))]
    spans = [(end - len(word), end) for word, end in zip(words, ends, strict=True)]
    asked = frozenset(rest.get("asked", ()))
    empty = frozenset(map(words.index, rest.get("empty", ())))
    found = tuple(
        Slot(role, word, frozenset({words.index(word)}), True) for role, word in slots
    )
    return Wording(text, tuple(spans), made, found, asked, empty, {}, frozenset())


def test_kinds_name_parameters_and_values_of_their_questions():
    for kind in kinds():
        parameters = {each.name for each in kind.query.parameters}
        assert {*kind.takes, *kind.sets} <= parameters
        for name, value in kind.sets.items():
            assert value in kind.query.values[name]


def test_kinds_of_words_have_no_doubles():
    shapes = [(kind.words, kind.asked) for kind in kinds()]
    assert all(kind.words for kind in kinds())
    # What the same words ask by turns is told apart by what each can take.
    assert len(shapes) - len(set(shapes)) <= 1


def test_best_match_takes_what_leaves_least_over():
    asked = wording(
        "who met Lavrov",
        {"met": "meet @meeting"},
        [("object", "Lavrov")],
        asked=["who:subject"],
        empty=["who"],
    )
    found = best_match(asked, frozenset())
    assert found is not None
    assert question_name(found.kind.query) == "met"
    assert (found.given, found.left) == ({"with": "Lavrov"}, ())


def test_best_match_leaves_over_what_no_parameter_takes():
    asked = wording("Choe said quietly", {"said": "say @cue"}, [("subject", "Choe")])
    found = best_match(asked, frozenset())
    assert found is not None
    assert (found.given["speaker"], found.left) == ("Choe", (2,))


def test_best_match_needs_what_a_question_needs():
    asked = wording("what happened", {"happened": "happen"}, empty=["what"])
    found = best_match(asked, frozenset())
    assert found is not None
    assert question_name(found.kind.query) == "acted"


def test_best_match_gives_days_to_questions_that_take_any():
    said = wording("said yesterday", {"said": "say @cue"})
    held = wording("office yesterday", {"office": "office"})
    assert best_match(said, frozenset({1})).left == ()
    assert best_match(held, frozenset({1})).left == (1,)


@pytest.mark.parametrize("text", ["weather", "why"])
def test_best_match_finds_none_where_no_words_fit(text):
    assert best_match(wording(text), frozenset()) is None
