"""Entities are judged by the names that people know, and none is guessed."""

from io import BytesIO

import pytest
from store.joins.test_namesakes import rows
from store.test_judging import (
    ADA,
    ADELE,
    ALL,
    BODY,
    BOTH,
    EVE,
    LONE,
    NAMED,
    OTHER,
    QUILL,
    STONE,
    entity,
    people,
    same,
    two,
)

from kg import judge
from kg.doubtful import doubtful
from kg.errors import JudgementError, KgError
from kg.judge import By
from kg.judgements.judgement import mention_name, to_line
from kg.settings import Settings
from kg.store import Store

BY = By("eve", "seen", "2026-01-01T00:00:00.000Z")


def test_merge_is_kept_with_who_when_and_why(store: Store) -> None:
    store.ingest([NAMED, OTHER])
    [made] = judge.merge(store, "ada quill", "Adele QUILL", by=BY)
    assert judge.to_row(made) == {
        "judgement": made.key,
        "target": ADA,
        "verdict": "positive",
        "source": ADELE,
        "user": "eve",
        "time": "2026-01-01T00:00:00.000Z",
        "why": "seen",
        "score": None,
    }
    assert store.judgements() == [made]
    # The key that was merged, and its name, now find the one entity.
    assert judge.find(store, ADELE) == judge.find(store, "Adele Quill")
    with pytest.raises(JudgementError, match="are one already"):
        judge.merge(store, "Ada Quill", ADELE, by=BY)


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ("Ada Quil", "no entity is called 'Ada Quil' — did you mean Ada Quill"),
        ("", "'' is no name"),
        (
            "Quill",
            r"'Quill' may be any of: Ada Quill \(Person:ada quill\), Adele Quill "
            r"\(Person:adele quill\); give the key of one",
        ),
    ],
)
def test_a_name_of_none_or_of_several_is_refused(
    store: Store, given: str, reason: str
) -> None:
    store.ingest([NAMED, OTHER])
    with pytest.raises(KgError, match=reason):
        judge.alias(store, given, "Quilly", by=BY)
    assert store.judgements() == []


def test_split_and_merge_in_some_articles_alone(store: Store) -> None:
    store.ingest([NAMED, BOTH, STONE])
    made = judge.split(store, "Ada Quill", by=BY, articles=["named", "both"])
    apart = min(mention_name(ADA, each.key) for each in (NAMED, BOTH))
    assert len(made) == 2
    assert people(store)[apart] == ["both", "named"]
    assert {each.key for each in judge.undo(store)} == {each.key for each in made}
    assert store.judgements() == []
    judge.merge(store, "Eve Stone", ADA, by=BY, articles=["named"])
    assert people(store)[EVE] == ["named", "stone"]
    with pytest.raises(JudgementError, match="stone: no article that mentions Ada"):
        judge.split(store, ADA, by=BY, articles=["stone"])
    with pytest.raises(JudgementError, match="one of both"):
        judge.split(store, ADA, by=BY)


def test_split_parts_a_lone_name_from_whom_it_was_taken_for(store: Store) -> None:
    store.ingest([NAMED, LONE])
    judge.split(store, "Ada Quill", by=BY, articles=["lone"])
    apart = mention_name("Person:quill", LONE.key)
    assert people(store) == {ADA: ["named"], apart: ["lone"]}
    assert list(store.check()) == []


def test_split_of_what_was_merged_names_the_judgement_in_the_way(store: Store) -> None:
    store.ingest([NAMED, OTHER])
    [made] = judge.split(store, "Ada Quill", "Adele Quill", by=BY)
    with pytest.raises(JudgementError, match=f"against judgement {made.key}"):
        judge.merge(store, ADA, ADELE, by=BY)
    with pytest.raises(JudgementError, match="is judged already"):
        judge.split(store, ADA, ADELE, by=BY)
    judge.undo(store, made.key[:6])
    judge.merge(store, ADA, ADELE, by=BY)
    with pytest.raises(JudgementError, match="no judgement ffffffffffffffffffff"):
        judge.undo(store, "f" * 20)


def test_retype_and_alias(store: Store) -> None:
    store.ingest([STONE])
    judge.retype(store, "Eve Stone", "organization", by=BY)
    judge.alias(store, "Eve Stone", "Stone & Co.", by=BY)
    assert judge.find(store, "stone & co") == judge.find(store, BODY)
    assert "Organization" in entity(store, BODY)["labels"]
    with pytest.raises(JudgementError, match="'Ship' is no type; there are Person"):
        judge.retype(store, BODY, "Ship", by=BY)
    with pytest.raises(JudgementError, match="is of type Organization already"):
        judge.retype(store, BODY, "Organization", by=BY)


def test_retype_knows_states_by_their_codes(store: Store) -> None:
    store.ingest([rows("kenya", "Kenya", states=1)])
    judge.retype(store, "Kenya", "State", by=BY)
    assert entity(store, "State:KEN")["name"] == "Kenya"
    judge.retype(store, "Russia", "Location", by=BY)
    assert entity(store, "Location:russia")["name"] == "Russia"


def test_judgements_from_a_file(store: Store) -> None:
    store.ingest(ALL)
    lines = [to_line(two(ADA, ADELE)), "nonsense", to_line(same(ADA, ADELE)), ""]
    file = BytesIO("\n".join(lines).encode())
    file.name = "made.jsonl"
    refused: list[JudgementError] = []
    assert judge.read_judgements(store, [file], on_refused=refused.append) == 1
    assert [str(each).partition(": ")[0] for each in refused] == [
        "made.jsonl:2",
        "made.jsonl:3",
    ]
    assert f"against judgement {two(ADA, ADELE).key}" in str(refused[1])
    file.seek(0)
    assert judge.read_judgements(store, [file], on_refused=refused.append) == 0


def test_doubtful_lists_near_names_that_nobody_judged(store: Store) -> None:
    store.ingest([NAMED, OTHER, LONE])
    found = [(row["doubt"], row["key"], row["otherKey"]) for row in doubtful(store)]
    assert found == [("one?", ADA, QUILL), ("one?", ADELE, QUILL)]
    judge.split(store, ADA, QUILL, by=BY)
    assert [row["key"] for row in doubtful(store, type_="Person")] == [ADELE]
    assert doubtful(store, type_="State") == []


def test_doubtful_lists_the_lone_names_that_were_taken_for_somebody(
    store: Store,
) -> None:
    store.ingest([NAMED, LONE])
    [join] = doubtful(store)
    assert join["doubt"] == "two?"
    assert (join["key"], join["otherKey"], join["article"]) == (ADA, QUILL, "lone")


def test_who_judges_is_told_by_the_environment(monkeypatch) -> None:
    monkeypatch.setenv("KG_USER", "eve")
    assert Settings.from_env().user == "eve"
    monkeypatch.delenv("KG_USER")
    monkeypatch.setenv("LOGNAME", "bob")
    assert Settings.from_env().user == "bob"
