"""What locations stand for: files, folders, patterns, standard input."""

import io
import os
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest

Read = Callable[..., object]

ENGLISH = "The minister left. "


def write(folder: Path, **files: str) -> None:
    for name, text in files.items():
        path = folder / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def give_stdin(monkeypatch: pytest.MonkeyPatch, content: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(content)))


def test_read_articles_reads_a_text_as_it_is(read: Read, tmp_path: Path) -> None:
    content = b"\xef\xbb\xbfThe minister\r\nleft.\rShe stayed away.\n"
    (tmp_path / "a.b.txt").write_bytes(content)
    article = read(tmp_path / "a.b.txt").article
    assert article.id == "a.b"
    assert article.text == "The minister\r\nleft.\rShe stayed away.\n"


def test_read_articles_refuses_what_is_not_there(read: Read, tmp_path: Path) -> None:
    write(tmp_path, a_txt=ENGLISH)
    missing = tmp_path / "b.txt"
    reading = read(missing, tmp_path / "*.md", tmp_path / "a.txt")
    assert [article.id for article in reading.articles] == ["a"]
    assert reading.refusals == [
        f"{missing}: there is no such file or folder",
        f"{tmp_path}/*.md: matches no file that kg reads",
    ]


@pytest.mark.parametrize("name", ["x" * 5000, "a\x00b"])
def test_read_articles_refuses_impossible_names(read: Read, name: str) -> None:
    assert "\x00" not in read(name).refusal


def test_read_articles_streams(read: Read, tmp_path: Path) -> None:
    from kg.articles import read_articles

    write(tmp_path, a_txt=ENGLISH, b_txt="")
    refused: list[object] = []
    articles = read_articles([str(tmp_path)], on_refused=refused.append)
    assert next(articles).id == "a"
    assert not refused


def test_read_articles_refuses_a_file_over_the_limit(
    read: Read, tmp_path: Path
) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"")
    os.truncate(path, 50_000_000)
    assert read(path).refusal.startswith(
        f"{path}: has 50 MB; one article may have 5,000,000 characters (split it"
    )


def test_read_articles_reads_a_named_file_of_any_ending(
    read: Read, tmp_path: Path
) -> None:
    write(tmp_path, a_log=ENGLISH)
    assert read(tmp_path / "a.log").article.id == "a"


def test_read_articles_names_the_language(read: Read, tmp_path: Path) -> None:
    write(
        tmp_path,
        a_txt="Die Ministerin sagte am Dienstag, dass die Gespräche bald wieder "
        "aufgenommen werden und dass die Regierung drei Gesandte schickt, um über "
        "den Vertrag zu sprechen.",
    )
    assert read(tmp_path / "a.txt").refusal == (
        f"{tmp_path}/a.txt: text is in German (de), kg reads English"
    )


def test_read_articles_reads_a_folder_in_the_order_of_names(
    read: Read, tmp_path: Path
) -> None:
    write(tmp_path, b_txt=ENGLISH, a_TXT=ENGLISH, z__a_txt=ENGLISH, m__a_md=ENGLISH)
    reading = read(tmp_path)
    assert [article.id for article in reading.articles] == ["a", "b", "m/a", "z/a"]
    assert not reading.refusals
    assert not reading.notes


def test_read_articles_says_what_it_passes_over(read: Read, tmp_path: Path) -> None:
    write(tmp_path, a_txt=ENGLISH, b_docx="", c_docx="", _hidden="", _git__d_txt="")
    (tmp_path / "nothing.txt").symlink_to(tmp_path / "gone")
    reading = read(tmp_path)
    assert reading.article.id == "a"
    assert reading.notes == [
        f"{tmp_path}: passed over 2 × file of type .docx, 1 × hidden file, "
        "1 × hidden folder, 1 × link to nothing or special file"
    ]


def test_read_articles_refuses_a_folder_without_articles(
    read: Read, tmp_path: Path
) -> None:
    assert read(tmp_path).refusal == f"{tmp_path}: holds no file that kg reads"


def test_read_articles_reads_a_pattern(read: Read, tmp_path: Path) -> None:
    write(tmp_path, b_txt=ENGLISH, a_txt=ENGLISH, c_docx="", x__d_txt=ENGLISH)
    write(tmp_path, metadata_csv="id,published\na,2024-11-01\n")
    reading = read(tmp_path / "*")
    assert [article.id for article in reading.articles] == ["a", "b"]
    assert reading.articles[0].published == date(2024, 11, 1)
    assert reading.notes == [f"{tmp_path}/*: passed over 1 × file of type .docx"]
    reading = read(tmp_path / "**" / "*.txt")
    assert [article.id for article in reading.articles] == ["a", "b", "x/d"]


def test_read_articles_prefers_a_file_to_a_pattern(read: Read, tmp_path: Path) -> None:
    (tmp_path / "a[1].txt").write_text(ENGLISH)
    assert read(tmp_path / "a[1].txt").article.id == "a[1]"


@pytest.mark.parametrize("name", ["a\x1b[31m.txt", "a\u202etxt.txt"])
def test_read_articles_escapes_names_in_messages(
    read: Read, tmp_path: Path, name: str
) -> None:
    (tmp_path / name).write_text("")
    assert read(tmp_path).refusal.isprintable()


def test_read_articles_reads_text_from_standard_input(
    read: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    give_stdin(monkeypatch, ENGLISH.encode("utf-16"))
    article = read("-", published=date(2024, 11, 1)).article
    assert (article.id, article.text) == ("stdin-e349911c", ENGLISH)
    assert (article.published, article.published_basis) == (date(2024, 11, 1), "given")


def test_read_articles_reads_json_lines_from_standard_input(
    read: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    give_stdin(monkeypatch, b'\n{"id": "x", "text": "One."}\n{"text": "Two."}\n{"t')
    reading = read("-")
    assert [article.id for article in reading.articles] == ["x", "stdin-1eb32d1e"]
    assert reading.refusals[0].startswith("standard input:4: is not JSON")


def test_read_articles_reads_a_page_from_standard_input(
    read: Read, monkeypatch: pytest.MonkeyPatch, story: str
) -> None:
    page = f"<html><body><article><p>{story}</p><p>{story}</p></article></body></html>"
    give_stdin(monkeypatch, page.encode())
    assert "<p>" not in read("-").article.text


def test_read_articles_refuses_empty_standard_input(
    read: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    give_stdin(monkeypatch, b"")
    assert read("-").refusal == "standard input: is empty"


def test_read_articles_reads_a_json_list_from_standard_input(
    read: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    give_stdin(monkeypatch, b'[{"id": "x", "text": "One."}, {"text": "Two."}]')
    assert [article.id for article in read("-").articles] == ["x", "stdin-1eb32d1e"]


def test_read_articles_names_piped_texts_by_their_content(
    read: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = []
    for text in (b"One.", b"Two.", b"One."):
        give_stdin(monkeypatch, text)
        ids.append(read("-").article.id)
    assert ids[0] == ids[2] != ids[1]


def test_read_articles_names_files_by_their_path_below_the_folder(
    read: Read, tmp_path: Path
) -> None:
    write(tmp_path, **{"2024__01__index_html.txt": "One.", "2024__02__a_jsonl": ""})
    (tmp_path / "2024/02/a.jsonl").write_text('{"text": "Two."}')
    ids = ["2024/01/index.html", "2024/02/a:1"]
    assert [article.id for article in read(tmp_path).articles] == ids
    assert [article.id for article in read(tmp_path / "*/*/*").articles] == ids
    assert read(tmp_path / "2024" / "02").article.id == "a:1"


def test_read_articles_gives_each_place_an_origin(read: Read, tmp_path: Path) -> None:
    rows = '{"id": 1, "text": "One."}\n{"id": 2, "text": "Two."}\n'
    write(tmp_path, x__a_txt=ENGLISH, y__a_txt=ENGLISH, a_jsonl=rows, b_jsonl=rows)
    origins = [article.origin for article in read(tmp_path).articles]
    assert len(set(origins)) == len(origins) == 6
    assert origins == [article.origin for article in read(tmp_path / "**").articles]
    (by_name,) = read(tmp_path / "x" / "a.txt").articles
    assert by_name.origin == origins[4]


def test_read_articles_knows_a_row_by_its_url(read: Read, tmp_path: Path) -> None:
    row = '{{"id": 1, "text": "{}", "url": "{}"}}'
    write(tmp_path, a_jsonl=row.format("One.", "https://x.org/one"))
    write(tmp_path, b_jsonl=row.format("One, mended.", "https://x.org/one"))
    write(tmp_path, c_jsonl=row.format("Two.", "https://x.org/"))
    write(tmp_path, d_jsonl=row.format("Three.", "https://x.org/"))
    first, second, third, fourth = (each.origin for each in read(tmp_path).articles)
    assert first == second
    assert third != fourth


@pytest.mark.timeout(20)
def test_read_articles_ends_where_links_lead_round(read: Read, tmp_path: Path) -> None:
    write(tmp_path, a__b__c_txt=ENGLISH, _git__d_txt=ENGLISH)
    (tmp_path / "a" / "loop").symlink_to(tmp_path)
    (tmp_path / "a" / "b" / "loop").symlink_to(tmp_path)
    pattern = tmp_path / "**" / "*.txt"
    assert [article.id for article in read(pattern).articles] == ["a/b/c"]
    reading = read(tmp_path)
    assert reading.article.id == "a/b/c"
    assert "2 × link to a folder" in reading.notes[0]


def test_read_articles_counts_articles_without_a_date(
    read: Read, tmp_path: Path
) -> None:
    write(tmp_path, a_txt=ENGLISH, b_txt=f"1 November 2024\n\n{ENGLISH}")
    undated = "1 of 2 articles have no date (--published gives one)"
    assert read(tmp_path).undated == undated
    assert read(tmp_path, published=date(2024, 11, 1)).undated is None
