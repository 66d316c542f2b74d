"""When and where an entity is met."""

from datetime import date

from kg.resolve.across.surroundings import articles_in, counted_with, surroundings

DAY = date(2024, 11, 2)


def test_surroundings_hold_month_states_organizations_and_places() -> None:
    assert surroundings(DAY, ["State:RUS", "Person:quill", "Location:omsk"]) == [
        "2024-11",
        "2024-11 Location:omsk",
        "2024-11 State:RUS",
    ]
    assert surroundings(None, ["State:RUS"]) == ["", " State:RUS"]


MET = {
    "2024-11": 2,
    "": 1,
    "2024-11 State:RUS": 2,
    " State:RUS": 1,
    " Organization:a": 1,
}


def test_articles_in_counts_each_article_once() -> None:
    assert articles_in(MET) == 3
    assert articles_in({**MET, "=iaea": 2}) == 3


def test_counted_with_adds_up_the_months() -> None:
    assert counted_with(MET) == {"State:RUS": 3, "Organization:a": 1}
    assert counted_with(MET, "State:") == {"State:RUS": 3}
