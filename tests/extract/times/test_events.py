"""What "two days after the vote" counts from."""

from datetime import date

import pytest

from kg.extract.times.events import event_word
from kg.extract.times.grammar import expressions
from kg.extract.times.times import times

VOTE = (
    "Parliament/1/nsubj/O/NOUN voted/1/ROOT/O/VERB on/3/case/O/ADP May/1/obl/O/PROPN "
    "5/3/nummod/O/NUM ,/3/punct/O/PUNCT 2024/3/nummod/O/NUM ./1/punct/O/PUNCT "
)
LATER = (
    "Two/9/nummod/O/NUM days/16/obl/O/NOUN after/13/mark/O/SCONJ the/12/det/O/DET "
    "deputies/13/nsubj/O/NOUN voted/16/advcl/O/VERB ,/13/punct/O/PUNCT "
    "he/16/nsubj/O/PRON left/16/ROOT/O/VERB ./16/punct/O/PUNCT"
)


def lemmas(words):
    return [
        "vote" if word.startswith("voted") else word.split("/")[0].lower()
        for word in words.split()
    ]


def test_times_count_from_the_event_that_the_text_dated(make_doc):
    words = VOTE + LATER
    doc = make_doc(words, lemmas=lemmas(words))
    found = [(one.text, one.from_) for one in times(doc, date(2024, 11, 1))]
    assert found == [
        ("May 5, 2024", date(2024, 5, 5)),
        ("Two days after", date(2024, 5, 7)),
    ]


def test_times_leave_out_what_counts_from_an_event_never_dated(make_doc):
    words = VOTE + LATER
    others = [x if x != "vote" else str(at) for at, x in enumerate(lemmas(words))]
    found = times(make_doc(words, lemmas=others), date(2024, 11, 1))
    assert [one.text for one in found] == ["May 5, 2024"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("two/X days/X after/X the/DET vote/NOUN it", "vote"),
        ("two/X days/X after/X the/DET free/ADJ vote/NOUN it", "vote"),
        ("two/X days/X after/X the/DET very/ADV", None),
    ],
)
def test_event_word_is_the_next_noun(make_doc, words, expected):
    pairs = [word.partition("/") for word in words.split()]
    doc = make_doc([each[0] for each in pairs], pos=[each[2] or "X" for each in pairs])
    (one,) = expressions(doc.text)
    assert event_word(doc, one) == expected
