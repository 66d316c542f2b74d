"""A question as it is given: by name, which needs no pipeline, or in plain words."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.ask import Readable, load_question
from kg.queries import Query


@dataclass(frozen=True, slots=True)
class Understood:
    """A question of kg, its parameters, and in notes what was understood and what not.

    The last note is the command that asks the same.
    """

    query: Query
    given: Mapping[str, Any]
    notes: tuple[str, ...]


def is_plain(question: str) -> bool:
    """Tell a question in plain words from a question's name, which has no blank."""
    return len(question.split()) > 1


def read_question(
    store: Readable, question: str, *, model: Path | None = None
) -> Understood:
    """Return what a question is, given by name or in plain words.

    A name is that question with nothing given and nothing to note. Raises `QueryError`
    for a name of none, and as `kg.asking.understand.understand` does.
    """
    if not is_plain(question):
        return Understood(load_question(question), {}, ())
    # It brings spaCy and the model, which take a second.
    from kg.asking.understand import understand

    return understand(store, question, model=model)
