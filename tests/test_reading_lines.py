"""Articles to extractions, whatever the lines of their text are."""

import textwrap

import pytest

from kg.reading import extract
from kg.records import Article, Extraction

STORY = (
    "Transport Minister Ada Quill told reporters in Oslo on Monday that the ferry line "
    "would stay closed until the inquiry was over. She said three captains had signed "
    "the letter, and that no more ships would sail to the islands before the winter."
)
WRAPPED = textwrap.fill(STORY, 44)
CROSSHEAD = "Big words from Mr. Vance"


@pytest.fixture(scope="module")
def read() -> dict[str, Extraction]:
    texts = {
        "plain": STORY,
        "wrapped": WRAPPED,
        "crosshead": STORY.replace(". She", f".\n{CROSSHEAD}\nShe"),
    }
    articles = [Article(id=id_, text=text) for id_, text in texts.items()]
    return {found.article.id: found for found in extract(articles, processes=1)}


@pytest.mark.model
def test_a_wrapped_article_says_what_the_unwrapped_one_says(read):
    plain, wrapped = read["plain"], read["wrapped"]
    speakers = [statement.speakers for statement in wrapped.statements]
    assert speakers == [statement.speakers for statement in plain.statements]
    assert len(speakers) > 1
    assert [e.name for e in wrapped.entities] == [e.name for e in plain.entities]


@pytest.mark.model
def test_offsets_of_a_wrapped_article_point_into_it_as_it_is(read):
    contents = [c for s in read["wrapped"].statements for c in s.content]
    assert any("\n" in content.text for content in contents)
    for content in contents:
        assert WRAPPED[content.start : content.end] == content.text


@pytest.mark.model
def test_a_crosshead_does_not_speak_in_the_sentence_after_it(read):
    statements = read["crosshead"].statements
    assert [s.speakers for s in statements] == [
        s.speakers for s in read["plain"].statements
    ]
    assert all(CROSSHEAD not in c.text for s in statements for c in s.content)
