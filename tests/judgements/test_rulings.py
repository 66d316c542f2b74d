from itertools import permutations

import pytest

from kg.judgements.judgement import Judgement, alias_name, mention_name
from kg.judgements.rulings import Rulings

A, B, C, D = (f"Person:{name}" for name in ("ada", "bea", "cora", "dora"))
ARTICLE = "0123456789abcdef"


def same(target, source, time="2026"):
    return Judgement(target=target, source=source, verdict="positive", time=time)


def two(target, source):
    return Judgement(target=target, source=source, verdict="negative")


def unsure(target, source):
    return Judgement(target=target, source=source, verdict="unsure")


def test_canonical_is_what_the_others_were_merged_into():
    rulings = Rulings([same(C, B), same(B, A)])
    assert [rulings.canonical(each) for each in (A, B, C, D)] == [C, C, C, D]


@pytest.mark.parametrize(
    ("judgements", "expected"),
    [
        ([same(B, A), same(B, C), same(C, D)], B),
        ([same("NK-1", A), same("NK-1", B)], A),
        ([same(mention_name(A, ARTICLE), B)], mention_name(A, ARTICLE)),
        ([same(mention_name(A, ARTICLE), B), same(C, B)], C),
        ([same(A, B), two(A, C), unsure(B, D)], A),
    ],
)
def test_canonical_is_the_same_in_any_order(judgements, expected):
    for order in permutations(judgements):
        assert Rulings(order).canonical(judgements[0].source) == expected


def test_the_later_judgement_on_a_pair_stands_for_the_former():
    assert Rulings([same(A, B), same(B, A)]).canonical(A) == B


def test_meant_is_the_entity_but_in_articles_of_which_more_was_judged():
    rulings = Rulings([same(B, A), two(A, mention_name(A, ARTICLE))])
    assert rulings.meant(ARTICLE, A) == mention_name(A, ARTICLE)
    assert rulings.meant("f" * 16, A) == B


def test_against_finds_the_negative_judgement_behind_merges():
    rulings = Rulings([same(A, B), same(C, D), two(B, D)])
    assert rulings.against(A, C) == two(B, D)
    assert rulings.against(A, B) is None


def test_in_the_way_names_the_last_made_of_the_merges():
    rulings = Rulings([same(A, B, "2027"), same(B, C, "2028"), same(C, D, "2026")])
    assert rulings.in_the_way(two(A, D)) == same(B, C, "2028")
    assert rulings.in_the_way(same(A, D)) is None


def test_unsure_gives_way_and_stands_in_none():
    rulings = Rulings([unsure(A, B), same(C, D)])
    assert rulings.in_the_way(same(A, B)) is None
    assert rulings.in_the_way(two(A, B)) is None
    assert rulings.in_the_way(unsure(C, D)) == same(C, D)
    assert rulings.canonical(B) == B


def test_contradictions_are_negative_judgements_on_what_is_joined():
    rulings = Rulings([same(A, B), same(B, C), two(A, C), two(A, D)])
    assert list(rulings.contradictions()) == [two(A, C)]


def test_aliases_are_those_of_all_that_is_joined():
    names = [same(A, alias_name(A, "Ada Q")), same(B, alias_name(B, "Bea"))]
    rulings = Rulings([same(A, B), *names])
    assert rulings.aliases(A) == rulings.aliases(B) == ["Ada Q", "Bea"]
    assert not Rulings(names).is_joined(A)
    assert rulings.is_joined(B)


def test_removed_judgements_are_forgotten():
    rulings = Rulings([same(A, B)])
    rulings.remove(same(A, B))
    assert rulings.canonical(B) == B
    assert list(rulings) == []
