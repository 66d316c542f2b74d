"""Whom "the Serb" means."""

from collections.abc import Callable
from typing import Any

import pytest

from kg.resolve.article.entities import Resolved

Resolve = Callable[..., Resolved]
IdsOf = Callable[..., tuple[str, ...]]
SUBJECT: dict[str, Any] = {"is_subject": True}
DEMONYM: dict[str, Any] = {"label": "NORP", "form": "demonym"}
QUILL, STONE = ("Person:ada quill",), ("Person:eve stone",)


def national(word: str, number: str | None = "singular") -> dict[str, Any]:
    fields = {"form": "nominal", "label": "PERSON", "lemma": word.split()[-1]}
    return fields | SUBJECT | {"number": number}


def test_national_is_the_one_person_before(resolve: Resolve, ids_of: IdsOf) -> None:
    text = "Ada Quill won. The Serb left. "
    resolved = resolve(text, ("Ada Quill", SUBJECT), ("The Serb", national("The Serb")))
    assert ids_of(resolved, text, "The Serb") == QUILL
    assert [entity.type for entity in resolved.entities] == ["Person"]


def test_national_is_who_is_known_to_be_of_the_state(
    resolve: Resolve, ids_of: IdsOf
) -> None:
    text = "Serbian builder Eve Stone sat. Ada Quill won and ran. The Serb left. "
    stone = ("Eve Stone", {"title": "builder"})
    names = (("Serbian", DEMONYM), stone, ("Ada Quill", SUBJECT))
    resolved = resolve(text, *names, ("The Serb", national("The Serb")))
    assert ids_of(resolved, text, "The Serb") == STONE


def test_nationals_of_two_states_are_two_persons(
    resolve: Resolve, ids_of: IdsOf
) -> None:
    text = "Ada Quill beat Eve Stone. The Serb left. The Ghanaian stayed. "
    names = (("Ada Quill", SUBJECT), ("Eve Stone",))
    phrases = ((each, national(each)) for each in ("The Serb", "The Ghanaian"))
    resolved = resolve(text, *names, *phrases)
    assert ids_of(resolved, text, "The Serb") == QUILL
    assert ids_of(resolved, text, "The Ghanaian") == STONE


def test_national_may_be_somebody_without_a_name(
    resolve: Resolve, ids_of: IdsOf
) -> None:
    text = (
        "A Serbian woman sat. A Ghanaian ran. Ada Quill won. "
        "The Serb left. The Ghanaian left. "
    )
    woman = ("A Serbian woman", national("woman") | {"head": text.index("woman")})
    names = (woman, ("Serbian", DEMONYM), ("A Ghanaian", national("Ghanaian")))
    phrases = ((each, national(each)) for each in ("The Serb", "The Ghanaian"))
    resolved = resolve(text, *names, ("Ada Quill", SUBJECT), *phrases)
    assert ids_of(resolved, text, "The Serb") == ()
    assert ids_of(resolved, text, "The Ghanaian") == ()


@pytest.mark.parametrize(
    ("phrase", "number", "expected"),
    [
        ("The Serb", "singular", ()),
        ("A Serb", "singular", ()),
        ("The French", None, ("State:FRA",)),
    ],
)
def test_national_of_nobody_named_is_no_state_unless_it_may_be_many(
    resolve: Resolve,
    ids_of: IdsOf,
    phrase: str,
    number: str | None,
    expected: tuple[str, ...],
) -> None:
    text = f"{phrase} left. "
    resolved = resolve(text, (phrase, national(phrase, number)))
    assert ids_of(resolved, text, phrase) == expected


def test_indefinite_national_is_somebody_else(resolve: Resolve, ids_of: IdsOf) -> None:
    text = "Ada Quill won. A Serb left. "
    resolved = resolve(text, ("Ada Quill", SUBJECT), ("A Serb", national("A Serb")))
    assert ids_of(resolved, text, "A Serb") == ()


def test_national_is_nobody_in_whose_words_the_phrase_stands(
    resolve: Resolve, ids_of: IdsOf
) -> None:
    text = "Eve Stone won. Ada Quill said the Serb had lost. "
    speaker = SUBJECT | {"speaks": True}
    said = national("the Serb") | {"said_by": (text.index("Ada Quill"),)}
    specs = ("Eve Stone", SUBJECT), ("Ada Quill", speaker), ("the Serb", said)
    resolved = resolve(text, *specs)
    assert ids_of(resolved, text, "the Serb") == ("Person:eve stone",)
