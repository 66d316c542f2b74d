"""Kinds of statement and degrees of certainty, by cue and form."""

from importlib.resources import files

import pytest
import yaml

from kg.extract.statements.kinds import certainty_of, kind_of, kinds
from kg.records import Span, Statement


def statement(cue=None, *, form="indirect", source="Ada Moss", negated=False):
    def span(text):
        return Span(start=0, end=len(text), text=text)

    return Statement(
        id="s",
        form=form,
        speakers=(),
        source=span(source) if source else None,
        cue=span(cue) if cue else None,
        content=(span("it rained"),),
        about=(),
        addressees=(),
        said=None,
        negated=negated,
        evidence=span("it rained"),
    )


@pytest.mark.parametrize(
    ("cue", "kind"),
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
        ("was made by", "other"),
        ("rode", "other"),
    ],
)
def test_kind_of_goes_by_the_cue(cue, kind):
    assert kind_of(statement(cue)) == kind


@pytest.mark.parametrize(
    ("cue", "form", "kind"),
    [
        ("sniffed", "direct", "speech"),
        ("thinks", "direct", "speech"),
        ("denied", "direct", "denial"),
        ("sniffed", "mixed", "speech"),
        ("thinks", "mixed", "belief"),
        ("sniffed", "indirect", "other"),
    ],
)
def test_kind_of_takes_quoted_words_for_speech(cue, form, kind):
    assert kind_of(statement(cue, form=form)) == kind


def test_kind_of_without_a_cue_needs_a_source_for_speech():
    assert kind_of(statement()) == "speech"
    assert kind_of(statement(source=None)) == "other"


@pytest.mark.parametrize(
    ("cue", "certainty"),
    [
        ("confirmed", "certain"),
        ("is expected to", "probable"),
        ("suspects", "possible"),
        ("doubted", "doubtful"),
        ("said", None),
        ("denied", None),
    ],
)
def test_certainty_of_is_what_the_cue_tells(cue, certainty):
    assert certainty_of(statement(cue)) == certainty


def test_certainty_of_what_went_unsaid_or_has_no_cue_is_unknown():
    assert certainty_of(statement("did not confirm", negated=True)) is None
    assert certainty_of(statement()) is None


def test_kinds_lists_each_once_and_the_rest_last():
    assert len(set(kinds())) == len(kinds())
    assert kinds()[-1] == "other"


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
