"""Who "we" is where nobody signs the text."""

from collections.abc import Callable
from typing import Any

import pytest

from kg.resolve.article.entities import Resolved

Resolve = Callable[..., Resolved]
IdsOf = Callable[..., tuple[str, ...]]
STATE: dict[str, Any] = {"label": "LOC", "gender": "neuter", "is_subject": True}
WE: dict[str, Any] = {
    "form": "pronoun",
    "label": None,
    "lemma": "we",
    "person": 1,
    "number": "plural",
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya welcomes Ghana. Now we act. ", ("State:KEN",)),
        ("Kenya and Ghana agree, and we act. ", ("State:KEN", "State:GHA")),
        ("Kenya met Ghana, and we act. ", ("State:KEN",)),
        ("Kenya and Ghana agree. Now we act. ", ()),
    ],
)
def test_we_is_the_subject_before_it(
    resolve: Resolve, ids_of: IdsOf, text: str, expected: tuple[str, ...]
) -> None:
    kenya = STATE | {"speaks": "welcomes" in text}
    ghana = STATE | {"is_subject": "and Ghana" in text}
    resolved = resolve(text, ("Kenya", kenya), ("Ghana", ghana), ("we", WE))
    resolved.bind_author(())
    assert ids_of(resolved, text, "we") == expected


def test_we_is_no_person_who_is_the_subject(resolve: Resolve, ids_of: IdsOf) -> None:
    text = "Ada Quill knows what we want. "
    resolved = resolve(text, ("Ada Quill", {"is_subject": True}), ("we", WE))
    resolved.bind_author(())
    assert ids_of(resolved, text, "we") == ()


@pytest.mark.parametrize(
    ("opening", "expected"),
    [
        ("Kenya and Ghana condemn it. ", ("State:KEN", "State:GHA")),
        ("Kenya condemns Ghana. ", ()),
        ("It rained.\n\n\n\nKenya and Ghana condemn it. ", ()),
    ],
)
def test_we_is_who_make_a_joint_statement(
    resolve: Resolve, ids_of: IdsOf, opening: str, expected: tuple[str, ...]
) -> None:
    text = f"{opening}Togo fired again. Each shot was wrong. Now we act. "
    resolved = resolve(
        text,
        ("Kenya", STATE | {"speaks": True}),
        ("Ghana", STATE | {"speaks": " and " in opening}),
        ("Togo", STATE),
        ("we", WE),
    )
    resolved.bind_author(())
    assert ids_of(resolved, text, "we") == expected


@pytest.mark.parametrize(("speaks", "expected"), [(True, ("State:KEN",)), (False, ())])
def test_our_is_the_subject_that_says_it(
    resolve: Resolve, ids_of: IdsOf, speaks: bool, expected: tuple[str, ...]
) -> None:
    text = "Kenya repeats our offer. "
    kenya = STATE | {"speaks": speaks}
    resolved = resolve(text, ("Kenya", kenya), ("our", WE))
    resolved.bind_author(())
    assert ids_of(resolved, text, "our") == expected
