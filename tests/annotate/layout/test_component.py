"""Transcripts, signed quotations and headlines on hand-made docs, without the model."""

import pytest
import spacy
from spacy.tokens import Doc, Span

from kg.annotate.layout.component import Layouts
from kg.annotate.layout.empty import is_idle
from kg.annotate.layout.overruns import without_neighbours
from kg.annotate.layout.transcripts import turns
from kg.annotate.quotes import Quotes

NLP = spacy.blank("en")


def _doc(text: str, *people: str, pos: dict[str, str] | None = None) -> Doc:
    """Return a doc with people's names, quotations and a few parts of speech."""
    doc = NLP.make_doc(text)
    for token in doc:
        named = "PROPN" if token.text[:1].isupper() else "NOUN"
        token.pos_ = (pos or {}).get(token.text, named if token.is_alpha else "PUNCT")
        token.lemma_ = token.lower_
        if token.pos_ == "VERB":
            token.set_morph("VerbForm=Fin")
    names = [
        doc.char_span(at, at + len(name), "PERSON")
        for name in people
        for at in range(len(text))
        if text.startswith(name, at)
    ]
    doc.ents = [name for name in names if name is not None]
    doc.spans["attribution"] = []
    return Quotes(spans_key="quotes")(doc)


def _attributions(doc: Doc) -> list[dict[str, str]]:
    found: dict[int, dict[str, str]] = {}
    for span in Layouts()(doc).spans["attribution"]:
        found.setdefault(span.id, {})[span.label_] = span.text
    return list(found.values())


def _turns(text: str, *people: str) -> list[tuple[str, list[str]]]:
    doc = _doc(text, *people)
    return [
        (turn.label.text, [each.text for each in turn.paragraphs])
        for turn in turns(doc)
    ]


def test_turns_reads_questions_and_answers() -> None:
    text = "Q: Will you run?\n\nA: I will.\nMy son will not.\n\nQ: Why?\n\nA: Age."
    assert _turns(text) == [
        ("Q", ["Will you run?"]),
        ("A", ["I will.", "My son will not."]),
        ("Q", ["Why?"]),
        ("A", ["Age."]),
    ]


def test_turns_reads_names_in_capitals_with_a_note() -> None:
    text = (
        "MR. HOLT: We sail at noon.\n(Laughter.)\nNobody stays.\n\n"
        "MINISTER LAHTI (via interpreter): We thank you.\n\n###\n\nPress office: 555"
    )
    assert _turns(text) == [
        ("MR. HOLT", ["We sail at noon.", "Nobody stays."]),
        ("MINISTER LAHTI", ["We thank you."]),
    ]


def test_turns_knows_a_speaker_again_by_the_last_name() -> None:
    text = "Jane Roe: Who saw it?\nPeter Novak: I did.\nRoe: When?\nNovak: At two."
    labels = [label for label, _ in _turns(text, "Jane Roe", "Peter Novak")]
    assert labels == ["Jane Roe", "Peter Novak", "Roe", "Novak"]


def test_turns_gives_a_speech_to_its_one_speaker() -> None:
    text = "Ada Moss, Minister\n\nMINISTER MOSS: Good day.\n\nWe sail at noon."
    assert _turns(text, "Ada Moss") == [
        ("MINISTER MOSS", ["Good day.", "We sail at noon."])
    ]


def test_turns_of_one_name_alone_end_with_the_paragraph() -> None:
    text = "Why now?\nKM: The pipes leak.\nAnd then?\nKM: The schools need roofs."
    assert _turns(text) == [
        ("KM", ["The pipes leak."]),
        ("KM", ["The schools need roofs."]),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Place: Geneva\nDate: 3 May\nPhoto: Ada Moss",
        "Ada Moss: 45 points\nJane Roe: 32 points\nAda Moss: 3 fouls",
        "VESSEL NAME: Aurora\nVESSEL FLAG: Panama\nVESSEL NAME: Borea",
        "There are three ways: out, in or through.\nAnd my point is this: Go.",
        "MR. HOLT: We sail at noon.",
        "BREAKING NEWS: We sail at noon, says Ada Moss.",
        "WASHINGTON: Our ships sail.",
        "AND MOSS: The talks end.\n\nThe ships sail.",
        "",
    ],
)
def test_turns_leaves_lists_and_single_labels(text: str) -> None:
    assert _turns(text, "Ada Moss", "Jane Roe") == []


def test_layouts_makes_a_turn_a_quotation_with_its_speaker() -> None:
    doc = _doc("MR. HOLT: We sail.\n\nQUESTION: Why?")
    assert _attributions(doc) == [
        {"SOURCE": "MR. HOLT", "CUE": ":", "CONTENT": "We sail."},
        {"SOURCE": "QUESTION", "CUE": ":", "CONTENT": "Why?"},
    ]
    assert [span.text for span in doc.spans["quotes"]] == ["We sail.", "Why?"]


def test_layouts_drops_what_the_model_made_of_a_label() -> None:
    doc = _doc("MR. HOLT: We sail.\n\nQUESTION: Why?")
    doc.spans["attribution"] = [
        Span(doc, 0, 3, "SOURCE", span_id=1),
        Span(doc, 4, 5, "CONTENT", span_id=1),
    ]
    assert len(_attributions(doc)) == 2


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("“The port stays in our hands.” –Mayor Ada Moss", "Mayor Ada Moss"),
        ("“The port stays in our hands.”\n— Ada Moss, mayor", "Ada Moss, mayor"),
        ("And from Mayor Ada Moss:\n\n“The port stays ours.”", "Mayor Ada Moss"),
        (
            "From the desk of Ada Moss, mayor.\n“The port stays ours.”",
            "Ada Moss, mayor",
        ),
    ],
)
def test_layouts_attributes_signed_quotations(text: str, source: str) -> None:
    (found,) = _attributions(_doc(text, "Ada Moss"))
    assert found["SOURCE"] == source
    assert found["CONTENT"].startswith("“The port") and found["CONTENT"][-1] == "”"


@pytest.mark.parametrize(
    "text",
    [
        "“The port stays in our hands” – which Ada Moss denies.",
        "“The port stays in our hands.” – Ada Moss denies it.",
        "“The Port” – Ada Moss",
        "Ada Moss came home.\n\n“The port stays in our hands.”",
    ],
)
def test_layouts_leaves_quotations_that_nobody_signs(text: str) -> None:
    assert _attributions(_doc(text, "Ada Moss", pos={"denies": "VERB"})) == []


def test_layouts_attributes_a_text_to_whom_its_first_line_names() -> None:
    doc = _doc(
        "Press office\n\nThe below is attributable to Spokesperson Ada Moss:\n\n"
        "The minister met the mayor.\n\nThey spoke of water.",
        "Ada Moss",
    )
    common = {"SOURCE": "Spokesperson Ada Moss", "CUE": "attributable to"}
    assert _attributions(doc) == [
        {**common, "CONTENT": "The minister met the mayor."},
        {**common, "CONTENT": "They spoke of water."},
    ]


def test_layouts_leaves_a_signed_quotation_that_the_model_attributes() -> None:
    doc = _doc("“The port stays in our hands,” Eve said. – Ada Moss", "Ada Moss", "Eve")
    doc.spans["attribution"] = [
        Span(doc, 0, 9, "CONTENT", span_id=1),
        Span(doc, 9, 10, "SOURCE", span_id=1),
        Span(doc, 10, 11, "CUE", span_id=1),
    ]
    assert [each["SOURCE"] for each in _attributions(doc)] == ["Eve"]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Moss: No talks before May", ("Moss", ":", "No talks before May")),
        ("Moss on trade: 'No talks now'", ("Moss", ":", "'No talks now'")),
        ("Floods “worst yet”: minister", ("minister", ":", "Floods “worst yet”")),
        ("Snow until spring - forecasters", ("forecasters", "-", "Snow until spring")),
    ],
)
def test_layouts_reads_headlines(text: str, parts: tuple[str, str, str]) -> None:
    found = dict(zip(("SOURCE", "CUE", "CONTENT"), parts, strict=True))
    assert _attributions(_doc(text, "Moss")) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "Budget: Taxes to rise again",
        "Recipe: Ann's apple cake",
        "Roads closed in Bern - in pictures",
        "There were two ways: out or in.",
        "Moss: Talks end\n\nThe talks ended on Monday. Nobody spoke.",
    ],
)
def test_layouts_leaves_topics_before_a_colon(text: str) -> None:
    assert _attributions(_doc(text, "Moss")) == []


def test_layouts_reads_a_headline_that_the_text_bears_out() -> None:
    text = "Moss: Talks may end\n\nThe talks may end, Moss told Bern Radio on Monday."
    doc = _doc(text, "Moss", pos={"told": "VERB"})
    moss = [token.i for token in doc if token.text == "Moss"][1]
    doc.spans["attribution"] = [
        Span(doc, moss - 5, moss - 1, "CONTENT", span_id=1),
        Span(doc, moss, moss + 1, "SOURCE", span_id=1),
        Span(doc, moss + 1, moss + 2, "CUE", span_id=1),
    ]
    assert _attributions(doc)[1] == {
        "SOURCE": "Moss",
        "CUE": ":",
        "CONTENT": "Talks may end",
    }


def _spans(words: str, tags: str, parts: str) -> list[Span]:
    doc = Doc(NLP.vocab, words=words.split(), pos=tags.split())
    doc.spans["quotes"] = []
    for token in doc:
        token.lemma_ = {"known": "know", "said": "say"}.get(token.text, token.text)
        kinds = {"known": "VerbForm=Part", "when": "PronType=Int"}
        token.set_morph(kinds.get(token.text, ""))
    names = {"S": "SOURCE", "C": "CONTENT", "Q": "CUE"}
    return [
        Span(doc, at, at + 1, names[part], span_id=1)
        for at, part in enumerate(parts)
        if part in names
    ]


@pytest.mark.parametrize(
    ("words", "tags", "parts", "idle"),
    [
        ("He was praised", "PRON AUX VERB", "C-Q", True),
        ("a hall known as Blue House", "DET NOUN VERB ADP PROPN PROPN", "--QQCC", True),
        ("Protests are reported", "NOUN AUX VERB", "C-Q", True),
        ("Moss said when", "PROPN VERB ADV", "SQC", True),
        ("Moss said so much", "PROPN VERB ADV ADV", "SQCC", False),
        ("Moss wants peace", "PROPN VERB NOUN", "SQC", False),
        (
            "War may come , reports say",
            "NOUN AUX VERB PUNCT NOUN VERB",
            "CCC-QQ",
            False,
        ),
    ],
)
def test_is_idle_tells_what_nobody_says(
    words: str, tags: str, parts: str, idle: bool
) -> None:
    assert is_idle(_spans(words, tags, parts), frozenset()) is idle


def _two_sayings(words: str, tags: str, *spans: tuple[int, int, str, int]) -> list[str]:
    doc = Doc(NLP.vocab, words=words.split(), pos=tags.split())
    for token in doc:
        if token.text in {"vowed", "accused"}:
            token.set_morph("VerbForm=Fin")
    doc.spans["quotes"] = []
    doc.spans["attribution"] = [
        Span(doc, start, end, label, span_id=number)
        for start, end, label, number in spans
    ]
    found = without_neighbours(
        {
            number: [s for s in doc.spans["attribution"] if s.id == number]
            for number in (1, 2)
        },
        frozenset(),
    )
    return [span.text for span in found[1] if span.label_ == "CONTENT"]


def test_without_neighbours_ends_a_content_at_its_sources_next_saying() -> None:
    content = _two_sayings(
        "She vowed it would go on , and also accused Bonn of lies",
        "PRON VERB PRON AUX VERB ADP PUNCT CCONJ ADV VERB PROPN ADP NOUN",
        *((0, 1, "SOURCE", 1), (1, 2, "CUE", 1), (2, 13, "CONTENT", 1)),
        *((0, 1, "SOURCE", 2), (9, 10, "CUE", 2), (10, 13, "CONTENT", 2)),
    )
    assert content == ["it would go on"]


def test_without_neighbours_leaves_what_is_said_inside_a_content() -> None:
    content = _two_sayings(
        "She vowed it would go on and Kim accused Bonn of lies",
        "PRON VERB PRON AUX VERB ADP CCONJ PROPN VERB PROPN ADP NOUN",
        *((0, 1, "SOURCE", 1), (1, 2, "CUE", 1), (2, 12, "CONTENT", 1)),
        *((7, 8, "SOURCE", 2), (8, 9, "CUE", 2), (9, 12, "CONTENT", 2)),
    )
    assert content == ["it would go on and Kim accused Bonn of lies"]


@pytest.mark.parametrize(("starts", "kept"), [((0, 6), 1), ((0,), 2)])
def test_without_neighbours_leaves_a_piece_to_the_cue_of_its_sentence(
    starts: tuple[int, ...], kept: int
) -> None:
    words = "Ada called it a loss . She said that all were sad ."
    doc = Doc(
        NLP.vocab, words=words.split(), sent_starts=[i in starts for i in range(13)]
    )
    doc.spans["quotes"] = []
    first = [(1, 2, "CUE"), (2, 5, "CONTENT"), (9, 12, "CONTENT")]
    second = [(7, 8, "CUE"), (8, 12, "CONTENT")]
    groups = {
        number: [Span(doc, *bounds, label, span_id=number) for *bounds, label in spans]
        for number, spans in ((1, first), (2, second))
    }
    left = without_neighbours(groups, frozenset())
    assert sum(span.label_ == "CONTENT" for span in left[1]) == kept
    assert left[2] == groups[2]


@pytest.mark.parametrize(("label", "kept"), [("LOC", 0), ("PERSON", 1)])
def test_layouts_drops_a_place_before_a_colon(label: str, kept: int) -> None:
    doc = _doc("Juba: Roads closed after floods")
    doc.ents = [Span(doc, 0, 1, label)]
    doc.spans["attribution"] = [
        Span(doc, 0, 1, "SOURCE", span_id=1),
        Span(doc, 2, 6, "CONTENT", span_id=1),
    ]
    assert len(_attributions(doc)) == kept
