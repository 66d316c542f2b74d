"""Whom a name means in an article."""

from kg.resolve.across.bearers import Bearers

AROUND = {"": 1, " State:KEN": 1, " State:PER": 1, " State:USA": 1}
ANTONY, TONY = "Person:antony quill", "Person:tony quill"
BEARERS = Bearers({ANTONY: {**AROUND, "": 2}, TONY: AROUND})


def test_judge_takes_a_form_for_the_name_that_most_give() -> None:
    found = BEARERS.judge(TONY, None, [TONY, "State:KEN"])
    assert found is not None and (found.entity, found.person) == (TONY, ANTONY)
    assert "short form" in found.reason
    assert BEARERS.judge(ANTONY, None, [ANTONY]) is None


def test_judge_leaves_apart_what_the_article_tells_apart() -> None:
    assert BEARERS.judge(TONY, None, [TONY, ANTONY]) is None


def test_months_apart_heeds_surroundings_and_no_counts() -> None:
    both = {ANTONY, TONY}
    more = {each: 9 for each in AROUND}
    assert BEARERS.months_apart(Bearers({ANTONY: more, TONY: AROUND}), both) == set()
    alone = Bearers({ANTONY: {**AROUND, "2024-11 State:KEN": 1}})
    assert BEARERS.months_apart(alone, both) == alone.months_apart(BEARERS, both)
    assert BEARERS.months_apart(alone, both) == {"", "2024-11"}
    assert BEARERS.months_apart(alone, {ANTONY}) == {"2024-11"}
