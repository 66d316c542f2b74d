"""Words that one source passes on from another."""

import pytest

from kg.extract.statements.passed_on import from_who_said_it

WORDS = (
    "Tass/1/nsubj/B-ORG/PROPN quoted/1/ROOT/O/VERB Lavrov/1/obj/B-PERSON/PROPN "
    "as/4/mark/O/SCONJ saying/1/advcl/O/VERB it/6/nsubj/O/PRON fell/4/ccomp/O/VERB"
)
LEMMAS = ["tass", "quote", "lavrov", "as", "say", "it", "fall"]


def parts_of(doc, source, cue, content):
    spans = {"SOURCE": source, "CUE": cue, "CONTENT": content}
    return {label: [doc[slice(*at)]] for label, at in spans.items()}


def texts(parts):
    return {label: [span.text for span in spans] for label, spans in parts.items()}


def test_from_who_said_it_takes_the_one_quoted(make_doc):
    doc = make_doc(WORDS, lemmas=LEMMAS)
    assert texts(from_who_said_it(parts_of(doc, (0, 1), (1, 2), (2, 7)))) == {
        "SOURCE": ["Lavrov"],
        "CUE": ["saying"],
        "CONTENT": ["it fell"],
    }


def test_from_who_said_it_keeps_what_stands_before_the_cue(make_doc):
    words = "Rain/1/obj/O/NOUN ,/1/punct/O/PUNCT " + " ".join(
        word.replace(f"/{head}/", f"/{head + 2}/", 1)
        for word, head in zip(WORDS.split(), (1, 1, 1, 4, 1, 6, 4), strict=True)
    )
    doc = make_doc(words, lemmas=["rain", ",", *LEMMAS])
    found = from_who_said_it(parts_of(doc, (2, 3), (3, 4), (0, 1)))
    assert texts(found)["CONTENT"] == ["Rain"]


@pytest.mark.parametrize(("index", "lemma"), [(1, "see"), (4, "saying")])
def test_from_who_said_it_leaves_other_attributions(make_doc, index, lemma):
    words = WORDS if index == 1 else WORDS.replace("as/4/mark", "of/4/case")
    lemmas = [*LEMMAS[:index], lemma, *LEMMAS[index + 1 :]]
    parts = parts_of(make_doc(words, lemmas=lemmas), (0, 1), (1, 2), (2, 7))
    assert texts(from_who_said_it(parts)) == texts(parts)
