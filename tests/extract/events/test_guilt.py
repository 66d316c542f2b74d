"""Who is accused of the deed that a noun tells, read with the packaged weights."""

import pytest

from kg.annotate.pipeline import load_pipeline
from kg.extract.events.events import events

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def murders():
    nlp = load_pipeline()

    def find(text):
        return [
            ([a.text for a in e.actors], e.factuality)
            for e in events(nlp(text), (), None)
            if e.type == "ASSAULT"
        ]

    return find


@pytest.mark.parametrize(
    "text",
    [
        "Ada Quill was charged with the murder of Bo Stone.",
        "A court convicted Ada Quill of the kidnapping of two nurses.",
        "A jury found Ada Quill guilty of the murder of Bo Stone.",
        "Ada Quill was indicted on a charge of the murder of Bo Stone.",
        "Ada Quill was detained on suspicion of killing Bo Stone.",
    ],
)
def test_who_is_accused_did_it_as_others_say(murders, text):
    assert murders(text) == [(["Ada Quill"], "reported")]


@pytest.mark.parametrize(
    "text",
    [
        "Ada Quill was acquitted of the murder of Bo Stone.",
        "Ada Quill stood trial for the murder of Bo Stone.",
        "Ada Quill blamed the police for the murder of Bo Stone.",
    ],
)
def test_who_is_cleared_tried_or_complains_did_nothing(murders, text):
    assert all("Ada Quill" not in actors for actors, _ in murders(text))
