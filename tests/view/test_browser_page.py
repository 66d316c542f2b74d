"""The page in a real browser, cut off from the network."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from kg.view import inline, page

pytestmark = pytest.mark.browser

HOSTILE = "</script><img src=x onerror=alert(1)>"


@pytest.fixture
def show(browser: Browser, tmp_path: Path) -> Iterator[Callable[[str], Page]]:
    """Give a function that opens HTML from a file; fails on any request or error."""
    context = browser.new_context(offline=True, viewport={"width": 1366, "height": 768})
    tab = context.new_page()
    seen: list[str] = []
    requests: list[str] = []
    tab.on("request", lambda request: requests.append(request.url))
    tab.on("pageerror", lambda error: seen.append(str(error)))
    tab.on("console", lambda message: seen.append(message.text))
    tab.on("dialog", lambda dialog: (seen.append("dialog"), dialog.dismiss()))

    def open_file(html: str) -> Page:
        file = tmp_path / "graph.html"
        file.write_text(html, encoding="utf-8")
        tab.goto(file.as_uri())
        return tab

    yield open_file
    context.close()
    outside = [url for url in requests if not url.startswith(("file:", "data:"))]
    assert (outside, seen) == ([], [])
    assert len([url for url in requests if url.startswith("file:")]) == 1


@pytest.fixture
def tab(show: Callable[[str], Page], rows: Any, choice: Any) -> Page:
    """Give the page of the hand-made rows, opened."""
    return show(page(rows, choice))


def click_drawn(tab: Page, key: str) -> None:
    """Click a node of the drawing where it stands on the canvas."""
    place = tab.evaluate(
        "key => network.canvasToDOM(network.getPositions([key])[key])", key
    )
    tab.locator("#network").click(position=place)


def marked(tab: Page, part: str) -> list[str]:
    return tab.locator(f".statement mark.{part}").all_text_contents()


def shown_nodes(tab: Page) -> set[str]:
    keys = tab.evaluate("nodes.get().filter(node => !node.hidden).map(node => node.id)")
    return set(keys)


def shown_lines(tab: Page) -> set[tuple[str, str]]:
    lines = tab.evaluate(
        "edges.get().filter(line => !line.hidden).map(line => [line.from, line.to])"
    )
    return {(source, target) for source, target in lines}


def test_page_shows_counts_and_what_it_leaves_out(tab: Page) -> None:
    expect(tab.locator("header p")).to_contain_text("3 articles · 4 statements")
    expect(tab.locator("#left-out")).to_be_hidden()
    tab.locator("#scope summary").click()
    expect(tab.locator("#left-out")).to_contain_text(
        "2 places, 1 person only mentioned"
    )


def test_click_on_a_node_shows_its_statements_marked(tab: Page) -> None:
    click_drawn(tab, "p:choe")
    expect(tab.locator("#panel h2")).to_have_text("Choe Son Hui")
    expect(tab.locator("#panel .held")).to_have_text("foreign minister, North Korea")
    card = tab.locator(".statement").first
    expect(card.locator(".who")).to_have_text(
        "Choe Son Hui about Russia to Sergei Lavrov"
    )
    expect(card.locator(".day")).to_have_text("1 Nov 2024")
    expect(card.locator("footer")).to_contain_text("A visit · Wire · 2 Nov 2024")
    assert marked(tab, "source")[0] == "Choe Son Hui"
    assert marked(tab, "cue")[0] == "told"
    assert marked(tab, "content")[0] == '"We will stand by them,"'


def test_click_beside_everything_goes_back_to_the_overview(tab: Page) -> None:
    click_drawn(tab, "p:choe")
    tab.locator("#network").click(position={"x": 700, "y": 5})
    expect(tab.locator("#panel h2")).to_have_text("Overview")


def test_restated_statement_folds_into_one_card(tab: Page) -> None:
    click_drawn(tab, "p:choe")
    expect(tab.locator("#panel [role=tab]").first).to_have_text("Says 2")
    details = tab.locator(".statement details")
    expect(details).to_have_count(1)
    details.locator("summary").click()
    expect(details.locator(".statement footer")).to_contain_text("two")


def test_click_on_a_line_shows_what_one_said_about_the_other(tab: Page) -> None:
    place = tab.evaluate(
        """() => {
          const link = contents.links.findIndex((each) => each.source === "p:lavrov");
          const {edgeType} = network.body.edges[link];
          return network.canvasToDOM(edgeType.getPoint(0.5));
        }"""
    )
    tab.locator("#network").click(position=place)
    expect(tab.locator("#panel h2")).to_have_text("Sergei Lavrov about North Korea")
    expect(tab.locator(".statement")).to_have_count(1)


def test_click_on_an_event_shows_who_where_and_the_sentence(tab: Page) -> None:
    click_drawn(tab, "event:ev1")
    expect(tab.locator("#panel h2")).to_contain_text("Choe Son Hui consults")
    expect(tab.locator(".event .who")).to_have_text(
        "Choe Son Hui consults Sergei Lavrov in Moscow"
    )
    expect(tab.locator(".event mark.trigger")).to_have_text("met")
    expect(tab.locator(".event .day")).to_have_text("reported 2 Nov 2024")


def test_tabs_show_what_is_said_about_one_and_its_articles(tab: Page) -> None:
    click_drawn(tab, "p:choe")
    tab.get_by_role("tab", name="About").click()
    expect(tab.locator(".statement .who")).to_contain_text("about Choe Son Hui")
    tab.get_by_role("tab", name="Articles").click()
    expect(tab.locator(".plainlist li").first).to_contain_text("2 mentions")
    link = tab.locator(".plainlist a")
    expect(link).to_have_attribute("href", "https://example.org/a-visit")
    expect(link).to_have_attribute("rel", "noopener noreferrer")


def test_search_finds_an_alias_by_keyboard_alone(tab: Page) -> None:
    tab.keyboard.press("/")
    tab.keyboard.type("LÁV")
    expect(tab.locator("#suggestions [role=option]")).to_have_count(1)
    tab.keyboard.press("Enter")
    expect(tab.locator("#panel h2")).to_have_text("Sergei Lavrov")
    tab.keyboard.press("Escape")
    expect(tab.locator("#panel h2")).to_have_text("Overview")


def test_search_moves_through_names_with_the_arrows(tab: Page) -> None:
    tab.locator("#search").fill("o")
    tab.keyboard.press("ArrowDown")
    second = tab.locator("#suggestions [role=option]").nth(1)
    expect(second).to_have_attribute("aria-selected", "true")
    name = second.locator("bdi").text_content()
    tab.keyboard.press("Enter")
    expect(tab.locator("#panel h2")).to_have_text(name or "")


def test_search_says_where_a_name_is_not_on_the_page(tab: Page) -> None:
    tab.locator("#search").fill("nobody")
    expect(tab.locator("#suggestions")).to_contain_text("No such name on this page")


def test_legend_hides_a_label_and_its_lines(tab: Page) -> None:
    tab.get_by_role("checkbox", name="State").uncheck()
    assert not {"s:rus", "s:prk"} & shown_nodes(tab)
    assert ("p:choe", "s:rus") not in shown_lines(tab)
    expect(tab.locator("#status")).to_have_text("Filters hide 2 entities.")
    tab.get_by_role("checkbox", name="State").check()
    assert {"s:rus", "s:prk"} <= shown_nodes(tab)


def test_legend_hides_a_kind_of_line_and_keeps_its_ends(tab: Page) -> None:
    tab.get_by_role("checkbox", name="holds office").uncheck()
    assert ("p:choe", "s:prk") not in shown_lines(tab)
    assert "s:prk" in shown_nodes(tab)


def test_days_keep_what_was_said_in_them(tab: Page) -> None:
    tab.locator("#from").fill("2024-11-01")
    tab.locator("#to").fill("2024-11-01")
    assert ("p:choe", "s:rus") in shown_lines(tab)
    assert ("p:lavrov", "s:prk") not in shown_lines(tab)
    assert "p:x" not in shown_nodes(tab)
    expect(tab.locator("#panel .statement")).to_have_count(1)
    tab.get_by_role("button", name="All days").click()
    assert ("p:lavrov", "s:prk") in shown_lines(tab)


def test_days_overlap_a_statement_of_several_days(tab: Page) -> None:
    tab.locator("#to").fill("2024-10-20")
    assert ("p:lavrov", "s:prk") in shown_lines(tab)
    assert ("p:choe", "s:rus") not in shown_lines(tab)


def test_hostile_text_stays_text(tab: Page) -> None:
    click_drawn(tab, "p:x")
    expect(tab.locator("#panel h2")).to_have_text(HOSTILE)
    expect(tab.locator(".statement blockquote")).to_have_text(
        f"{HOSTILE} href {{{{7*7}}}} said"
    )
    expect(tab.locator(".statement footer")).to_contain_text(f"{HOSTILE} · {{{{7*7}}}}")
    expect(tab.locator(".statement footer a")).to_have_count(0)
    place = tab.evaluate("network.canvasToDOM(network.getPositions(['p:x'])['p:x'])")
    tab.locator("#network").hover(position=place)
    expect(tab.locator(".vis-tooltip")).to_contain_text(HOSTILE)
    assert tab.locator("img").count() == 0


def test_policy_stops_a_script_that_is_not_the_pages_own(
    browser: Browser, rows: Any, choice: Any, tmp_path: Path
) -> None:
    file = tmp_path / "graph.html"
    file.write_text(page(rows, choice), encoding="utf-8")
    tab = browser.new_page()
    tab.goto(file.as_uri())
    refused = tab.evaluate(
        """() => new Promise((resolve) => {
          document.addEventListener("securitypolicyviolation", (event) => {
            resolve(event.violatedDirective);
          });
          const script = document.createElement("script");
          script.textContent = "document.title = 'taken over'";
          document.body.append(script);
        })"""
    )
    assert refused.startswith("script-src")
    assert "taken over" not in tab.title()


def test_inline_page_works_in_its_frame(
    show: Callable[[str], Page], rows: Any, choice: Any
) -> None:
    tab = show(f"<!doctype html><meta charset='utf-8'>{inline(page(rows, choice))}")
    frame = tab.frame_locator("iframe")
    frame.locator("#search").fill("choe")
    frame.locator("#search").press("Enter")
    expect(frame.locator("#panel h2")).to_have_text("Choe Son Hui")
