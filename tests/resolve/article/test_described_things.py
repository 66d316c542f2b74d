"""Which thing "the ship" is."""

import pytest

from kg.resolve.article.descriptions import link_nominal

THING = {"form": "nominal", "label": "THING", "gender": "neuter"}
SHIP = {"label": "OTHER", "kinds": ("tanker",)}
BOREA = "Other:borea"


def meant(linked, text, phrase, *names):
    lemma = phrase.split()[1]
    linking = linked(text, *names, (phrase, THING | {"lemma": lemma}))
    link_nominal(linking, len(names))
    return [(link.chain.id, link.score) for link in linking.links.get(len(names), ())]


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("The tanker", [(BOREA, 0.7)]),
        ("The ship", [(BOREA, 0.6)]),
        ("The storm", []),
    ],
)
def test_described_thing_is_what_the_text_named(linked, phrase, expected):
    text = f"Borea left. {phrase} sank. "
    assert meant(linked, text, phrase, ("Borea", SHIP)) == expected


@pytest.mark.parametrize(
    ("between", "expected"),
    [
        ("", []),
        ("It went on. " * 4, [("Other:auster", 0.7)]),
    ],
)
def test_described_thing_is_the_nearer_of_two(linked, between, expected):
    text = f"Borea left. {between}Auster left. The tanker sank. "
    names = ("Borea", SHIP), ("Auster", SHIP)
    assert meant(linked, text, "The tanker", *names) == expected


def test_described_thing_that_is_not_known_is_no_mention(linked):
    assert meant(linked, "The ship sank. ", "The ship") == []


@pytest.mark.parametrize(
    ("between", "expected"), [(2, [("Location:lamu", 0.7)]), (12, [])]
)
def test_a_place_is_taken_up_soon(linked, between, expected):
    text = f"The isle of Lamu fell. {'It rained. ' * between}the island paid. "
    lamu = ("Lamu", {"label": "LOC", "kinds": ("island",)})
    assert meant(linked, text, "the island", lamu) == expected
