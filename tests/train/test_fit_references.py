"""Fitting the head of references to a few pronouns, and writing it."""

from pathlib import Path

import numpy as np
import onnxruntime
import pytest

torch = pytest.importorskip("torch")

from kg.annotate.references import MARKS, Pairs  # noqa: E402
from kg.english.pronouns import NOBODY  # noqa: E402
from kg.resolve.article.antecedent_scores import WEIGHTS  # noqa: E402
from kg.resolve.article.chains import Chain  # noqa: E402
from kg.train.fit_antecedents import LESS_OF_NOBODY, Row  # noqa: E402
from kg.train.fit_references import (  # noqa: E402
    Pronoun,
    crossed,
    fit,
    likeliest,
    to_pronoun,
    write_head,
)

WIDTH, SIZE = 8, 200
ADA, EVE = ((Chain("Person", key, key),) for key in ("ada", "eve"))


def pronouns() -> list[Pronoun]:
    """Pronouns that mean the noun whose first number is positive."""
    random = np.random.default_rng(1)
    found = []
    for _ in range(SIZE):
        words = random.normal(size=(4, WIDTH)).astype(np.float32)
        words[1:3, 0] = random.permutation([-2.0, 2.0])
        words[3] = 0
        found.append(
            Pronoun(
                words=words,
                marks=np.zeros((3, MARKS), np.float32),
                grammar=np.zeros(3, np.float32),
                meant=np.array([1, 2, 0]),
                right=np.append(words[1:3, 0] > 0, False),
                weight=1.0,
            )
        )
    return found


def test_fit_learns_what_the_words_say_and_the_graph_agrees(tmp_path: Path) -> None:
    found = pronouns()
    head = fit(found, 30)
    judged = [likeliest(head, one) for one in found]
    assert np.mean([right for _, right in judged]) > 0.95
    assert max(share for share, _ in judged) <= 1.0
    write_head(head, tmp_path / "references.onnx")
    session = onnxruntime.InferenceSession(
        tmp_path / "references.onnx", providers=["CPUExecutionProvider"]
    )
    one = found[0]
    rows = np.array([[0, 1], [0, 2], [0, 3]])
    given = {"words": one.words, "rows": rows, "marks": one.marks}
    (read,) = session.run(["scores"], given)
    parts = (torch.from_numpy(part) for part in (one.words, rows, one.marks))
    with torch.inference_mode():
        assert read == pytest.approx(head(*parts).numpy(), abs=1e-4)


def test_fit_is_the_same_for_the_same_pronouns() -> None:
    first, second = (fit(pronouns(), 2) for _ in range(2))
    for ours, theirs in zip(first.parameters(), second.parameters(), strict=True):
        assert torch.equal(ours, theirs)


def test_a_head_that_has_learned_nothing_leaves_what_grammar_tells() -> None:
    [one, *_] = pronouns()
    told = one._replace(grammar=np.log(np.array([1, 3, 4], np.float32)))
    head = fit([one], 0)
    share, is_right = likeliest(head, told)
    assert share == pytest.approx(3 / 8)
    assert is_right == bool(one.right[1])


def test_crossed_judges_every_pronoun_once() -> None:
    found = {"one": list(enumerate(pronouns()))}
    [(name, judged)] = crossed(found, 8)
    assert (name, len(judged)) == ("one", SIZE)
    assert np.mean([right for _, right in judged]) > 0.9


def test_to_pronoun_weighs_by_grammar_and_numbers_who_is_meant() -> None:
    pairs = Pairs(
        ends=[(9, 0), (9, 4), (9, 6), (9, NOBODY)],
        words=np.eye(5, WIDTH, dtype=np.float32),
        rows=np.array([[3, 0], [3, 1], [3, 2], [3, 4]]),
        marks=np.zeros((4, MARKS), np.float32),
    )
    rows = [
        Row(ADA, {"subject": 1.0}, True, 0),
        Row(EVE, {}, False, 6),
        Row((), {"nobody": 1.0}, False, NOBODY),
    ]
    one = to_pronoun("person", list(zip(rows, (0, 2, 3), strict=True)), pairs, 2.0)
    weights = WEIGHTS["person"]
    assert one.words.argmax(1).tolist() == [3, 0, 2, 4]
    assert one.meant.tolist() == [1, 2, 0]
    assert one.right.tolist() == [True, False, False]
    nobody = weights["nobody"] + LESS_OF_NOBODY["person"]
    assert one.grammar == pytest.approx([weights["subject"], 0, nobody])
    assert one.weight == 2.0
