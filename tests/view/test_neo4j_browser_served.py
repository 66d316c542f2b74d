"""The style and the saved questions in the Neo4j Browser itself."""

import base64
import os
from pathlib import Path

import pytest
from neo4j_server import Neo4jServer
from playwright.sync_api import Browser, Page, expect

from kg.queries import load_query, query_names
from kg.store import Store
from kg.view.neo4j_browser import write_assets

pytestmark = [pytest.mark.neo4j, pytest.mark.browser]

_TITLES = [
    load_query(name).title
    for module in ("ask", "picture")
    for name in query_names(module)
]
_DROP = """([name, content]) => {
  const bytes = Uint8Array.from(atob(content), (sign) => sign.charCodeAt(0));
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File([bytes], name));
  const target = document.querySelector("#mount > *");
  for (const type of ["dragenter", "dragover", "drop"])
    target.dispatchEvent(
      new DragEvent(type, {bubbles: true, cancelable: true, dataTransfer}));
}"""


@pytest.fixture(scope="module")
def page(browser: Browser) -> Page:
    """Give a page of headless Chromium that waits for a slow server."""
    page = browser.new_page(viewport={"width": 1500, "height": 950})
    page.set_default_timeout(60_000)
    return page


@pytest.fixture(scope="module")
def neo4j_browser(
    page: Page,
    neo4j_server: Neo4jServer,
    neo4j_sample: Store,
    tmp_path_factory: pytest.TempPathFactory,
) -> Page:
    """Give the Neo4j Browser with the sample graph, kg's style and its questions."""
    if neo4j_server.http is None:
        pytest.skip("NEO4J_TEST_HTTP does not say where the Browser is")
    log_in(page, neo4j_server)
    style, scripts, _ = write_assets(tmp_path_factory.mktemp("assets"))
    drop(page, style)
    expect(page.get_by_text("node.Person").first).to_be_visible(timeout=60_000)
    drop(page, scripts)
    page.get_by_test_id("navigationFavorites").click()
    page.get_by_test_id("expandFolder-kg").click()
    return page


def log_in(page: Page, server: Neo4jServer) -> None:
    """Open the Browser's page and wait until it has a connection."""
    address = f"{server.http}/browser/?dbms={server.uri}"
    if server.password is None:
        page.goto(f"{address}&preselectAuthMethod=NO_AUTH")
    else:
        page.goto(address)
        page.get_by_test_id("username").fill(server.username or "")
        page.get_by_test_id("password").fill(server.password)
        page.get_by_test_id("connect").click()
    expect(
        page.get_by_text("You have a working connection")
        .or_(page.get_by_text("You are connected as user"))
        .first
    ).to_be_visible(timeout=60_000)


def drop(page: Page, path: Path) -> None:
    """Drop a file on the window."""
    content = base64.b64encode(path.read_bytes()).decode()
    page.evaluate(_DROP, [path.name, content])


def run_script(page: Page, title: str) -> str:
    """Open a saved script, run it, and return the text of its frame."""
    page.get_by_test_id(f"scriptTitle-{title}").click()
    page.get_by_test_id("editor-Run").click()
    frame = page.get_by_test_id("frame").first
    expect(frame).to_contain_text(title)
    expect(frame.get_by_test_id("frameStatusbar")).to_contain_text(
        "record", timeout=60_000
    )
    return frame.inner_text()


def test_browser_lists_every_question(neo4j_browser):
    titles = neo4j_browser.locator('[data-testid^="scriptTitle-"]')
    expect(titles).to_have_count(len(_TITLES))
    shown = {each.get_attribute("data-testid") for each in titles.all()}
    assert shown == {f"scriptTitle-{title}" for title in _TITLES}


def test_saved_question_answers_with_rows(neo4j_browser):
    text = run_script(neo4j_browser, load_query("ask.who_said_what").title)
    assert "Russia would be victorious" in text
    assert "Choe Son Hui, Sergei Lavrov" in text


def test_saved_picture_draws_a_graph_in_kgs_style(neo4j_browser):
    page = neo4j_browser
    title = load_query("picture.around").title
    page.get_by_test_id(f"scriptTitle-{title}").click()
    page.get_by_test_id("editor-Run").click()
    frame = page.get_by_test_id("frame").first
    expect(frame).to_contain_text(title)
    person = frame.locator("svg g.node circle[fill='#263DCC' i]")
    expect(person).to_have_count(2, timeout=60_000)
    expect(frame.locator("svg")).to_contain_text(["Russia"])
    if folder := os.environ.get("KG_TEST_SCREENSHOTS"):
        page.wait_for_timeout(2000)
        page.screenshot(path=str(Path(folder) / "neo4j-browser.png"))
