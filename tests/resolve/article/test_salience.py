"""What stands before a mention, how far away, and together with what."""

from collections.abc import Callable
from typing import Any

import pytest

from kg.resolve.article.chains import Linking
from kg.resolve.article.salience import (
    before,
    chains_before,
    coordination,
    distance,
    stand_out,
    start_with_title,
)

Linked = Callable[..., Linking]
PRONOUN: dict[str, Any] = {"form": "pronoun", "label": None, "lemma": "she"}
NOMINAL: dict[str, Any] = {"form": "nominal"}
DEMONYM: dict[str, Any] = {"label": "NORP", "form": "demonym"}


def test_before_goes_back_over_sentences_the_nearest_first(linked: Linked) -> None:
    text = "Ada Quill ran. Bob Reed sat. Cy Dow and Eve Stone met. She left. "
    names = [(name,) for name in ("Ada Quill", "Bob Reed", "Cy Dow", "Eve Stone")]
    linking = linked(text, *names, ("She", PRONOUN))
    assert list(before(linking, 4, 2)) == [3, 2, 1]
    assert list(before(linking, 4, 0)) == []


def test_before_leaves_out_what_is_not_linked_or_around(linked: Linked) -> None:
    text = "A clerk met Ada Quill and her friend Bob Reed. "
    linking = linked(
        text,
        ("A clerk", NOMINAL),
        ("Ada Quill",),
        ("her friend Bob Reed", NOMINAL),
        ("Bob Reed",),
    )
    assert list(before(linking, 3, 0)) == [1]


def test_chains_before_has_each_chain_of_a_mention(linked: Linked) -> None:
    text = "Ada Quill ran. Both men sat. She left. "
    linking = linked(text, ("Ada Quill",), ("Both men", NOMINAL), ("She", PRONOUN))
    for name in ("bob", "cy"):
        linking.link(1, linking.chain("Person", name, name), 0.6, "test")
    found = [(index, chain.key) for index, chain in chains_before(linking, 2, 2)]
    assert found == [(1, "bob"), (1, "cy"), (0, "ada quill")]


@pytest.mark.parametrize(
    ("fields", "sentences"),
    [
        ({"sentence": 5}, 5),
        ({"sentence": 0}, 0),
        ({"sentence": 5, "outside": 2}, 2),
        ({"sentence": 5, "outside": 0}, 1),
        ({"sentence": 5, "outside": 2, "quotation": 0}, 5),
    ],
)
def test_distance_counts_no_quoted_sentences_for_a_pronoun_outside(
    linked: Linked, fields: dict[str, Any], sentences: int
) -> None:
    text = "Ada Quill ran. She left. "
    name = ("Ada Quill", {"outside": 0})
    linking = linked(text, name, ("She", PRONOUN | fields))
    ada, she = linking.candidates
    assert distance(she, ada) == sentences


def test_distance_to_a_quoted_mention_counts_every_sentence(linked: Linked) -> None:
    text = "Ada Quill ran. She left. "
    name = ("Ada Quill", {"outside": 0, "quotation": 0})
    linking = linked(text, name, ("She", PRONOUN | {"sentence": 4, "outside": 1}))
    ada, she = linking.candidates
    assert distance(she, ada) == 4


@pytest.mark.parametrize(
    ("text", "together"),
    [
        ("Ada Quill, Bob Reed and Cy Dow", ["Ada Quill", "Bob Reed", "Cy Dow"]),
        ("Ada Quill left Bob Reed and Cy Dow", ["Bob Reed", "Cy Dow"]),
        ("Ada Quill and Bob Reed, Cy Dow", ["Cy Dow"]),
        ("Ada Quill, Bob Reed, Cy Dow", ["Cy Dow"]),
        ("Ada Quill, Bob Reed & the Cy Dow", ["Ada Quill", "Bob Reed", "Cy Dow"]),
    ],
)
def test_coordination_needs_and_before_the_last(
    linked: Linked, text: str, together: list[str]
) -> None:
    linking = linked(text, *((name,) for name in ("Ada Quill", "Bob Reed", "Cy Dow")))
    found = [linking.candidates[index].text for index in coordination(linking, 2)]
    assert found == together


def test_coordination_steps_over_titles_and_nationalities(linked: Linked) -> None:
    text = "Mr. Ada Quill and Kenyan Judge Bob Reed. "
    names = (("Ada Quill", {"title": "Mr."}), ("Bob Reed", {"title": "Judge"}))
    linking = linked(text, names[0], ("Kenyan", DEMONYM), names[1])
    assert coordination(linking, 2) == [0, 2]


def test_coordination_steps_over_whose_relative_a_name_is(linked: Linked) -> None:
    text = "Ada Quill and her son, Bob Reed. "
    linking = linked(text, ("Ada Quill",), ("her son", NOMINAL), ("Bob Reed",))
    linking.link(1, linking.chains["Person:bob reed"], 0.7, "test")
    assert coordination(linking, 2) == [0, 2]


def test_coordination_ends_at_a_mention_that_is_not_linked(linked: Linked) -> None:
    text = "A clerk and Ada Quill. "
    linking = linked(text, ("A clerk", NOMINAL), ("Ada Quill",))
    assert coordination(linking, 1) == [1]


def test_start_with_title_is_where_the_title_starts(linked: Linked) -> None:
    text = "Mr. Ada Quill met Bob Reed. "
    linking = linked(text, ("Ada Quill", {"title": "Mr."}), ("Bob Reed",))
    assert [start_with_title(each) for each in linking.candidates] == [0, 18]


@pytest.mark.parametrize(
    ("weights", "count", "expected"),
    [
        ([1.15, 1.0], 1, True),
        ([1.14, 1.0], 1, False),
        ([0.1], 1, True),
        ([], 1, False),
        ([3.0, 2.9, 1.0], 2, True),
        ([3.0, 2.9, 2.8], 2, False),
        ([3.0], 2, False),
    ],
)
def test_stand_out_needs_a_lead(
    weights: list[float], count: int, expected: bool
) -> None:
    assert stand_out(weights, count) is expected
