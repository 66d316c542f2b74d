"""Measuring which mentions of two articles are one entity."""

from datetime import date

from kg.records import ArticleInfo, Entity, Extraction, Mention
from kg.train.measure_identity import PairLabel, Place, joined, pairs, rows

AROUND = ("State:USA", "State:RUS", "State:JPN", "Organization:quill bank")


def extraction(id_: str, *entities: str) -> Extraction:
    """Return an extraction whose nth entity is mentioned at the nth character."""
    return Extraction(
        article=ArticleInfo(
            id=id_,
            title=None,
            published=date(2024, 11, 4),
            published_basis="given",
            source=None,
            url=None,
            sha256=id_ * 64,
        ),
        entities=tuple(
            Entity(
                id=each,
                type="Person",
                name=each,
                mentions=(Mention(start=n, end=n + 1, text="x", form="name"),),
            )
            for n, each in enumerate(entities)
        ),
        statements=(),
        events=(),
        relations=(),
        figures=(),
        times=(),
    )


def pair(first: int, second: int, *, same: bool) -> PairLabel:
    places = (Place("c", 0, first, first + 1), Place("c", 1, second, second + 1))
    return PairLabel("Person", "tune", *places, same)


def test_joined_takes_a_lone_name_for_the_only_person_of_the_family() -> None:
    found = {
        ("c", 0): extraction("a", "Person:ada quill", *AROUND),
        ("c", 1): extraction("b", "Person:quill", *AROUND),
    }
    ids = joined(found)
    assert ids[Place("c", 0, 0, 1)] == ids[Place("c", 1, 0, 1)] == "Person:ada quill"


def test_rows_count_joins_that_are_right_wrong_and_missed() -> None:
    ids = {Place("c", 0, n, n + 1): f"Person:{n}" for n in range(3)}
    ids |= {Place("c", 1, 0, 1): "Person:0", Place("c", 1, 1, 2): "Person:1"}
    gold = [pair(0, 0, same=True), pair(1, 1, same=False), pair(2, 2, same=True)]
    told = "precision 50.0 (1 of 2), recall 50.0 (1 of 2)"
    assert list(rows(gold, ids)) == [("Person", told)]


def test_pairs_are_of_two_articles_and_in_both_halves() -> None:
    gold = pairs()
    assert all(each.first.article != each.second.article for each in gold)
    assert {each.half for each in gold} == {"tune", "report"}
    assert len({(each.first, each.second) for each in gold}) == len(gold)
