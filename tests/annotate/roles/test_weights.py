"""Roles with the packaged weights, on sentences of our own."""

import pytest
from spacy.language import Language

from kg.annotate.pipeline import load_pipeline
from kg.annotate.roles.propositions import Proposition, propositions

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def nlp() -> Language:
    pipeline = load_pipeline(threads=1)
    pipeline.add_pipe("kg_roles", config={"threads": 1}, before="kg_attribution")
    return pipeline


def proposition(nlp: Language, text: str, predicate: str) -> Proposition:
    """Return what is said with a predicate in a text."""
    doc = nlp(text)
    (found,) = (x for x in propositions(doc) if x.predicate.text == predicate)
    return found


def roles(found: Proposition) -> dict[str, str]:
    return {
        role: " ".join(x.text for x in words) for role, words in found.roles.items()
    }


def test_roles_of_a_verb(nlp: Language) -> None:
    found = proposition(nlp, "Police arrested two men in Lagos on Friday.", "arrested")
    assert found.is_factual
    assert roles(found) == {
        "ARG0": "Police",
        "ARG1": "men",
        "LOC": "Lagos",
        "TMP": "Friday",
    }


@pytest.mark.parametrize(
    "text",
    [
        "Two men were arrested by police.",
        "The police, who arrested two men, said nothing.",
        "The police chased and arrested two men.",
        "The police wanted to come in and arrested two men.",
    ],
)
def test_roles_hold_however_it_is_said(nlp: Language, text: str) -> None:
    found = roles(proposition(nlp, text, "arrested"))
    assert (found["ARG0"].lower(), found["ARG1"]) == ("police", "men")


def test_roles_of_a_noun(nlp: Language) -> None:
    text = "The rebels' attack on the village killed nine people."
    found = roles(proposition(nlp, text, "attack"))
    assert (found["ARG0"], found["ARG1"]) == ("rebels", "village")


def test_what_is_denied_or_wanted_is_not_factual(nlp: Language) -> None:
    text = "The minister did not resign. Her party wants to win the election."
    denied, wanted = (proposition(nlp, text, verb) for verb in ("resign", "win"))
    assert roles(denied)["NEG"] == "not"
    assert not denied.is_factual and not wanted.is_factual
