"""What is found of words is remembered within a block, and forgotten behind it."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc, Token

from kg.english.memory import remembered, remembered_once, remembering, text_of

MakeDoc = Callable[[str], Doc]


class Counter:
    """A function that counts its calls."""

    def __init__(self) -> None:
        self.calls = 0

    def of_word(self, word: Token, less: int = 0) -> int:
        self.calls += 1
        return len(word) - less

    def of_doc(self, doc: Doc) -> int:
        self.calls += 1
        return len(doc)


@pytest.fixture
def doc(make_doc: MakeDoc) -> Doc:
    return make_doc("Ada/1/nsubj/B-PERSON left/1/ROOT/O")


def test_remembered_finds_each_word_once_within_a_block(doc: Doc) -> None:
    counter = Counter()
    length = remembered(counter.of_word)
    with remembering(doc), remembering(doc):
        assert [length(word) for word in (doc[0], doc[1], doc[0])] == [3, 4, 3]
        assert length(doc[0], 1) == length(doc[0], less=1) == 2
    assert counter.calls == 4
    assert not doc.user_data


def test_remembered_finds_anew_what_has_changed_since(doc: Doc) -> None:
    tag = remembered(lambda word: word.pos_)
    with remembering(doc):
        tag(doc[0])
    doc[0].pos_ = "X"
    assert tag(doc[0]) == "X"


def test_remembered_once_is_by_article(doc: Doc, make_doc: MakeDoc) -> None:
    counter, other = Counter(), make_doc("Bo/0/ROOT/B-PERSON")
    size = remembered_once(counter.of_doc)
    with remembering(doc), remembering(other):
        assert [size(each) for each in (doc, other, doc)] == [2, 1, 2]
    assert counter.calls == 2


def test_remembering_forgets_where_an_error_ends_it(doc: Doc) -> None:
    with pytest.raises(ValueError, match="broken"), remembering(doc):
        raise ValueError("broken")
    assert not doc.user_data


def test_text_of_is_the_text(doc: Doc) -> None:
    assert text_of(doc) == text_of(doc) == doc.text
