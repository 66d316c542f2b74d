"""Reading articles: each stands or falls alone."""

import gc
import logging
import signal
from threading import Thread

import pytest

from kg.errors import ArticleError
from kg.reading import extract
from kg.records import Article

pytestmark = pytest.mark.model

SHORT = "Ada Moss said on Friday that Paris is a fine town."


def articles(*texts: str) -> list[Article]:
    return [Article(id=f"a{number}", text=text) for number, text in enumerate(texts)]


def read(given: list[Article], **options) -> tuple[list[str], list[str]]:  # type: ignore[no-untyped-def]
    """Return the ids that were read, and the lines of those that were refused."""
    refused: list[ArticleError] = []
    found = extract(given, on_refused=refused.append, **options)
    return [each.article.id for each in found], [str(error) for error in refused]


@pytest.fixture(scope="module", autouse=True)
def _is_loaded() -> None:
    list(extract(articles(SHORT)))


def test_extract_refuses_an_article_that_takes_too_long_and_reads_the_others():
    found, refused = read(articles(SHORT, "( " * 60_000, SHORT), timeout=2.0)
    assert found == ["a0", "a2"]
    assert refused == ["a1: took longer than 2 seconds (120,000 characters)"]


def test_extract_hears_its_alarm_outside_the_main_thread():
    done: list[tuple[list[str], list[str]]] = []
    given = articles(SHORT, "( " * 60_000)
    thread = Thread(target=lambda: done.append(read(given, timeout=8.0)))
    thread.start()
    thread.join()
    ((found, refused),) = done
    assert found == ["a0"]
    assert refused == ["a1: took longer than 8 seconds (120,000 characters)"]


def test_extract_refuses_an_article_that_memory_does_not_suffice_for(monkeypatch):
    from kg.extract import article

    find = article.find

    def find_little(doc, given):
        if len(given.text) > 1_000:
            raise MemoryError
        return find(doc, given)

    monkeypatch.setattr(article, "find", find_little)
    found, refused = read(articles(SHORT, SHORT * 50, SHORT))
    assert found == ["a0", "a2"]
    assert refused == ["a1: needs more memory than there is (2,500 characters)"]


def test_extract_raises_what_is_refused_where_nobody_takes_it():
    with pytest.raises(ArticleError, match="^a0: took longer"):
        list(extract(articles("( " * 60_000), timeout=0.5))


def test_extract_leaves_the_alarm_as_it_was():
    before = signal.getsignal(signal.SIGALRM)
    read(articles(SHORT), timeout=60.0)
    assert signal.getsignal(signal.SIGALRM) is before
    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)


def test_extract_logs_each_article_with_its_length_and_time(caplog):
    with caplog.at_level(logging.INFO, logger="kg.reading"):
        read(articles(SHORT))
    assert caplog.messages[0].startswith("a0: 50 characters in ")


def test_pipeline_takes_texts_longer_than_spacy_would():
    from kg.annotate.pipeline import load_pipeline

    doc = load_pipeline().make_doc("Ada spoke. " * 100_000)
    assert len(doc.text) == 1_100_000


def test_extract_collects_garbage_again_once_it_is_loaded():
    assert gc.isenabled()
