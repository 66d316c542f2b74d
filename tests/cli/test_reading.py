"""Options of the commands that read: defaults, columns, a dry run, watching."""

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kg.cli.main import cli
from kg.errors import StoreError
from kg.settings import Settings

STORY = (
    "Ada Berg, the minister of fisheries, said on Tuesday that the government of "
    "Norland would not extend the treaty. She told reporters that the talks had ended."
)
FEED = """<?xml version="1.0"?><rss version="2.0"
xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Gazette</title>
<item><guid isPermaLink="false">{}</guid>
<pubDate>Fri, 01 Nov 2024 10:00:00 GMT</pubDate>
<content:encoded>{} {}</content:encoded></item></channel></rss>"""


def run(*arguments: object) -> Result:
    return CliRunner().invoke(cli, [str(each) for each in arguments], prog_name="kg")


def test_dry_run_lists_what_would_be_read_and_opens_no_store(tmp_path: Path) -> None:
    folder = tmp_path / "x"
    folder.mkdir()
    (folder / "a.txt").write_text(f"Minister ends the treaty\n\n{STORY}")
    (folder / "b.txt").write_text("")
    store = tmp_path / "store"
    done = run(
        "--store", store, "ingest", folder, "--dry-run", "--published=2024-11-01"
    )
    assert done.stdout == "a\t2024-11-01\t31 words\tMinister ends the treaty\n"
    assert done.exit_code == 1
    assert "b.txt: is empty" in done.stderr
    assert not store.exists()


def test_dry_run_takes_named_columns_and_overrides(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(f'Nr,Datum,Volltext\n7,2020-01-01,"{STORY}"\n')
    columns = "--columns=id=Nr,published=Datum,text=Volltext"
    listed = run("ingest", path, "--dry-run", columns, "--published=2024-11-01")
    assert listed.stdout.startswith("7\t2020-01-01\t")
    listed = run(
        "ingest", path, "--dry-run", columns, "--published=2024-11-01", "--override"
    )
    assert listed.stdout.startswith("7\t2024-11-01\t")


@pytest.mark.parametrize(
    ("option", "cause"),
    [("--columns=name=x", "is not COLUMN=HEADING"), ("--every=soon", "is not a time")],
)
def test_options_refuse_what_they_cannot_read(option: str, cause: str) -> None:
    command = "watch" if "every" in option else "ingest"
    done = run(command, "http://127.0.0.1:9/feed", option)
    assert done.exit_code == 2
    assert cause in done.stderr


@pytest.mark.parametrize("name", ["KG_STORE", "NEO4J_URI"])
def test_settings_refuse_an_address_with_a_password_without_showing_it(
    monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.delenv("KG_STORE", raising=False)
    monkeypatch.setenv(name, "neo4j://neo4j:letmein@localhost:7687")
    with pytest.raises(
        StoreError, match="NEO4J_USERNAME and NEO4J_PASSWORD"
    ) as refused:
        Settings.from_env()
    assert "letmein" not in str(refused.value)


def test_settings_keep_the_state_of_feeds_beside_the_store(tmp_path: Path) -> None:
    of_folder = Settings(store=str(tmp_path / ".kg")).feeds_file
    assert of_folder == tmp_path / ".kg.feeds.json"
    servers = [
        Settings(store="neo4j://x", database=name, state_folder=tmp_path).feeds_file
        for name in ("a", "b")
    ]
    assert servers[0] != servers[1]
    assert servers[0].parent == tmp_path / "kg"


@contextmanager
def feed_server(asked: list[str | None]) -> Iterator[str]:
    """Serve a feed of one article; `asked` gets the ETag of each request."""
    body = FEED.format("one", STORY, STORY).encode()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:  # noqa: N802
            tag = self.headers.get("If-None-Match")
            asked.append(tag)
            self.send_response(304 if tag == '"1"' else 200)
            self.send_header("ETag", '"1"')
            self.send_header("Content-Type", "application/rss+xml")
            self.end_headers()
            if tag != '"1"':
                self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/feed"
    server.shutdown()
    thread.join()
    server.server_close()


def wait_for(
    asked: list[str | None], count: int, process: subprocess.Popen[str]
) -> None:
    until = time.monotonic() + 90
    while len(asked) < count and time.monotonic() < until and process.poll() is None:
        time.sleep(0.05)


@pytest.mark.model
@pytest.mark.embedded
def test_watch_ends_on_a_signal_and_goes_on_where_it_was(tmp_path: Path) -> None:
    asked: list[str | None] = []
    command = [sys.executable, "-P", "-m", "kg", "--store", str(tmp_path / "store")]
    environment = {**os.environ, "NO_PROXY": "127.0.0.1"}
    with feed_server(asked) as feed:
        for ending, first in ((signal.SIGTERM, None), (signal.SIGINT, '"1"')):
            asked.clear()
            process = subprocess.Popen(
                [*command, "watch", feed, "--every", "0.2s"],
                env=environment,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                text=True,
            )
            wait_for(asked, 3, process)
            process.send_signal(ending)
            output, errors = process.communicate(timeout=60)
            assert process.returncode == 0, errors
            assert asked[0] == first
            assert set(asked[1:]) == {'"1"'}
            assert output.splitlines()[-1] == "ended; kg watch goes on from here"
            written = "0 articles written, " if first else "1 article written (1 new), "
            assert output.startswith(written)
    kept = json.loads((tmp_path / "store.feeds.json").read_text())
    assert list(kept["feeds"]) == [feed]
