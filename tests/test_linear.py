"""Work grows with an article's length, no faster: counted in lines run, not in time."""

import random
import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from spacy.language import Language

import kg
from kg.annotate.pipeline import load_pipeline
from kg.extract.article import find
from kg.records import Article
from kg.resolve.article.assemble import assemble

pytestmark = pytest.mark.model

# The package that runs, installed or in the checkout.
KG = str(Path(kg.__file__).parent)
_LENGTH = 5_000
# Twice the text, and what a longer one has more of at its edges.
_MOST = 2.25
_SYLLABLES = ("bra", "dor", "fen", "gal", "hol", "kim", "lan", "mor", "ner", "tav")
_SENTENCES = (
    '"We shall rebuild the {a} bridge before winter," said Minister {b} {c}.',
    "{b} {c} told reporters on {day} May 2023 that {count} soldiers had left {a}.",
    'Mr. {c} added: "Nobody in {a} wants a war. It is as {e} {f} said."',
    "According to {e} {f}, who leads the {a} Party, he sent {count} tons of aid.",
    "{c} denied that {f} and she had met the president of France on Friday.",
    '"They were warned," he said. "The ministry knew of it."',
    "{c}: No talks before the summit in {a}\n\n",
    "The {a} Development Company fired {count} workers, its spokesman {f} said.\n\n",
)


def news(length: int) -> str:
    """Make up an article with ever new names, quotations, figures and times."""
    dice = random.Random(7)

    def name() -> str:
        return "".join(dice.choices(_SYLLABLES, k=3)).title()

    text = ""
    while len(text) < length:
        text += dice.choice(_SENTENCES).format(
            **{letter: name() for letter in "abcef"},
            day=dice.randrange(1, 29),
            count=dice.randrange(20, 900),
        )
        text += " "
    return text[:length]


def lines_run(work: Callable[[], object]) -> int:
    """Return how many lines of kg a call runs; a round of a loop is one, too."""
    count = 0

    def local(frame: FrameType, event: str, _: Any) -> Any:
        nonlocal count
        count += event == "line"
        return local

    def call(frame: FrameType, _event: str, _: Any) -> Any:
        return local if frame.f_code.co_filename.startswith(KG) else None

    before = sys.gettrace()
    sys.settrace(call)
    try:
        work()
    finally:
        sys.settrace(before)
    return count


@pytest.fixture(scope="module")
def nlp() -> Language:
    loaded = load_pipeline(threads=1)
    read(loaded, news(_LENGTH))  # so that word lists are loaded
    return loaded


def read(nlp: Language, text: str) -> object:
    article = Article(id="a", text=text)
    return assemble(find(nlp(text), article))


@pytest.mark.parametrize(
    ("make", "length"), [(news, _LENGTH), ('"a b" '.__mul__, 1_500)]
)
def test_reading_twice_the_text_runs_twice_the_lines(
    nlp: Language, make: Callable[[int], str], length: int
) -> None:
    short, long = make(length)[:length], make(2 * length)[: 2 * length]
    once = lines_run(lambda: read(nlp, short))
    twice = lines_run(lambda: read(nlp, long))
    assert 0 < twice < _MOST * once
