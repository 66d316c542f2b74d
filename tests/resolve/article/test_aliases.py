"""Other names that an article says somebody or something has."""

from collections.abc import Callable
from typing import Any

import pytest

from kg.resolve.article.aliases import is_also
from kg.resolve.article.entities import Resolved

Resolve = Callable[..., Resolved]
PERSON: dict[str, Any] = {"label": "PERSON"}
ORG: dict[str, Any] = {"label": "ORG", "gender": "neuter"}


@pytest.mark.parametrize(
    "between",
    [
        ", better known as ",
        " (also known as ",
        ", alias ",
        ", the Kenyan town singer known as “",
        ", who is popularly called ",
        ", whose real name is ",
    ],
)
def test_is_also_reads_what_gives_one_two_names(between: str) -> None:
    assert is_also(between)


@pytest.mark.parametrize(
    "between",
    [
        " met the singer known as ",
        ", the sister of the singer known as ",
        ", who met the singer known as ",
        " and a man called ",
        ", ",
    ],
)
def test_is_also_leaves_two_things_two(between: str) -> None:
    assert not is_also(between)


def test_aliases_of_people_join_both_names_and_the_family_of_each(
    resolve: Resolve,
) -> None:
    text = "Ada Quill, known as Ida Reed, left. Reed sang. Quill slept. "
    full = (("Ada Quill", PERSON), ("Ida Reed", PERSON))
    alone = (("Reed", 1, PERSON), ("Quill", 1, PERSON))
    [person] = resolve(text, *full, *alone).entities
    assert (person.id, len(person.mentions)) == ("Person:ada quill", 4)


def test_aliases_of_people_leave_a_family_that_others_have(resolve: Resolve) -> None:
    text = "Ada Quill, known as Ida Reed, met Eve Reed. Reed slept. "
    specs = [(name, PERSON) for name in ("Ada Quill", "Ida Reed", "Eve Reed")]
    found = {e.id: len(e.mentions) for e in resolve(text, *specs).entities}
    assert found == {"Person:ada quill": 2, "Person:eve reed": 1}


def test_organisation_names_join_a_body_with_its_former_name(resolve: Resolve) -> None:
    text = "Oryx Foods, formerly known as Ibex Mills, met. Ibex Mills was small. "
    specs = [("Oryx Foods", ORG), ("Ibex Mills", ORG), ("Ibex Mills", 1, ORG)]
    [body] = resolve(text, *specs).entities
    assert (body.id, len(body.mentions)) == ("Organization:oryx foods", 3)
