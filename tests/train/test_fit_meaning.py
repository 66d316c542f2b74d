"""The head of meaning is a map that gives the base's vectors back."""

import json
from pathlib import Path

import pytest

torch = pytest.importorskip("torch")
pytest.importorskip("transformers")

from kg.train.fit_meaning import news_parts, solve  # noqa: E402


def test_solve_finds_the_map_between_two_spaces() -> None:
    torch.manual_seed(1)
    means = torch.randn(400, 8).double() + 3
    vectors = means @ torch.randn(8, 8).double() + 5
    with torch.no_grad():
        found = solve(means, vectors)(means.float())
    right = (vectors - vectors.mean(0)).float()
    assert torch.cosine_similarity(found, right).mean() > 0.99


def test_news_parts_are_ends_of_sentences_the_same_each_time(tmp_path: Path) -> None:
    (tmp_path / "text").mkdir()
    text = "The dam by the old mill broke on Monday. Why? Nobody was hurt, he said."
    for name in ("wikinews-2019", "state-releases"):
        rows = 20 * (json.dumps({"text": text}) + "\n")
        (tmp_path / f"text/{name}.jsonl").write_text(rows, encoding="utf-8")
    one, two = (list(news_parts(tmp_path)) for _ in range(2))
    assert one == two and len(one) == 40
    drawn = {found[start:end] for found, parts in one for start, end in parts}
    assert "The dam by the old mill broke on Monday." in drawn
    assert "old mill broke on Monday." in drawn
    assert all(len(part.split()) >= 5 and part.endswith(".") for part in drawn)
