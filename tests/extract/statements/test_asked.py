"""Whom "you" means in a turn that asks."""

import pytest

from kg.extract.statements.asked import Asked


@pytest.mark.parametrize(("word", "expected"), [(2, "Moss"), (3, "fear"), (4, "you")])
def test_asked_knows_you_inside_a_question_alone(make_doc, word, expected):
    doc = make_doc("Moss Q you fear you", heads=[0, 1, 2, 3, 4])
    parts = {"HEARER": [doc[0:1]], "CONTENT": [doc[2:4]]}
    other = {"HEARER": [], "CONTENT": [doc[4:5]]}
    assert Asked([parts, other]).meant_by(doc[word]).text == expected
