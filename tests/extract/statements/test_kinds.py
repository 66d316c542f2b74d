"""Kinds of statement and degrees of certainty, by cue and form."""

from importlib.resources import files

import pytest
import yaml

from kg.extract.statements.kinds import certainty_of, kind_of
from kg.records import Certainty, StatementKind

LEMMAS = {
    "according": "accord", "was": "be", "is": "be", "has": "have", "have": "have",
    "told": "tell", "declined": "decline", "replied": "reply", "pledged": "pledge",
    "accused": "accuse", "made": "make", "denied": "deny", "denies": "deny",
    "rejected": "reject", "believes": "believe", "expected": "expect", "saw": "see",
    "viewed": "view", "plans": "plan", "planned": "plan", "hoping": "hope",
    "worries": "worry", "supports": "support", "opposed": "oppose", "shown": "show",
    "found": "find", "rode": "ride", "sniffed": "sniff", "thinks": "think",
    "confirmed": "confirm", "suspects": "suspect", "doubted": "doubt", "said": "say",
    "convinced": "convince", "committed": "commit", "praised": "prais",
    "reckoned": "reckone", "thought": "think",
}  # fmt: skip


@pytest.fixture
def cue(make_doc):
    """Return a function that makes a cue of words, all hanging on the first one."""

    def make(text, **given):
        if text is None:
            return None
        words = text.split()
        lemmas = [LEMMAS.get(word, word) for word in words]
        return make_doc(words, lemmas=lemmas, **given)[:]

    return make


def kind(cue, form="indirect"):
    return kind_of(cue, form)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("said", "speech"),
        ("according to", "speech"),
        ("told reporters in a statement", "speech"),
        ("declined to say", "speech"),
        ("replied", "speech"),
        ("has pledged", "speech"),
        ("was accused of", "speech"),
        ("made clear", "speech"),
        ("denied", "denial"),
        ("denies", "denial"),
        ("rejected as", "denial"),
        ("believes", "belief"),
        ("is widely expected to", "belief"),
        ("saw it as", "belief"),
        ("viewed", "belief"),
        ("plans to announce", "intention"),
        ("planned", "intention"),
        ("decision", "intention"),
        ("hoping", "feeling"),
        ("worries", "feeling"),
        ("was afraid", "feeling"),
        ("supports", "stance"),
        ("opposed", "stance"),
        ("have shown", "finding"),
        ("found", "finding"),
        ("saw", "finding"),
        (":", "speech"),
        ("rode", "speech"),
    ],
)
def test_kind_of_goes_by_the_cue(cue, text, expected):
    assert kind(cue(text)) == expected


@pytest.mark.parametrize(
    ("text", "form", "expected"),
    [
        ("sniffed", "direct", "speech"),
        ("thinks", "direct", "speech"),
        ("denied", "direct", "denial"),
        ("sniffed", "mixed", "speech"),
        ("thinks", "mixed", "belief"),
        ("sniffed", "indirect", "speech"),
    ],
)
def test_kind_of_takes_quoted_words_for_speech(cue, text, form, expected):
    assert kind(cue(text), form) == expected


def test_kind_of_without_a_cue_is_speech():
    assert kind(None) == "speech"


def test_kind_of_tells_a_state_from_a_deed(cue):
    was = {"heads": [1, 1], "deps": ["aux:pass", "ROOT"]}
    assert kind(cue("was convinced", **was)) == "belief"
    assert kind(cue("convinced them")) == "speech"
    assert kind(cue("is committed", **was)) == "intention"
    assert kind(cue("has committed")) == "speech"


def test_kind_of_says_nothing_of_half_a_compound(cue):
    spaces = [False, False, True, False]
    assert kind(cue("doubt - free about", spaces=spaces)) == "speech"


def test_kind_of_knows_a_verb_whose_lemma_is_cut_too_short(cue):
    assert kind(cue("praised", pos=["VERB"])) == "speech"
    assert kind(cue("reckoned", pos=["VERB"])) == "belief"
    # "not" is no form of "note".
    assert kind(cue("not see", pos=["PART", "VERB"])) == "finding"


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("confirmed", "certain"),
        ("is expected to", "probable"),
        ("suspects", "possible"),
        ("doubted", "doubtful"),
        ("said", None),
        ("denied", None),
    ],
)
def test_certainty_of_is_what_the_cue_tells(cue, text, certainty):
    assert certainty_of(cue(text), negated=False) == certainty


def test_certainty_of_what_went_unsaid_or_has_no_cue_is_unknown(cue):
    assert certainty_of(cue("did not confirm"), negated=True) is None
    assert certainty_of(None, negated=False) is None


def test_lists_name_the_classes_of_the_records():
    lists = yaml.safe_load(
        files("kg.extract.statements").joinpath("kinds.yaml").read_text("utf-8")
    )
    assert {*lists["kinds"], "other"} == set(StatementKind.__args__)
    assert set(lists["certainty"]) == set(Certainty.__args__)


def test_lexicon_has_each_word_in_one_class():
    lists = yaml.safe_load(
        files("kg.extract.statements").joinpath("kinds.yaml").read_text("utf-8")
    )
    for classes in (lists["kinds"], lists["certainty"]):
        words = [
            word
            for lines in classes.values()
            for line in lines
            for word in line.split()
        ]
        assert len(set(words)) == len(words)
