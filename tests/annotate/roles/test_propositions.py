"""Propositions out of spans, and the words of an argument, on hand-made docs."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc, Span

from kg.annotate.roles.propositions import argument, propositions

MakeDoc = Callable[..., Doc]


@pytest.fixture
def walk(make_doc: MakeDoc) -> Doc:
    return make_doc("Ada/1/nsubj/O took/1/ROOT/O no/3/det/O walk/1/obj/O today/1/obl/O")


def test_propositions_gathers_the_words_of_each_predicate(walk: Doc) -> None:
    labels = [(1, "LIGHT", 1), (3, "UNREAL", 2), (0, "ARG0", 2), (2, "NEG", 2)]
    walk.spans["roles"] = [Span(walk, i, i + 1, x, span_id=n) for i, x, n in labels]
    light, noun = propositions(walk)
    assert (light.predicate.text, light.is_light, light.roles) == ("took", True, {})
    assert (noun.is_factual, noun.is_light) == (False, False)
    assert {role: [w.text for w in x] for role, x in noun.roles.items()} == {
        "ARG0": ["Ada"],
        "NEG": ["no"],
    }


def test_propositions_of_a_doc_that_was_not_read_are_none(walk: Doc) -> None:
    assert list(propositions(walk)) == []


@pytest.fixture
def sleeper(make_doc: MakeDoc) -> Doc:
    return make_doc(
        "The/1/det/O man/7/nsubj/O ,/4/punct/O who/4/nsubj/O left/1/acl/O"
        " Oslo/4/obj/O ,/4/punct/O slept/7/ROOT/O ././7/punct/O"
    )


@pytest.mark.parametrize(
    ("predicate", "head", "text"),
    [
        (4, 1, "The man"),
        (7, 1, "The man, who left Oslo"),
        (4, 5, "Oslo"),
        (1, 7, "slept"),
    ],
)
def test_argument_leaves_out_what_stands_under_the_predicate(
    sleeper: Doc, predicate: int, head: int, text: str
) -> None:
    start, end = argument(sleeper[predicate], sleeper[head])
    assert sleeper[start:end].text == text
