"""Fitting the head of deeds to a few rows, and writing it."""

from pathlib import Path

import numpy as np
import onnxruntime
import pytest

torch = pytest.importorskip("torch")

from kg.annotate.deeds import KINDS, MARKS, PLACES  # noqa: E402
from kg.extract.events.frames import TYPES  # noqa: E402
from kg.train.deed_examples import Examples, deed_labels, join  # noqa: E402
from kg.train.deed_head import Together  # noqa: E402
from kg.train.event_tally import event_labels  # noqa: E402
from kg.train.fit_deeds import fit, write_head  # noqa: E402
from kg.train.gold_labels import ReadingLabel, labels  # noqa: E402

WIDTH, SIZE = 8, 256
MARK_COUNT = PLACES + len(MARKS)


def examples() -> Examples:
    """Rows whose type the first number of the word itself tells."""
    random = np.random.default_rng(1)
    words = random.normal(size=(SIZE, PLACES * WIDTH)).astype(np.float32)
    kinds = (words[:, 0] > 0).astype(np.int64)
    words[:, 0] *= 4
    marks = np.zeros((SIZE, MARK_COUNT), np.float32)
    return Examples(words, marks, kinds, np.ones(SIZE, np.float32))


def test_fit_learns_what_the_rows_say_and_the_graph_agrees(tmp_path: Path) -> None:
    found = examples()
    head = fit(found, 60)
    with torch.inference_mode():
        scores = head(torch.from_numpy(found.words), torch.from_numpy(found.marks))
    assert (scores.argmax(-1).numpy() == found.kinds).mean() > 0.9
    path = tmp_path / "deeds.onnx"
    write_head(head, path, WIDTH, MARK_COUNT)
    session = onnxruntime.InferenceSession(path, providers=["CPUExecutionProvider"])
    given = {"words": found.words, "marks": found.marks}
    (read,) = session.run(["kinds"], given)
    assert (read.argmax(-1) == scores.argmax(-1).numpy()).mean() > 0.95


def test_together_says_the_mean_of_its_heads() -> None:
    found = examples()
    heads = [fit(found, 2, seed=seed) for seed in (1, 2)]
    given = torch.from_numpy(found.words), torch.from_numpy(found.marks)
    with torch.inference_mode():
        both = Together(heads).eval()(*given)
        each = [torch.log_softmax(head(*given), -1) for head in heads]
    assert torch.allclose(both, (each[0] + each[1]) / 2, atol=1e-6)


def test_fit_is_the_same_for_the_same_rows() -> None:
    first, second = (fit(examples(), 2) for _ in range(2))
    for ours, theirs in zip(first.parameters(), second.parameters(), strict=True):
        assert torch.equal(ours, theirs)


def test_join_puts_rows_below_one_another() -> None:
    both = join([examples(), examples()])
    assert both.words.shape == (2 * SIZE, PLACES * WIDTH)
    assert len(both.kinds) == len(both.weights) == 2 * SIZE


def test_labels_have_known_types_and_stand_in_no_article_that_measures() -> None:
    held = {(each.corpus, each.document) for each in event_labels()}
    held |= {(each.corpus, each.document) for each in labels("reading", ReadingLabel)}
    for each in deed_labels():
        assert each.type in KINDS
        assert (each.corpus, each.document) not in held


def test_the_model_has_each_of_plovers_types() -> None:
    assert set(KINDS) == {"NONE", *TYPES}
