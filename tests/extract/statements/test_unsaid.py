"""Whether an article reports that something was not said."""

import pytest

from kg.extract.statements.unsaid import is_unsaid


def unsaid(doc, cue, source=(0, 1)):
    return is_unsaid(doc[cue : cue + 1], doc[slice(*source)])


@pytest.mark.parametrize(("adverb", "expected"), [("not", True), ("also", False)])
def test_is_unsaid_reads_adverbs(make_doc, adverb, expected):
    doc = make_doc(
        f"Ada/3/nsubj/B-PERSON/PROPN did/3/aux/O/AUX {adverb}/3/advmod/O/PART "
        "mention/3/ROOT/O/VERB it/3/obj/O/PRON"
    )
    assert unsaid(doc, 3) is expected


@pytest.mark.parametrize(("verb", "expected"), [("decline", True), ("agree", False)])
def test_is_unsaid_reads_refusals(make_doc, verb, expected):
    doc = make_doc(
        f"Ada/1/nsubj/B-PERSON/PROPN {verb}d/1/ROOT/O/VERB to/3/mark/O/PART "
        "say/1/xcomp/O/VERB",
        lemmas=["Ada", verb, "to", "say"],
    )
    assert unsaid(doc, 3) is expected


def test_is_unsaid_takes_a_refused_refusal_as_said(make_doc):
    doc = make_doc(
        "Ada/3/nsubj/B-PERSON/PROPN did/3/aux/O/AUX not/3/advmod/O/PART "
        "hesitate/3/ROOT/O/VERB to/5/mark/O/PART say/3/xcomp/O/VERB"
    )
    assert unsaid(doc, 5) is False


def test_is_unsaid_reads_neither_nor_over_both_verbs(make_doc):
    doc = make_doc(
        "Ada/3/nsubj/B-PERSON/PROPN has/3/aux/O/AUX neither/3/advmod/O/CCONJ "
        "denied/3/ROOT/O/VERB nor/5/cc/O/CCONJ confirmed/3/conj/O/VERB it/5/obj/O/PRON",
    )
    assert unsaid(doc, 3) is True
    assert unsaid(doc, 5) is True


@pytest.mark.parametrize(("word", "expected"), [("No", True), ("One", False)])
def test_is_unsaid_reads_the_source(make_doc, word, expected):
    doc = make_doc(
        f"{word}/1/det/O/DET official/2/nsubj/O/NOUN confirmed/2/ROOT/O/VERB "
        "it/2/obj/O/PRON"
    )
    assert unsaid(doc, 2, source=(0, 2)) is expected


def test_is_unsaid_takes_a_denial_as_said(make_doc):
    doc = make_doc("Ada/1/nsubj/B-PERSON/PROPN denied/1/ROOT/O/VERB it/1/obj/O/PRON")
    assert unsaid(doc, 1) is False


@pytest.mark.parametrize(
    ("adverbs", "expected"),
    [("not/4/advmod/O/PART only/4/advmod/O/ADV", False)]
    + [("now/4/advmod/O/ADV hardly/4/advmod/O/ADV", True)]
    + [("no/3/advmod/O/ADV longer/4/advmod/O/ADV", True)],
)
def test_is_unsaid_weighs_adverbs(make_doc, adverbs, expected):
    doc = make_doc(
        f"Ada/4/nsubj/B-PERSON/PROPN would/4/aux/O/AUX {adverbs} say/4/ROOT/O/VERB"
    )
    assert unsaid(doc, 4) is expected


@pytest.mark.parametrize(
    ("verb", "expected"), [("comment", True), ("disclose", True), ("leave", False)]
)
def test_is_unsaid_tells_refusing_to_say_from_refusing_to_act(make_doc, verb, expected):
    doc = make_doc(
        "Ada/1/nsubj/B-PERSON/PROPN declined/1/ROOT/O/VERB to/3/mark/O/PART "
        f"{verb}/1/xcomp/O/VERB",
        lemmas=["Ada", "decline", "to", verb],
    )
    assert unsaid(doc, 1) is expected


def test_is_unsaid_takes_what_the_cue_goes_on_with(make_doc):
    doc = make_doc(
        "Ada/1/nsubj/B-PERSON/PROPN avoids/1/ROOT/O/VERB praising/1/xcomp/O/VERB "
        "rain/2/obj/O/NOUN",
        lemmas=["Ada", "avoid", "praise", "rain"],
    )
    assert is_unsaid(doc[1:3], doc[0:1]) is True
    assert is_unsaid(doc[1:2], doc[0:1]) is False


@pytest.mark.parametrize(("adverb", "expected"), [("yet", True), ("now", False)])
def test_is_unsaid_reads_yet_to(make_doc, adverb, expected):
    doc = make_doc(
        f"Ada/1/nsubj/B-PERSON/PROPN has/1/ROOT/O/AUX {adverb}/1/advmod/O/ADV "
        "to/4/mark/O/PART announce/1/xcomp/O/VERB",
        lemmas=["Ada", "have", adverb, "to", "announce"],
    )
    assert unsaid(doc, 4) is expected


@pytest.mark.parametrize(
    ("noun", "expected"), [("mention", True), ("secret", False), ("doubt", False)]
)
def test_is_unsaid_reads_no_before_a_noun(make_doc, noun, expected):
    doc = make_doc(
        "Ada/1/nsubj/B-PERSON/PROPN made/1/ROOT/O/VERB no/3/det/O/DET "
        f"{noun}/1/obj/O/NOUN"
    )
    assert is_unsaid(doc[1:4], doc[0:1]) is expected


def test_is_unsaid_takes_what_is_never_omitted_as_said(make_doc):
    doc = make_doc(
        "Ada/2/nsubj/B-PERSON/PROPN never/2/advmod/O/ADV fails/2/ROOT/O/VERB "
        "to/4/mark/O/PART say/2/xcomp/O/VERB",
        lemmas=["Ada", "never", "fail", "to", "say"],
    )
    assert is_unsaid(doc[1:5], doc[0:1]) is False


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("the few", False),
        ("most few", True),
        ("most hardly", True),
        ("such many", False),
    ],
)
def test_is_unsaid_reads_how_many_speak(make_doc, phrase, expected):
    first, second = phrase.split()
    doc = make_doc(
        f"{first}/2/det/O/DET {second}/2/amod/O/ADJ experts/3/nsubj/O/NOUN "
        "think/3/ROOT/O/VERB so/3/advmod/O/ADV"
    )
    assert unsaid(doc, 3, source=(0, 3)) is expected


@pytest.mark.parametrize(("first", "expected"), [("Neither", True), ("Both", False)])
def test_is_unsaid_reads_neither_before_an_article(make_doc, first, expected):
    doc = make_doc(
        f"{first}/2/cc:preconj/O/CCONJ the/2/det/O/DET union/5/nsubj/O/NOUN "
        "and/4/cc/O/CCONJ Sweden/2/conj/O/PROPN agreed/5/ROOT/O/VERB"
    )
    assert unsaid(doc, 5, (0, 5)) is expected


@pytest.mark.parametrize(
    ("mark", "expected"), [("from", True), ("loudly", False), ("though", False)]
)
def test_is_unsaid_tells_what_is_refused_from_an_aside(make_doc, mark, expected):
    dep = "advmod/O/ADV" if mark == "loudly" else "mark/O/SCONJ"
    doc = make_doc(
        f"Ada/1/nsubj/B-PERSON/PROPN refrained/1/ROOT/O/VERB {mark}/3/{dep} "
        "saying/1/advcl/O/VERB so/3/obj/O/PRON",
        lemmas=["ada", "refrain", mark, "say", "so"],
    )
    assert unsaid(doc, 3) is expected


@pytest.mark.parametrize(("link", "expected"), [("or", True), ("but", False)])
def test_is_unsaid_reads_a_negation_over_two_verbs(make_doc, link, expected):
    doc = make_doc(
        "Ada/3/nsubj/B-PERSON/PROPN did/3/aux/O/AUX not/3/advmod/O/PART "
        f"deny/3/ROOT/O/VERB {link}/5/cc/O/CCONJ confirm/3/conj/O/VERB it/5/obj/O/PRON"
    )
    assert unsaid(doc, 5) is expected


def test_is_unsaid_leaves_a_negation_to_the_words_that_were_said(make_doc):
    doc = make_doc(
        "I/4/dep/O/PRON did/4/aux/O/AUX not/4/advmod/O/PART she/4/nsubj/O/PRON"
        " said/4/ROOT/O/VERB",
    )
    assert is_unsaid(doc[4:5], doc[3:4])
    assert not is_unsaid(doc[4:5], doc[3:4], [doc[0:3]])
