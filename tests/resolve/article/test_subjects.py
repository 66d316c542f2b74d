"""Whom a statement is about, from hand-made mentions."""

import pytest

from kg.records import Span
from kg.resolve.article.subjects import about

WE = {"form": "pronoun", "label": None, "person": 1, "number": "plural"}


def subjects(resolved, content, speakers=()):
    span = Span(start=0, end=len(content), text=content)
    return about([span], speakers, resolved)


def test_about_leaves_out_what_merely_stands(resolve):
    text = "Ada Moss left Lamu"
    place = {"label": "LOC", "merely_stands": True}
    resolved = resolve(text, ("Ada Moss", {}), ("Lamu", place))
    assert subjects(resolved, text) == ("Person:ada moss",)


def test_about_keeps_what_is_a_topic_elsewhere_in_the_content(resolve):
    text = "In Lamu she said Lamu grows"
    place = {"label": "LOC"}
    resolved = resolve(
        text, ("Lamu", 0, place | {"merely_stands": True}), ("Lamu", 1, place)
    )
    assert subjects(resolved, text) == ("Location:lamu",)


@pytest.fixture
def spoken(resolve):
    """Return who is meant by a pronoun that a speaker says."""

    def make(speaker, pronoun, **fields):
        text = f"Kenya: {speaker}: {pronoun} left"
        label = fields.pop("label", "PERSON")
        resolved = resolve(
            text,
            ("Kenya", {"label": "LOC"}),
            (speaker, {"label": label} | fields),
            (pronoun, WE | {"quotation": 0}),
        )
        (id_,) = {e.id for e in resolved.entities if e.name == speaker}
        resolved.bind_quotation(0, [id_])
        at = text.index(pronoun)
        span = Span(start=at, end=at + len(pronoun), text=pronoun)
        return about([span], [id_], resolved)

    return make


def test_about_counts_a_body_that_says_we(spoken):
    assert spoken("Quill Bank", "we", label="ORG") == ("Organization:quill bank",)


def test_about_takes_no_person_for_his_we(spoken):
    assert spoken("Ada Moss", "we") == ()


def test_about_counts_a_person_who_says_i(resolve):
    text = "Ada Moss: I left"
    resolved = resolve(
        text, ("Ada Moss", {}), ("I", WE | {"number": "singular", "quotation": 0})
    )
    resolved.bind_quotation(0, ["Person:ada moss"])
    at = text.index("I left")
    span = Span(start=at, end=len(text), text="I left")
    assert about([span], ["Person:ada moss"], resolved) == ("Person:ada moss",)


def test_about_takes_the_state_for_its_ministers_we(resolve):
    text = "Kenyan Minister Ada Moss: we left"
    resolved = resolve(
        text,
        ("Kenyan", {"label": "NORP", "form": "demonym"}),
        ("Ada Moss", {"title": "Minister"}),
        ("we", WE | {"quotation": 0}),
    )
    resolved.bind_quotation(0, ["Person:ada moss"])
    at = text.index("we left")
    span = Span(start=at, end=len(text), text="we left")
    assert about([span], ["Person:ada moss"], resolved) == ("State:KEN",)
