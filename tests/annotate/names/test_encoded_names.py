"""Names after decoding: one type an article, directions with nationalities."""

from itertools import accumulate

import numpy as np
import pytest
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from kg.annotate.names.encoded_names import mended, settled_types


def _settle(texts: list[str], types: list[str], per: list[float]) -> list[str]:
    scores = {
        "PER": np.log(np.array(per, np.float32)),
        "ORG": np.log(1 - np.array(per, np.float32)),
    }
    ends = list(accumulate(len(text.split()) for text in texts))
    spans = list(zip([0, *ends], ends, strict=False))
    return settled_types(texts, types, spans, scores)


def test_settled_types_gives_one_string_its_likeliest_type() -> None:
    texts, types = ["Brandt"] * 3, ["PER", "ORG", "PER"]
    assert _settle(texts, types, [0.9, 0.4, 0.9]) == ["PER"] * 3


def test_settled_types_leaves_other_strings_and_dates_alone() -> None:
    texts, types = ["Brandt", "Acme", "May", "May"], ["PER", "ORG", "DATE", "PER"]
    assert _settle(texts, types, [0.9, 0.4, 0.2, 0.9]) == types


def test_settled_types_counts_the_bodies_that_a_name_opens() -> None:
    texts, types = ["Quill Foods", "Quill", "Quill"], ["ORG", "PER", "PER"]
    assert _settle(texts, types, [0.1, 0.1, 0.6, 0.6]) == ["ORG"] * 3
    assert _settle(texts, types, [0.1, 0.1, 0.99, 0.99]) == types


@pytest.mark.parametrize(
    ("words", "tags", "names", "expected"),
    [
        ("North Korean ships", "ADJ ADJ NOUN", [(0, 1, "LOC"), (1, 2, "NORP")], [(0, 2, "NORP")]),  # noqa: E501
        ("the South Korean ships", "DET ADJ ADJ NOUN", [(2, 3, "NORP")], [(1, 3, "NORP")]),  # noqa: E501
        ("Western leaders", "ADJ NOUN", [(0, 1, "PERSON")], [(0, 1, "NORP")]),
        ("in recent days", "ADP ADJ NOUN", [(1, 2, "DATE")], []),
        ("in May 2020", "ADP PROPN NUM", [(1, 3, "DATE")], [(1, 3, "DATE")]),
        ("South Africa", "PROPN PROPN", [(0, 2, "LOC")], [(0, 2, "LOC")]),
    ],
)  # fmt: skip
def test_mended_names(
    words: str,
    tags: str,
    names: list[tuple[int, int, str]],
    expected: list[tuple[int, int, str]],
) -> None:
    doc = Doc(Vocab(), words=words.split(), pos=tags.split())
    found = mended([Span(doc, start, end, label) for start, end, label in names])
    assert [(span.start, span.end, span.label_) for span in found] == expected
