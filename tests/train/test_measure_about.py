"""Measuring what statements are about, on sentences of our own."""

from collections import Counter

import pytest
from train.reading_pages import ADA, BOB, label, page, statement

from kg.train.gold_labels import AboutLabel, labels
from kg.train.measure_about import errors, figures

TOLD = "Bob that rain was near"


def found(wanted, *statements):
    """Return the errors of statements on the page, with how many labels match."""
    return errors(wanted, {("c", 0): page(*statements)})


def test_errors_tell_what_is_right_from_what_is_lacking():
    about = (("Bob Stone",), ("Ada Quill",))
    wanted = [label(TOLD, "told", about=about)]
    errors_, matched = found(wanted, statement(TOLD, "told", "She", about=(BOB.id,)))
    assert (matched, errors_.right, errors_.met) == (1, 1, 1)
    assert errors_.lacking == Counter({"not in its words": 1})


def test_errors_name_what_is_in_the_words_and_passed_over():
    wanted = [label("Ada Quill of Leeds", None, about=(("Ada Quill",),))]
    errors_, _ = found(wanted, statement("Ada Quill of Leeds", None, None))
    assert errors_.lacking == Counter({"named in its words": 1})


@pytest.mark.parametrize(
    ("speakers", "cause"), [((), "not in its words"), ((ADA.id,), "speaks")]
)
def test_errors_count_what_is_wrong_by_its_cause(speakers, cause):
    said = statement(TOLD, "told", "She", about=(ADA.id,), speakers=speakers)
    errors_, _ = found([label(TOLD, "told")], said)
    assert errors_.wrong == Counter({cause: 1})


def test_errors_count_what_is_allowed_neither_way():
    wanted = [label(TOLD, "told", about_ok=(("Ada Quill",),))]
    errors_, _ = found(wanted, statement(TOLD, "told", "She", about=(ADA.id,)))
    assert (errors_.right, errors_.wrong.total(), errors_.met) == (0, 0, 0)


def test_errors_pass_over_what_kg_does_not_have():
    assert found([label(TOLD, "told", about=(("Bob Stone",),))])[1] == 0
    other = statement("stop the war", "urged", None)
    assert found([label(TOLD, "told")], other)[1] == 0


def test_figures_give_shares_and_causes():
    wanted = [label(TOLD, "told", about=(("Ada Quill",),))]
    errors_, matched = found(wanted, statement(TOLD, "told", "She", about=(BOB.id,)))
    lines = list(figures("mine", errors_, matched, 1))
    assert lines[0] == "mine: 1 statements of 1"
    assert lines[2].split() == ["recall", "0.0", "%", "of", "1"]
    assert "  lacking, not in its words: 1" in lines


def test_labels_stand_for_some_name_each():
    found_labels = labels("about", AboutLabel)
    assert len(found_labels) == 598
    named = [name for x in found_labels for name in (*x.about, *x.about_ok)]
    assert all(named)
