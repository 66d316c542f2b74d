"""Which bodies whole sentences speak of, read with the packaged weights."""

import pytest

pytestmark = pytest.mark.model

# A text, words of what is said, and who says it.
SAID = [
    (
        "Laos rejected the complaint. Its foreign ministry said the boats were lost.",
        "the boats",
        ["Laos's foreign ministry"],
    ),
    (
        "Harmon Steel will buy Covell Foods, the two companies said on Monday.",
        "will buy",
        ["Harmon Steel", "Covell Foods"],
    ),
    (
        "The mine belongs to Minera Austral. The company said it was safe.",
        "safe",
        ["Minera Austral"],
    ),
    (
        "Atletico Ribera have signed Ivo Brand, the Spanish club announced on Friday.",
        "have signed",
        ["Atletico Ribera"],
    ),
    (
        "Harcourt Rangers lost at home. Rangers declined to say why the coach left.",
        "the coach",
        ["Harcourt Rangers"],
    ),
]


@pytest.mark.parametrize(("text", "words", "speakers"), SAID)
def test_body_is_the_one_that_the_text_means(read, text, words, speakers):
    assert read(text).holding(words).speakers == speakers
