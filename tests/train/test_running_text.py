"""Running text out of words."""

import pytest

from kg.train.gold_labels import articles
from kg.train.running_text import running_text


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ('" Yes , " he said .', '"Yes," he said.'),
        ("It cost $ 5 ( five ) .", "It cost $5 (five)."),
        ("He did n't : Ada 's hat", "He didn't: Ada's hat"),
        ("“ I ’ve left ... ” she said", "“I’ve left...” she said"),
        ("the boys ' hats", "the boys' hats"),
    ],
)
def test_running_text_puts_marks_to_their_words(words, text):
    assert running_text([words.split(" ")]) == text


def test_articles_read_a_file_of_words_as_one_document(tmp_path):
    lines = ["Ada\tB-Person", "left\tO", ".\tO", "", "Bob\tB-Person", "stayed\tO"]
    (tmp_path / "news.tsv").write_text("\n".join(lines), encoding="utf-8")
    assert articles(tmp_path, "news.tsv", {0})[0].text == "Ada left.\n\nBob stayed"
