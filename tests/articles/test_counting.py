"""Articles counted before they are read."""

import json

import pytest

from kg.articles import Run, read_articles
from kg.articles.counting import count_articles

STORY = "The minister said on Friday that the treaty had ended for all of its members."


@pytest.fixture
def folder(tmp_path):
    """Make a folder of two files and tables of five rows, and things passed over."""
    below = tmp_path / "below"
    below.mkdir()
    (tmp_path / "a.txt").write_text(STORY)
    (below / "b.md").write_text(STORY)
    rows = [{"id": str(n), "text": f"{n} {STORY}"} for n in range(3)]
    (tmp_path / "c.jsonl").write_text("\n".join(map(json.dumps, rows)))
    (tmp_path / "d.csv").write_text(f'id,text\n7,"{STORY}\n{STORY}"\n8,"x {STORY}"\n')
    (tmp_path / "metadata.csv").write_text("id,title\na,Talks\n")
    (tmp_path / "picture.png").write_text("")
    (tmp_path / ".hidden").mkdir()
    (tmp_path / ".hidden" / "e.txt").write_text(STORY)
    return tmp_path


@pytest.mark.parametrize("location", ["", "*.jsonl", "below/*", "d.csv", "a.txt"])
def test_as_many_are_counted_as_are_read(folder, location):
    named = [str(folder / location)]
    read = list(read_articles(named, on_refused=pytest.fail, on_note=lambda _: None))
    assert count_articles(named, Run()) == len(read) > 0


@pytest.mark.parametrize("location", ["-", "https://example.org/feed.xml", "feed.xml"])
def test_what_only_reading_tells_is_not_counted(tmp_path, location):
    path = tmp_path / "feed.xml"
    path.write_text("<rss/>")
    named = location if location != "feed.xml" else str(path)
    assert count_articles([named], Run()) is None
