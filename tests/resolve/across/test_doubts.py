import pytest

from kg.resolve.across.doubts import Described, doubts, names_of


def described(key: str, *aliases: str, **around: frozenset) -> Described:
    type_, _, name = key.partition(":")
    return Described(key, name, type_, names_of(key, name, type_, aliases), **around)


def pairs(*entities: Described) -> list[tuple[str, str]]:
    return [(doubt.one.name, doubt.other.name) for doubt in doubts(entities)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Person:antony quill", "Person:tony quill"),
        ("Person:ada quill", "Person:quill"),
        ("Person:ada quillworth", "Person:ada quilworth"),
        ("Organization:world health organization", "Organization:who"),
        ("Organization:interior ministry", "Organization:interior ministry of kuwait"),
        ("Organization:quill holdings", "Organization:quill holding"),
        ("Location:port ada", "Location:port adah"),
    ],
)
def test_doubts_pair_near_names_of_one_type(one, other):
    [doubt] = doubts([described(other), described(one)])
    assert {doubt.one.key, doubt.other.key} == {one, other}
    assert 0 < doubt.score <= 1
    assert doubt.reason


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Person:ada quill", "Person:eva quill"),
        ("Person:ada quill", "Organization:ada quill"),
        ("Person:ada quill", "Person:ada quill jr"),
        ("Organization:bank of kenya", "Organization:port of kenya"),
        ("Person:ada of quill", "Person:eve of stone"),
    ],
)
def test_doubts_leave_other_names_alone(one, other):
    assert pairs(described(one), described(other)) == []


def test_doubts_compare_aliases_of_bodies_but_not_of_people():
    bodies = (
        described("Organization:a house", "Quills"),
        described("Organization:b company", "Quills"),
    )
    [doubt] = doubts(bodies)
    assert doubt.reason == "same name: quills"
    people = (
        described("Person:ada quill", "Quill"),
        described("Person:eva quill", "Quill"),
    )
    assert pairs(*people) == []


def test_doubts_rank_by_what_surrounds_both():
    met = frozenset({"State:KEN", "State:FRA", "Person:bo"})
    near = described("Person:ada quillworth", met=met, articles=frozenset("a"))
    same = described("Person:ada quilworth", met=met, articles=frozenset("b"))
    away = described("Person:ada quillwort", articles=frozenset("c"))
    first, *others = doubts([near, same, away])
    assert (first.one, first.other) == (near, same)
    assert "3 of 3 others around both" in first.reason
    assert all(each.score < first.score for each in others)


def test_doubts_are_less_where_one_article_names_both():
    office = frozenset({("minister", "State:KEN")})
    one = described("Person:ada quillworth", offices=office, articles=frozenset("ab"))
    other = described("Person:ada quilworth", offices=office, articles=frozenset("c"))
    beside = described("Person:ada quilworth", offices=office, articles=frozenset("b"))
    [apart], [together] = doubts([one, other]), doubts([one, beside])
    assert apart.score > together.score
    assert "both minister of State:KEN" in apart.reason
    assert together.reason.endswith("but side by side in 1 of the articles")


def test_doubts_are_the_same_in_any_order():
    entities = [
        described(f"Person:{given} quill") for given in ("antony", "tony", "toni")
    ]
    assert doubts(entities) == doubts(reversed(entities))
