"""The whole pipeline with the packaged weights, on text that is hard on it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from kg.annotate.encoder.component import encoded
from kg.annotate.pipeline import COMPONENTS, load_pipeline
from kg.errors import ModelError

pytestmark = pytest.mark.model

STORY = (
    "Harbour Deal Signed\n\n"
    "Foreign Minister Ada Brandt said on Monday that Norway would not sell the port. "
    '"We will keep it," she told reporters in Oslo.\n\n'
    "The ministry denied reports of a loan."
)


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load_pipeline(threads=1)


def _facts(doc: Doc) -> tuple[object, ...]:
    words = [(t.pos_, t.lemma_, str(t.morph), t.head.i, t.dep_) for t in doc]
    spans = [
        (key, s.start, s.end, s.label_, s.id)
        for key in sorted(doc.spans)
        for s in doc.spans[key]
    ]
    return words, [(e.start, e.end, e.label_) for e in doc.ents], spans


def _attributions(doc: Doc) -> Iterator[dict[str, str]]:
    numbers = sorted({span.id for span in doc.spans["attribution"]})
    for number in numbers:
        yield {s.label_: s.text for s in doc.spans["attribution"] if s.id == number}


def test_load_pipeline_names_the_source_of_what_was_said(nlp: Language) -> None:
    doc = nlp(STORY)
    found = list(_attributions(doc))
    assert any(
        "Brandt" in a.get("SOURCE", "") and "sell the port" in a["CONTENT"]
        for a in found
    )
    assert any(a["CONTENT"] == '"We will keep it,"' for a in found)


def test_load_pipeline_marks_quotations(nlp: Language) -> None:
    doc = nlp(STORY)
    assert [span.text for span in doc.spans["quotes"]] == ['"We will keep it,"']


def test_load_pipeline_opens_a_sentence_after_a_newline(nlp: Language) -> None:
    doc = nlp(STORY)
    opening = {sent.text.strip().split()[0] for sent in doc.sents}
    assert {"Harbour", "Foreign", "The"} <= opening


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "\n\n",
        "\n\nShe said so.\n\n ",
        "x" * 50_000,
        "https://a.example/" + "b/" * 3_000 + " was closed, he said.",
        "She said that " + "and then the men went on to the town " * 120,
        '"' * 31,
        "\u200b \u00a0 a\u200bb \u202e evil \x07",
    ],
)
def test_load_pipeline_gives_each_sentence_one_tree(nlp: Language, text: str) -> None:
    doc = nlp(text)
    assert doc.text == text
    for sent in doc.sents:
        assert sum(token.head.i == token.i for token in sent) == 1
        assert all(token.head in sent for token in sent)
    assert all(token.pos_ for token in doc)


def test_load_pipeline_reads_an_article_alike_alone_and_among_others(
    nlp: Language,
) -> None:
    others = ["The war went on.", STORY, "Nobody spoke. " * 40, ""]
    piped = list(nlp.pipe(others, batch_size=4))
    assert _facts(piped[1]) == _facts(nlp(STORY))


def test_load_pipeline_frees_the_encoders_arrays(nlp: Language) -> None:
    with pytest.raises(ModelError, match="kg_encoder"):
        encoded(nlp(STORY))


def test_load_pipeline_takes_a_users_component_after_its_own() -> None:
    seen = []

    @Language.component("test_counts_attributions")
    def count(doc: Doc) -> Doc:
        seen.append(len(doc.spans["attribution"]))
        return doc

    nlp = load_pipeline(threads=1)
    nlp.add_pipe("test_counts_attributions", last=True)
    list(nlp.pipe([STORY, "It rained."]))
    assert len(seen) == 2 and seen[0] > 0


def test_load_pipeline_says_what_a_model_folder_lacks(tmp_path: Path) -> None:
    (tmp_path / "vocab.txt").write_text("[UNK]\n")
    with pytest.raises(ModelError, match=r"missing encoder\.onnx"):
        load_pipeline(tmp_path)


def test_factories_are_found_without_an_import() -> None:
    nlp = spacy.blank("en")
    for name in COMPONENTS:
        assert nlp.has_factory(name)
