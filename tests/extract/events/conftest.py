"""Frames for tests of roles and conditions, as `plover.yaml` would give them."""

import pytest

from kg.extract.events.frames import make_lexicon


@pytest.fixture(scope="session")
def make_frame():
    """Return a builder of the frame that one entry of `plover.yaml` gives."""

    def make(type_="ASSAULT", **entry):
        lexicon = make_lexicon({type_: [{"verbs": "do", **entry}]}, {})
        return lexicon.verbs["do"][0]

    return make
