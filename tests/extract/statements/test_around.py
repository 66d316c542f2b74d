"""Who is meant inside the words of a speaker."""

import pytest

from kg.extract.statements.around import Around


@pytest.mark.parametrize(("word", "expected"), [(2, "Moss"), (3, "fear"), (4, "you")])
def test_around_knows_you_inside_a_question_alone(make_doc, word, expected):
    doc = make_doc("Moss Q you fear you", heads=[0, 1, 2, 3, 4])
    parts = {"HEARER": [doc[0:1]], "CONTENT": [doc[2:4]]}
    other = {"HEARER": [], "CONTENT": [doc[4:5]]}
    assert Around([parts, other]).meant_by(doc[word]).text == expected


@pytest.mark.parametrize(("verb", "expected"), [("seem", "Moss"), ("say", None)])
def test_around_gives_an_impression_to_who_speaks(make_doc, verb, expected):
    doc = make_doc(f"Moss : it {verb} late", heads=[0, 1, 2, 3, 4])
    turn = {"SOURCE": [doc[0:1]], "SPEAKER": [], "CUE": [doc[1:2]]}
    inner = {"SOURCE": [], "SPEAKER": [], "CUE": [doc[3:4]], "CONTENT": [doc[4:5]]}
    around = Around([turn | {"CONTENT": [doc[2:5]]}, inner])
    found = around.has_impression(doc[3:4])
    assert (found.text if found else None) == expected


@pytest.mark.parametrize(("adverb", "who"), [("reportedly", "Moss"), ("soon", None)])
def test_around_gives_hearsay_to_who_tells_it(make_doc, adverb, who):
    doc = make_doc(
        f"Moss said he {adverb} fled",
        heads=[1, 1, 4, 4, 1],
        deps=["nsubj", "ROOT", "nsubj", "advmod", "ccomp"],
    )
    outer = {"SOURCE": [doc[0:1]], "SPEAKER": [], "CUE": [doc[1:2]]}
    inner = {"SOURCE": [], "SPEAKER": [], "CUE": [doc[3:4]], "CONTENT": [doc[4:5]]}
    around = Around([outer | {"CONTENT": [doc[2:5]]}, inner])
    found = around.has_impression(doc[3:4])
    assert (found.text if found else None) == who
