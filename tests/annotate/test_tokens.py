"""Tokens of runs that have no space."""

import pytest
import spacy
from spacy.tokens import Doc

from kg.annotate.tokens import RunTokenizer, make_tokenizer

NLP = spacy.blank("en")
NEWS = 'Ada said: "I don\'t know," (see https://example.org/a?b=c).\n\nShe left.'


@pytest.mark.parametrize("text", ["", " ", NEWS, NEWS * 30, "x" * 500 + " y"])
def test_run_tokenizer_gives_spacys_tokens(text: str) -> None:
    doc, plain = RunTokenizer(NLP.tokenizer)(text), NLP.tokenizer(text)
    assert [(t.text, t.norm_, t.whitespace_) for t in doc] == [
        (t.text, t.norm_, t.whitespace_) for t in plain
    ]


@pytest.mark.parametrize("text", ["[" * 1_700, f"A {'“' * 501}  b\n", "a(" * 900 + "."])
def test_run_tokenizer_keeps_the_text_of_a_long_run(text: str) -> None:
    assert RunTokenizer(NLP.tokenizer)(text).text == text


def test_run_tokenizer_reads_a_long_run_in_pieces() -> None:
    lengths: list[int] = []

    def measured(text: str) -> Doc:
        lengths.append(len(text))
        return NLP.tokenizer(text)

    RunTokenizer(measured)("(" * 5_000)
    assert len(lengths) == 10
    assert max(lengths) == 500


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("U.S.-Ghana ties", ["U.S.", "-", "Ghana", "ties"]),
        ("the U.S.–led force", ["the", "U.S.", "–", "led", "force"]),
        ("U.S./U.K. talks", ["U.S.", "/", "U.K.", "talks"]),
        ("Kenya-Ghana", ["Kenya", "-", "Ghana"]),
        ("F-16", ["F-16"]),
    ],
)
def test_make_tokenizer_parts_initials_from_what_a_hyphen_joins(
    text: str, expected: list[str]
) -> None:
    assert [token.text for token in make_tokenizer(NLP)(text)] == expected


def test_make_tokenizer_parts_only_contractions() -> None:
    tokens = [
        each.text for each in make_tokenizer(NLP)("Wont and Im wed on Wed, they don't")
    ]
    assert tokens == ["Wont", "and", "Im", "wed", "on", "Wed", ",", "they", "do", "n't"]


def test_make_tokenizer_keeps_verbs_with_a_prefix_whole() -> None:
    tokenizer = make_tokenizer(NLP)
    text = "They re-elected the co-founder, who will co-operate and de-escalate."
    tokens = [each.text for each in tokenizer(text)]
    assert {"re-elected", "co-operate", "de-escalate"} < set(tokens)
    assert "co-founder" not in tokens


def test_run_tokenizer_ends_a_sentence_with_the_networks_name() -> None:
    doc = RunTokenizer(NLP.tokenizer)("He wrote it on X. Ada X. Quill saw it on X.")
    words = "He wrote it on X . Ada X. Quill saw it on X ."
    assert [token.text for token in doc] == words.split()
    assert not doc.has_annotation("DEP")
