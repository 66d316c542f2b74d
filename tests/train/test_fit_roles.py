"""The heads of roles on sentences of numbers: they learn, and their graphs agree."""

from importlib.resources import files
from pathlib import Path
from random import Random

import numpy as np
import onnxruntime
import pytest
from click.testing import CliRunner

torch = pytest.importorskip("torch")

from kg.annotate.pipeline import load_pipeline  # noqa: E402
from kg.annotate.roles.component import pairs_of  # noqa: E402
from kg.annotate.roles.propositions import KINDS, ROLES  # noqa: E402
from kg.model import FILES  # noqa: E402
from kg.train import role_examples  # noqa: E402
from kg.train.fit_roles import fit, main, new_heads, write_heads  # noqa: E402
from kg.train.role_examples import UNKNOWN, Example, batches, join  # noqa: E402

WIDTH, SIZE = 8, 6
LABELS = {"upos": ["NOUN", "VERB"], "rel": ["nsubj", "root", "obj"]}
ARG0 = ROLES.index("ARG0")


def example(predicate: int, size: int = SIZE) -> Example:
    """Make a sentence whose predicate's vector says so; the word before is its ARG0."""
    states = np.zeros((size, WIDTH), np.float16)
    states[predicate, 0] = 3
    kinds = np.zeros(size, np.int64)
    kinds[predicate] = KINDS.index("PREDICATE")
    pairs = pairs_of(np.array([predicate]), np.zeros(size, np.int64))
    facts = np.zeros((size, 2), np.float32)
    facts[predicate] = (3 if predicate % 2 else -3, 1)
    states[predicate, 1] = facts[predicate, 0]
    return Example(
        states,
        np.zeros((2, size), np.int64),
        kinds,
        np.concatenate([pairs, np.ones((1, size - 1), np.int64)]),
        np.where(pairs[1] == predicate - 1, ARG0, 0),
        facts,
    )


@pytest.fixture(scope="module")
def heads():  # type: ignore[no-untyped-def]
    # Threads that wait for one another cost more here than they save.
    torch.set_num_threads(1)
    fitted = new_heads(LABELS, WIDTH)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(role_examples, "_BATCH", 10 * SIZE)
        fit(fitted, [example(1 + i % (SIZE - 1)) for i in range(120)], epochs=12)
    return fitted


def test_fit_learns_predicates_roles_and_facts(heads) -> None:  # type: ignore[no-untyped-def]
    batch = join([example(2), example(3)])
    with torch.inference_mode():
        hidden, kinds, facts = heads.predicates(
            batch.states, batch.tags, batch.relations, batch.unit
        )
        roles = heads.roles(hidden.flatten(0, 1), *batch.pairs)
    assert kinds.argmax(-1).tolist() == batch.kinds.tolist()
    assert (facts[0, 2] < 0) and (facts[1, 3] > 0)
    assert roles.argmax(-1).tolist() == batch.roles.tolist()


def test_write_heads_writes_graphs_that_agree(heads, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    write_heads(heads, tmp_path, bits=32)
    words = np.random.default_rng(1).normal(size=(7, WIDTH)).astype(np.float32)
    tag, unit = np.array([0, 1, 0, 1, 0, 0, 1]), np.array([1, 1, 1, 2, 2, 2, 2])
    given = {"words": words, "tag": tag, "relation": tag, "unit": unit}
    hidden, *found = run(tmp_path / "predicates.onnx", given)
    pairs = {
        "predicate": np.array([1, 4]),
        "other": np.array([0, 6]),
        "path": np.array([1, 12]),
    }
    found += run(tmp_path / "roles.onnx", {"words": hidden, **pairs})
    with torch.inference_mode():
        wanted, *scores = heads.predicates(*map(torch.from_numpy, given.values()))
        scores.append(heads.roles(wanted, *map(torch.from_numpy, pairs.values())))
    for ours, theirs in zip([hidden, *found], [wanted, *scores], strict=True):
        np.testing.assert_allclose(ours, theirs.numpy(), atol=1e-4)


def test_write_heads_in_8_bits_finds_the_same(heads, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    write_heads(heads, tmp_path)
    one = example(3)
    none = np.zeros(SIZE, np.int64)
    given = {"words": one.states.astype(np.float32), "tag": none, "relation": none}
    _, kinds, _ = run(tmp_path / "predicates.onnx", {**given, "unit": none})
    assert kinds.argmax(axis=1).tolist() == one.kinds.tolist()


def test_sentences_do_not_hear_one_another(heads) -> None:  # type: ignore[no-untyped-def]
    words, zeros = torch.randn(5, WIDTH), torch.zeros(5, dtype=torch.long)
    unit = torch.tensor([0, 0, 1, 1, 1])
    with torch.inference_mode():
        together = heads.predicates(words, zeros, zeros, unit)[1]
        alone = heads.predicates(words[2:], zeros[2:], zeros[2:], unit[2:])[1]
    assert torch.allclose(together[2:], alone, atol=1e-5)


def run(path: Path, inputs: dict[str, np.ndarray]) -> list[np.ndarray]:
    session = onnxruntime.InferenceSession(path, providers=["CPUExecutionProvider"])
    found: list[np.ndarray] = session.run(None, inputs)
    return found


def test_join_counts_places_through_the_rows() -> None:
    batch = join([example(1, 3), example(2, 5)])
    assert batch.unit.tolist() == [[0, 0, 0, -1, -1], [0] * 5]
    assert batch.kinds[0].tolist() == [0, 1, 0, UNKNOWN, UNKNOWN]
    assert batch.pairs[0].tolist() == [1, 1, 7, 7, 7, 7]
    assert batch.pairs[1].tolist() == [0, 2, 5, 6, 8, 9]


def test_batches_hold_every_example_once_in_an_order_of_the_seed() -> None:
    found = [example(1, 3 + i % 40) for i in range(200)]
    groups = batches(found, Random(1))
    assert sorted(id(x) for group in groups for x in group) == sorted(map(id, found))
    assert max(len(x) * max(e.size for e in x) for x in groups) <= 1100 + 3 * 370
    again = batches(found, Random(1))
    assert [[id(x) for x in g] for g in groups] == [[id(x) for x in g] for g in again]


@pytest.mark.model
def test_main_writes_graphs_that_kg_opens(propbank_data: Path, tmp_path: Path) -> None:
    model = tmp_path / "model"
    model.mkdir()
    for name in FILES:
        (model / name).symlink_to(files("kg.model") / name)  # type: ignore[arg-type]
    options = ["--epochs", "1", "--threads", "1"]
    result = CliRunner().invoke(main, [str(model), str(propbank_data), *options])
    assert result.exit_code == 0, result.output
    nlp = load_pipeline(model, threads=1)
    nlp.add_pipe("kg_roles", config={"model": str(model)}, before="kg_attribution")
    assert "roles" in nlp("Ada had left the town.").spans
