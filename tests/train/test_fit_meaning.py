"""The head of meaning is a map that gives the base's vectors back."""

from pathlib import Path

import pytest

torch = pytest.importorskip("torch")
pytest.importorskip("transformers")

from kg.train.fit_meaning import _solve, news_sentences  # noqa: E402
from kg.train.model import Meaning  # noqa: E402


def test_solve_finds_the_map_between_two_spaces() -> None:
    torch.manual_seed(1)
    means = torch.randn(400, 8).double() + 3
    vectors = means @ torch.randn(8, 8).double() + 5
    head = Meaning(8, 3)
    with torch.no_grad():
        _solve(head, means, vectors)
        found = head.out(means.float())
    right = (vectors - vectors.mean(0)).float()
    assert torch.cosine_similarity(found, right).mean() > 0.99


def test_means_pass_over_what_is_no_word() -> None:
    head = Meaning(2, 2)
    state = torch.tensor([[[9.0, 9], [1, 2], [3, 4], [7, 7]]])
    found = head.means([state, state], torch.tensor([[1.0, 1, 0]]))
    assert found.tolist() == [[2.0, 3.0]]


def test_news_sentences_draw_the_same_each_time(tmp_path: Path) -> None:
    (tmp_path / "text").mkdir()
    row = '{"text": "The dam broke on Monday morning. Nobody was hurt there, it said."}'
    for name in ("wikinews-2019", "state-releases"):
        (tmp_path / f"text/{name}.jsonl").write_text(row + "\n", encoding="utf-8")
    one, two = (list(news_sentences(tmp_path)) for _ in range(2))
    assert one == two and len(one) == 4
    assert ["The", "dam", "broke", "on", "Monday", "morning", "."] in one
