"""Which entities a phrase or a stretch of text means, once mentions are linked."""

from collections.abc import Callable
from typing import Any

import pytest

from kg.extract.findings import Argument
from kg.resolve.article.chains import Linking
from kg.resolve.article.entities import (
    Resolved,
    link_names,
    link_reference,
    reading_order,
)

Resolve = Callable[..., Resolved]
IdsOf = Callable[..., tuple[str, ...]]
Linked = Callable[..., Linking]
PRONOUN: dict[str, Any] = {"form": "pronoun", "label": None, "is_subject": True}
SUBJECT: dict[str, Any] = {"is_subject": True}
LOC: dict[str, Any] = {"label": "LOC", "gender": "neuter"}


def test_bind_quotation_gives_first_persons_their_speaker(
    resolve: Resolve, ids_of: IdsOf
) -> None:
    text = 'Ada Quill said "I agree". '
    i = PRONOUN | {"person": 1, "lemma": "i", "gender": None, "quotation": 0}
    resolved = resolve(text, ("Ada Quill", SUBJECT), ("I", i))
    assert ids_of(resolved, text, "I") == ()
    resolved.bind_quotation(0, ("Person:ada quill",))
    assert ids_of(resolved, text, "I") == ("Person:ada quill",)
    resolved.bind_quotation(1, ("Person:nobody",))
    assert len(resolved.entities) == 1


def test_at_finds_the_person_whose_title_holds_the_head(resolve: Resolve) -> None:
    text = "Maj. Gen. Ada Quill "
    resolved = resolve(text, ("Ada Quill", {"title": "Maj. Gen."}))
    assert resolved.at(Argument(start=0, end=4, text="Maj.", head=0)) == (
        "Person:ada quill",
    )


def test_at_finds_the_name_beside_an_unlisted_noun(resolve: Resolve) -> None:
    text = "A beekeeper, Ada Quill "
    beside = Argument(start=0, end=11, text="A beekeeper", head=2)
    resolved = resolve(text, ("Ada Quill", {"appositive": beside}))
    assert resolved.at(beside) == ("Person:ada quill",)


def test_at_leaves_the_name_after_a_label_and_a_colon(resolve: Resolve) -> None:
    text = "QUESTION: Ada Quill says no. "
    label = Argument(start=0, end=8, text="QUESTION", head=0)
    resolved = resolve(text, ("Ada Quill", {"appositive": label}))
    assert resolved.at(label) == ()


def test_at_means_nobody_by_a_word_that_is_no_mention(resolve: Resolve) -> None:
    text = "Talks with Ada Quill "
    resolved = resolve(text, ("Ada Quill",))
    assert resolved.at(Argument(start=0, end=20, text=text.strip(), head=0)) == ()


def test_within_yields_the_mentions_with_what_they_mean(resolve: Resolve) -> None:
    text = "Ghana met Kenya, and Ghana left. "
    resolved = resolve(text, ("Ghana", LOC), ("Kenya", LOC), ("Ghana", 1, LOC))

    def within(start: int, end: int) -> list[tuple[int, tuple[str, ...]]]:
        return [(mention.start, ids) for mention, ids in resolved.within(start, end)]

    both = [(0, ("State:GHA",)), (10, ("State:KEN",)), (21, ("State:GHA",))]
    assert within(0, len(text)) == both
    assert within(8, 16) == both[1:2]
    assert within(8, 12) == []


def test_state_served_is_the_one_that_the_article_names(resolve: Resolve) -> None:
    text = "Kenyan Minister Ada Quill met Bo Moss. "
    kenyan = ("Kenyan", {"label": "NORP", "form": "demonym"})
    resolved = resolve(
        text, kenyan, ("Ada Quill", {"title": "Minister"}), ("Bo Moss", {})
    )
    served = resolved.state_served
    assert served("Person:ada quill") == "State:KEN"
    assert served("Person:bo moss") is None
    assert served("State:KEN") is None


@pytest.mark.parametrize(
    ("noun", "expected"),
    [("chef", None), ("diplomat", "State:KEN"), ("counterpart", "State:KEN")],
)
def test_state_served_is_none_of_who_is_told_to_do_other_work(
    resolve: Resolve, noun: str, expected: str | None
) -> None:
    text = f"Kenyan {noun} Ada Quill left. "
    kenyan = ("Kenyan", {"label": "NORP", "form": "demonym"})
    resolved = resolve(text, kenyan, ("Ada Quill", {"title": noun}))
    assert resolved.state_served("Person:ada quill") == expected


def test_judgements_give_every_link_a_score_and_a_reason(resolve: Resolve) -> None:
    text = "Ada Quill spoke. Quill left. "
    resolved = resolve(text, ("Ada Quill",), ("Quill", 1))
    assert [(j.score, j.reason) for j in resolved.judgements] == [
        (1.0, "full name"),
        (0.9, "family name"),
    ]


def test_link_names_links_names_and_nothing_else(linked: Linked) -> None:
    text = "Ada Quill met the judge of Kenya. She left. "
    linking = linked(
        text,
        ("Ada Quill", {"title": "Judge"}),
        ("the judge", {"form": "nominal", "lemma": "judge"}),
        ("Kenya", LOC),
        ("She", PRONOUN | {"gender": "feminine", "lemma": "she"}),
    )
    assert sorted(linking.links) == [0, 2]
    again = link_names(linking.article, linking.candidates)
    assert again.chains.keys() == linking.chains.keys()


def test_reading_order_puts_inner_mentions_before_outer_ones(linked: Linked) -> None:
    text = "the Kenyan judge met Ada Quill"
    judge = ("the Kenyan judge", {"form": "nominal"})
    kenyan = ("Kenyan", {"label": "NORP", "form": "demonym"})
    assert reading_order(linked(text, judge, kenyan, ("Ada Quill",))) == [1, 0, 2]


@pytest.mark.parametrize(
    ("fields", "is_linked"),
    [
        ({"form": "nominal", "lemma": "judge"}, True),
        (PRONOUN | {"gender": "feminine", "lemma": "she"}, True),
        ({"label": None}, False),
    ],
)
def test_link_reference_links_what_is_no_name(
    linked: Linked, fields: dict[str, Any], is_linked: bool
) -> None:
    text = "Ada Quill sat. The judge left. "
    ada = ("Ada Quill", {"title": "Judge"} | SUBJECT)
    linking = linked(text, ada, ("The judge", fields))
    link_reference(linking, 1)
    assert [chain.key for chain in linking.chains_of(1)] == ["ada quill"] * is_linked


def test_bind_quotation_of_two_leaves_i_unresolved(
    resolve: Resolve, ids_of: IdsOf
) -> None:
    text = 'Ada Quill and Bob Reed said "I agree, we do". '
    first = PRONOUN | {"person": 1, "gender": None, "quotation": 0}
    i = first | {"lemma": "i", "number": "singular"}
    we = first | {"lemma": "we", "number": "plural"}
    resolved = resolve(text, ("Ada Quill",), ("Bob Reed",), ("I", i), ("we", we))
    resolved.bind_quotation(0, ("Person:ada quill", "Person:bob reed"))
    assert ids_of(resolved, text, "I") == ()
    assert ids_of(resolved, text, "we") == ("Person:ada quill", "Person:bob reed")


def test_bind_author_gives_first_persons_outside_quotations(
    resolve: Resolve, ids_of: IdsOf
) -> None:
    text = 'Ada Quill, mayor. I agree. "We do". '
    first = PRONOUN | {"person": 1, "gender": None}
    i = first | {"lemma": "i", "number": "singular"}
    we = first | {"lemma": "we", "number": "plural", "quotation": 0}
    resolved = resolve(text, ("Ada Quill",), ("I", i), ("We", we))
    resolved.bind_author(("Person:ada quill",))
    assert ids_of(resolved, text, "I") == ("Person:ada quill",)
    assert ids_of(resolved, text, "We") == ()


@pytest.mark.parametrize(
    ("hearers", "expected"),
    [
        (("Person:ada quill",), ("Person:ada quill",)),
        (("Person:ada quill", "Person:bob reed"), ()),
        (("Organization:borea",), ()),
        ((), ()),
    ],
)
def test_bind_hearer_gives_you_to_the_one_person_who_is_told(
    resolve: Resolve,
    ids_of: IdsOf,
    hearers: tuple[str, ...],
    expected: tuple[str, ...],
) -> None:
    text = 'Borea told Ada Quill and Bob Reed: "You left". '
    you = PRONOUN | {"person": 2, "gender": None, "lemma": "you", "quotation": 0}
    names = ("Borea", {"label": "ORG"}), ("Ada Quill",), ("Bob Reed",)
    resolved = resolve(text, *names, ("You", you))
    resolved.bind_hearer(0, hearers)
    assert ids_of(resolved, text, "You") == expected


def argument(text: str, word: str) -> Argument:
    start = text.index(word)
    return Argument(start=start, end=start + len(word), text=word, head=start)


def test_entities_leave_out_what_is_no_entity(resolve: Resolve) -> None:
    noun = {"form": "nominal", "lemma": "beekeeper"}
    resolved = resolve(
        "A beekeeper met Ada Quill. ", ("A beekeeper", noun), ("Ada Quill",)
    )
    assert [entity.id for entity in resolved.entities] == ["Person:ada quill"]
    assert [each.text for each in resolved.judgements] == ["Ada Quill"]


@pytest.mark.parametrize(
    ("form", "score", "is_sure"),
    [
        ("name", 0.5, True),
        ("nominal", 0.6, False),
        ("nominal", 0.7, True),
        ("pronoun", 0.7, False),
        ("pronoun", 0.8, True),
    ],
)
def test_surely_at_leaves_out_doubtful_links(
    linked: Linked, form: Any, score: float, is_sure: bool
) -> None:
    text = "She left. "
    linking = linked(text, ("She", {"form": form, "label": "ORG"}))
    linking.links.clear()
    linking.link(0, linking.chain("Person", "ada quill", "Ada Quill"), score, "test")
    she = Argument(start=0, end=3, text="She", head=0)
    found = Resolved(linking)
    assert found.at(she) == ("Person:ada quill",)
    assert bool(found.surely_at(she)) is is_sure
