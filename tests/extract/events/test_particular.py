"""Which events tell something though nobody in them has a name."""

import pytest

from kg.annotate.pipeline import load_pipeline
from kg.extract.events.events import events

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def nlp():
    return load_pipeline()


@pytest.mark.parametrize(
    "text",
    [
        "The guards beat a photographer.",
        "A photographer was beaten by the guards.",
        "The gang attacked a convoy, wounding the driver and torching the lorry.",
        "The judge acquitted the two brothers.",
    ],
)
def test_is_particular_of_people_who_did_something_to_others(nlp, text):
    found = list(events(nlp(text), (), None))
    assert found
    assert all(event.is_particular for event in found)


@pytest.mark.parametrize(
    "text",
    [
        "They attacked them.",
        "The guards detain photographers who come too near.",
        "The guards may beat a photographer.",
        "Both armies fought.",
    ],
)
def test_is_particular_of_no_habit_possibility_or_pronoun(nlp, text):
    assert not any(event.is_particular for event in events(nlp(text), (), None))
