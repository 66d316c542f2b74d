"""Which entities a phrase or a stretch of text means, once mentions are linked."""

from collections.abc import Callable
from typing import Any

from kg.extract.findings import Argument
from kg.resolve.article.entities import Resolved

Resolve = Callable[..., Resolved]
IdsOf = Callable[..., tuple[str, ...]]
LOC: dict[str, Any] = {"label": "LOC", "gender": "neuter"}
SUBJECT: dict[str, Any] = {"is_subject": True}
PRONOUN: dict[str, Any] = {"form": "pronoun", "label": None, "is_subject": True}


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


def test_within_lists_each_entity_once_in_text_order(resolve: Resolve) -> None:
    text = "Ghana met Kenya, and Ghana left. "
    resolved = resolve(text, ("Ghana", LOC), ("Kenya", LOC), ("Ghana", 1, LOC))
    assert resolved.within(0, len(text)) == ("State:GHA", "State:KEN")
    assert resolved.within(8, 16) == ("State:KEN",)


def test_judgements_give_every_link_a_score_and_a_reason(resolve: Resolve) -> None:
    text = "Ada Quill spoke. Quill left. "
    resolved = resolve(text, ("Ada Quill",), ("Quill", 1))
    assert [(j.score, j.reason) for j in resolved.judgements] == [
        (1.0, "full name"),
        (0.9, "family name"),
    ]


def test_entities_have_one_campaign_however_its_candidate_is_named(
    resolve: Resolve,
) -> None:
    text = "The Quill camp spoke. Ada Quill's campaign left. "
    body = {"form": "nominal", "label": "ORG", "speaks": True}
    resolved = resolve(
        text,
        ("The Quill camp", body | {"head": 10}),
        ("Quill", {}),
        ("Ada Quill's campaign", body | {"head": 34}),
        ("Ada Quill", {}),
    )
    bodies = [each.name for each in resolved.entities if each.type == "Organization"]
    assert bodies == ["Quill campaign"]
