"""Contents that run into the next saying, on hand-made docs."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc, Span

from kg.annotate.layout.overruns import without_overruns
from kg.annotate.layout.pieces import by_number

MakeDoc = Callable[..., Doc]


def sayings(
    make_doc: MakeDoc, words: str, tags: str, *spans: tuple[int, int, str, int]
) -> Doc:
    """Return a doc with attributions; "vowed" and "accused" are finite verbs."""
    each = words.split()
    finite = {"vowed": "VerbForm=Fin", "accused": "VerbForm=Fin"}
    doc = make_doc(
        each, pos=tags.split(), morphs=[finite.get(word, "") for word in each]
    )
    doc.spans["attribution"] = [
        Span(doc, start, end, label, span_id=number)
        for start, end, label, number in spans
    ]
    return doc


def first_contents(doc: Doc, *quoted: int) -> list[str]:
    found = without_overruns(by_number(doc.spans["attribution"]), frozenset(quoted))
    return [span.text for span in found[1] if span.label_ == "CONTENT"]


def _vow(make_doc: MakeDoc) -> Doc:
    return sayings(
        make_doc,
        "She vowed it would go on , and also accused Bonn of lies",
        "PRON VERB PRON AUX VERB ADP PUNCT CCONJ ADV VERB PROPN ADP NOUN",
        *((0, 1, "SOURCE", 1), (1, 2, "CUE", 1), (2, 13, "CONTENT", 1)),
        *((0, 1, "SOURCE", 2), (9, 10, "CUE", 2), (10, 13, "CONTENT", 2)),
    )


def test_without_overruns_ends_a_content_at_its_sources_next_saying(
    make_doc: MakeDoc,
) -> None:
    assert first_contents(_vow(make_doc)) == ["it would go on"]


def test_without_overruns_leaves_what_is_in_quotation_marks(make_doc: MakeDoc) -> None:
    found = first_contents(_vow(make_doc), *range(2, 13))
    assert found == ["it would go on, and also accused Bonn of lies"]


def test_without_overruns_leaves_what_another_says_inside_a_content(
    make_doc: MakeDoc,
) -> None:
    doc = sayings(
        make_doc,
        "She vowed it would go on and Kim accused Bonn of lies",
        "PRON VERB PRON AUX VERB ADP CCONJ PROPN VERB PROPN ADP NOUN",
        *((0, 1, "SOURCE", 1), (1, 2, "CUE", 1), (2, 12, "CONTENT", 1)),
        *((7, 8, "SOURCE", 2), (8, 9, "CUE", 2), (9, 12, "CONTENT", 2)),
    )
    assert first_contents(doc) == ["it would go on and Kim accused Bonn of lies"]


def test_without_overruns_leaves_a_content_that_holds_its_source(
    make_doc: MakeDoc,
) -> None:
    doc = sayings(
        make_doc,
        "She vowed it would go on , and also accused Bonn of lies",
        "PRON VERB PRON AUX VERB ADP PUNCT CCONJ ADV VERB PROPN ADP NOUN",
        *((0, 1, "SOURCE", 1), (1, 2, "CUE", 1), (0, 13, "CONTENT", 1)),
        *((0, 1, "SOURCE", 2), (9, 10, "CUE", 2), (10, 13, "CONTENT", 2)),
    )
    assert first_contents(doc) == [doc.text]


# Where sentences start: the piece is at 9, the cues at 1 and 7.
@pytest.mark.parametrize(("starts", "kept"), [((0, 6), 1), ((0,), 2), ((0, 6, 9), 2)])
def test_without_overruns_leaves_a_piece_to_the_cue_of_its_sentence(
    make_doc: MakeDoc, starts: tuple[int, ...], kept: int
) -> None:
    words = "Ada called it a loss . She said that all were sad ."
    doc = make_doc(words, sent_starts=starts)
    parts = (
        *((1, 2, "CUE", 1), (2, 5, "CONTENT", 1), (9, 12, "CONTENT", 1)),
        *((7, 8, "CUE", 2), (8, 12, "CONTENT", 2)),
    )
    spans = [Span(doc, at, end, label, span_id=n) for at, end, label, n in parts]
    left = without_overruns(by_number(spans), frozenset())
    assert sum(span.label_ == "CONTENT" for span in left[1]) == kept
    assert left[2] == by_number(spans)[2]


def test_without_overruns_ends_a_content_before_what_its_source_did_not_say(
    make_doc: MakeDoc,
) -> None:
    doc = make_doc(
        "Bonn/1/nsubj/O/PROPN says/1/ROOT/O/VERB two/3/nsubj/O/NUM died/1/ccomp/O/VERB"
        " but/7/cc/O/CCONJ did/7/aux/O/AUX not/7/advmod/O/PART name/3/conj/O/VERB"
        " them/7/obj/O/PRON",
        morphs=["", "VerbForm=Fin", "", "VerbForm=Fin", "", "VerbForm=Fin", "", "", ""],
    )
    doc.spans["attribution"] = [
        Span(doc, start, end, label, span_id=number)
        for start, end, label, number in [
            (0, 1, "SOURCE", 1), (1, 2, "CUE", 1), (2, 9, "CONTENT", 1),
            (0, 1, "SOURCE", 2), (5, 8, "CUE", 2), (8, 9, "CONTENT", 2),
        ]
    ]  # fmt: skip
    assert first_contents(doc) == ["two died"]


@pytest.mark.parametrize(
    ("words", "tags", "kept"),
    [
        ("but did not elaborate", "CCONJ AUX PART VERB", "it fell"),
        ("without elaborating", "SCONJ VERB", "it fell"),
        ("but did elaborate", "CCONJ AUX VERB", "it fell but did elaborate"),
    ],
)
def test_without_overruns_ends_a_content_before_the_speakers_silence(
    make_doc: MakeDoc, words: str, tags: str, kept: str
) -> None:
    after = words.split()
    verb = 3 + len(after)
    doc = make_doc(
        ["She", "said", "it", "fell", *after],
        heads=[1, 1, 3, 1, *[verb] * (len(after) - 1), 3],
        deps=["nsubj", "ROOT", "nsubj", "ccomp", *["advmod"] * len(after)],
        pos=["PRON", "VERB", "PRON", "VERB", *tags.split()],
    )
    doc.spans["attribution"] = [
        Span(doc, 0, 1, "SOURCE", span_id=1),
        Span(doc, 1, 2, "CUE", span_id=1),
        Span(doc, 2, len(doc), "CONTENT", span_id=1),
    ]
    assert first_contents(doc) == [kept]


def test_without_overruns_leaves_out_what_introduces_a_quotation(
    make_doc: MakeDoc,
) -> None:
    words = 'Bob did not : " It fell , " he said'
    tags = "PROPN AUX PART PUNCT PUNCT PRON VERB PUNCT PUNCT PRON VERB"
    spans = ((9, 10, "SOURCE", 1), (10, 11, "CUE", 1), (0, 9, "CONTENT", 1))
    doc = sayings(make_doc, words, tags, *spans)
    assert first_contents(doc, *range(4, 9)) == ['" It fell, "']
    assert first_contents(doc) == ['Bob did not: " It fell, "']


def test_without_overruns_ends_a_content_where_its_source_goes_on_to_act(
    make_doc: MakeDoc,
) -> None:
    doc = _went_on(make_doc, "left/4/conj/O/VERB town/5/obj/O/NOUN")
    assert first_contents(doc) == ["rents would fall"]


def test_without_overruns_gives_a_source_what_a_thing_cannot_say(
    make_doc: MakeDoc,
) -> None:
    doc = _went_on(make_doc, "denied/4/conj/O/VERB talks/5/obj/O/NOUN", modal="had")
    assert first_contents(doc) == ["rents had fall"]
    found = without_overruns(by_number(doc.spans["attribution"]), frozenset())
    assert [(span.label_, span.text) for span in found[2]] == [
        ("SOURCE", "Quill"),
        ("CUE", "denied"),
        ("CONTENT", "talks"),
    ]


def test_without_overruns_leaves_two_deeds_of_who_is_spoken_of(
    make_doc: MakeDoc,
) -> None:
    doc = _went_on(make_doc, "left/4/conj/O/VERB town/5/obj/O/NOUN", modal="had")
    assert first_contents(doc) == ["rents had fall and left town"]


def _went_on(make_doc: MakeDoc, more: str, modal: str = "would") -> Doc:
    doc = make_doc(
        f"Quill/1/nsubj/B-PERSON/PROPN said/1/ROOT/O/VERB rents/4/nsubj/O/NOUN"
        f" {modal}/4/aux/O/AUX fall/1/ccomp/O/VERB and/6/cc/O/CCONJ"
        f" {more.replace('/5/obj', '/6/obj')}",
        lemmas=["Quill", "say", "rent", modal, "fall", "and", "leave", "town"],
        morphs=[*[""] * 6, "Tense=Past|VerbForm=Fin", ""],
    )
    doc.spans["attribution"] = [
        Span(doc, 0, 1, "SOURCE", span_id=1),
        Span(doc, 1, 2, "CUE", span_id=1),
        Span(doc, 2, 8, "CONTENT", span_id=1),
    ]
    return doc


@pytest.mark.parametrize(
    ("head", "content"), [(1, "rents fell"), (3, "rents fell; many left")]
)
def test_without_overruns_ends_a_content_where_a_clause_stands_beside_the_cue(
    make_doc: MakeDoc, head: int, content: str
) -> None:
    doc = make_doc(
        "Quill/1/nsubj/B-PERSON/PROPN said/1/ROOT/O/VERB rents/3/nsubj/O/NOUN"
        " fell/1/ccomp/O/VERB ;/6/punct/O/PUNCT many/6/nsubj/O/PRON"
        f" left/{head}/conj/O/VERB"
    )
    doc.spans["attribution"] = [
        Span(doc, 0, 1, "SOURCE", span_id=1),
        Span(doc, 1, 2, "CUE", span_id=1),
        Span(doc, 2, 7, "CONTENT", span_id=1),
    ]
    assert first_contents(doc) == [content]
