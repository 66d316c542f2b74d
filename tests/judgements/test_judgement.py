import pytest

from kg.errors import JudgementError
from kg.judgements.judgement import (
    Judgement,
    alias_name,
    checked,
    from_line,
    mention_name,
    mentioned,
    to_line,
    type_of,
)

ADA, EVE = "Person:ada quill", "Person:eve stone"
MADE = Judgement(
    target=ADA, source=EVE, verdict="positive", score=0.5, user="bob", time="2026"
)


def test_to_line_is_the_form_of_nomenklatura_with_the_reason_behind():
    row = f'["{ADA}","{EVE}","positive",0.5,"bob","2026"'
    assert to_line(MADE) == row + "]"
    told = Judgement(**{**_fields(MADE), "why": "one “byline”"})
    assert to_line(told) == row + ',"one “byline”"]'
    assert from_line(to_line(told)) == told


def _fields(judgement):
    return {name: getattr(judgement, name) for name in judgement.__struct_fields__}


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("", "Input data was truncated"),
        ('{"target": "a"}', "Expected `array`"),
        ('["a"]', "missing required field `source`"),
        ('["a", "b", "no_judgement", 0.5, null, null]', "Invalid enum value"),
        ('["", "b", "positive"]', "length >= 1"),
        ('["a", "b", "positive", null, 5]', "Expected `str | null`"),
        ('["a", "a", "positive"]', "a is judged with itself"),
        ('["a", "a=", "positive"]', "a name without letters"),
        ('["a", "a=b", "negative"]', "a name can be given, not denied"),
    ],
)
def test_from_line_refuses_in_one_line(line, reason):
    with pytest.raises(JudgementError, match=reason.replace("|", r"\|")) as error:
        from_line(line)
    assert "\n" not in str(error.value)


def test_key_is_of_the_pair():
    turned = Judgement(target=EVE, source=ADA, verdict="negative")
    assert turned.key == MADE.key
    assert checked(turned) is turned


def test_alias_is_what_is_given_to_the_target():
    given = Judgement(target=ADA, source=alias_name(ADA, "a=b"), verdict="positive")
    assert (given.alias, MADE.alias) == ("a=b", None)


@pytest.mark.parametrize(
    ("name", "divided"),
    [
        (mention_name(ADA, "0123456789abcdef"), (ADA, "0123456789abcdef")),
        (ADA, (ADA, None)),
        (f"{ADA}@example", (f"{ADA}@example", None)),
    ],
)
def test_mentioned_divides_entity_and_article(name, divided):
    assert mentioned(name) == divided


@pytest.mark.parametrize(
    ("name", "type_"),
    [(ADA, "Person"), ("NK-1", None), ("Person:", None), ("Ship:ada", None)],
)
def test_type_of_is_one_of_the_schema(name, type_):
    assert type_of(name) == type_


def test_judgement_says_itself_in_one_line():
    assert str(MADE) == f"{MADE.key}: {EVE} is {ADA} (bob, 2026)"
