"""The page in a real browser, cut off from the network."""

import csv
import io
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from kg.view import inline, page

pytestmark = pytest.mark.browser

HOSTILE = "</script><img src=x onerror=alert(1)>"


@pytest.fixture
def show(browser: Browser, tmp_path: Path) -> Iterator[Callable[..., Page]]:
    """Give a function that opens HTML from a file; fails on any request or error."""
    context = browser.new_context(
        offline=True, viewport={"width": 1366, "height": 768}, accept_downloads=True
    )
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    tab = context.new_page()
    seen: list[str] = []
    requests: list[str] = []
    tab.on("request", lambda request: requests.append(request.url))
    tab.on("pageerror", lambda error: seen.append(str(error)))
    tab.on("console", lambda message: seen.append(message.text))
    tab.on("dialog", lambda dialog: (seen.append("dialog"), dialog.dismiss()))

    def open_file(html: str, address: str = "") -> Page:
        file = tmp_path / "graph.html"
        file.write_text(html, encoding="utf-8")
        tab.goto(file.as_uri() + address)
        return tab

    yield open_file
    context.close()
    outside = [
        url for url in requests if not url.startswith(("file:", "data:", "blob:"))
    ]
    assert (outside, seen) == ([], [])
    assert len([url for url in requests if url.startswith("file:")]) == 1


@pytest.fixture
def tab(show: Callable[..., Page], rows: Any, choice: Any) -> Page:
    """Give the page of the hand-made rows, opened."""
    return show(page(rows, choice))


def click_drawn(tab: Page, key: str) -> None:
    """Click a node of the network where it is drawn."""
    tab.locator(f'.node[data-key="{key}"] path').click()


def marked(tab: Page, part: str) -> list[str]:
    return tab.locator(f".statement mark.{part}").all_text_contents()


def shown_nodes(tab: Page) -> set[str]:
    keys = tab.locator(".node").evaluate_all("all => all.map(each => each.dataset.key)")
    return set(keys)


def shown_lines(tab: Page) -> set[tuple[str, str]]:
    lines = tab.evaluate("drawn.lines.map(({from, to}) => [from.key, to.key])")
    return {(first, second) for first, second in lines}


def matrix(tab: Page) -> dict[tuple[str, str], int]:
    """Return the numbers of the matrix by speaker and subject."""
    cells = tab.evaluate(
        "d3.selectAll('.cell').data().map(({row, column, number}) => "
        "[entities[row.at].key, entities[column.at].key, number])"
    )
    return {(row, column): number for row, column, number in cells}


def saved(tab: Page, button: str) -> bytes:
    tab.locator("#share summary").click()
    with tab.expect_download() as download:
        tab.locator(button).click()
    return Path(download.value.path()).read_bytes()


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
    tab.locator("#drawing").click(position={"x": 5, "y": 5})
    expect(tab.locator("#panel h2")).to_have_text("Overview")


def test_restated_statement_folds_into_one_card(tab: Page) -> None:
    click_drawn(tab, "p:choe")
    expect(tab.locator("#panel [role=tab]").first).to_have_text("Says 2")
    details = tab.locator(".statement details")
    expect(details).to_have_count(1)
    details.locator("summary").click()
    expect(details.locator(".statement footer")).to_contain_text("two")


def test_click_on_any_line_shows_what_it_stands_for(tab: Page) -> None:
    lines = tab.evaluate(
        """() => drawn.lines.map((line) => {
          const [x1, y1, x2, y2] = endsOf(line);
          const ground = document.querySelector("#drawing .ground").getScreenCTM();
          const at = (share) => new DOMPoint(x1 + (x2 - x1) * share,
            y1 + (y2 - y1) * share).matrixTransform(ground);
          const isFree = ({x, y}) => !document.elementFromPoint(x, y).closest(".node");
          const {x, y} = [0.5, 0.4, 0.6, 0.3, 0.7].map(at).find(isFree);
          return [x, y, line.tie.id];
        })"""
    )
    assert len(lines) == 6
    wrong = []
    for x, y, tie in lines:
        tab.mouse.click(x, y)
        chosen = tab.evaluate("tieBetween(state.person, state.about)?.id")
        wrong += [tie] if chosen != tie else []
        tab.keyboard.press("Escape")
    assert wrong == []


def test_picture_stays_where_it_is_whatever_is_chosen(tab: Page) -> None:
    place = "d3.zoomTransform(get('drawing')).toString()"
    before = tab.evaluate(place)
    tab.evaluate("choose(2, 3)")
    tab.wait_for_timeout(100)
    assert tab.evaluate(place) == before


def test_pair_has_both_directions_events_and_offices(tab: Page) -> None:
    tab.evaluate("choose(2, 3)")
    expect(tab.locator("#panel h2")).to_have_text("Sergei Lavrov about North Korea")
    expect(tab.locator(".statement")).to_have_count(1)
    tab.evaluate("choose(0, 2)")
    expect(tab.locator("#panel [role=tab]").nth(2)).to_have_text("Events 1")
    expect(tab.locator(".event .who")).to_have_text(
        "Choe Son Hui consults Sergei Lavrov in Moscow"
    )
    expect(tab.locator(".event mark.trigger")).to_have_text("met")
    expect(tab.locator(".event .day")).to_have_text("reported 2 Nov 2024")
    tab.evaluate("choose(0, 3)")
    expect(tab.locator(".office .who")).to_contain_text("foreign minister")


def test_tabs_show_offices_and_relations(
    show: Callable[..., Page], rows: Any, choice: Any
) -> None:
    told = {"article": "a1", "start": 0, "evidence": "Choe works for North Korea."}
    choe, korea = (rows.offices[0][end] for end in ("holder", "institution"))
    office = {**rows.offices[0], "status": "former", "until": "2024-11-01"}
    relation = {"subject": choe, "type": "WORKS_FOR", "object": korea, **told}
    tab = show(page(replace(rows, offices=[office], relations=[relation]), choice))
    tab.evaluate("focusName(0)")
    tab.get_by_role("tab", name="Offices").click()
    expect(tab.locator(".office .tag")).to_have_text(["former", "until 1 Nov 2024"])
    tab.get_by_role("tab", name="Relations").click()
    expect(tab.locator(".relation .who")).to_have_text(
        "Choe Son Hui works for North Korea"
    )
    tab.locator(".relation summary").click()
    expect(tab.locator(".relation blockquote")).to_have_text(told["evidence"])
    tab.evaluate("choose(0, 3)")
    expect(tab.get_by_role("tab", name="Relations")).to_have_text("Relations 1")


def test_day_after_the_article_is_said_to_be(
    show: Callable[..., Page], rows: Any, choice: Any
) -> None:
    days = {"day": "2024-12-01", "dayTo": "2024-12-01", "dayBasis": "stated"}
    planned = [{**rows.statements[0], "restates": [], **days}]
    tab = show(page(replace(rows, statements=planned), choice))
    expect(tab.locator(".statement .day")).to_have_text("1 Dec 2024, after its article")


def test_tabs_show_links_and_articles(tab: Page) -> None:
    click_drawn(tab, "p:choe")
    tab.get_by_role("tab", name="About").click()
    expect(tab.locator(".statement .who")).to_contain_text("about Choe Son Hui")
    tab.get_by_role("tab", name="Articles").click()
    expect(tab.locator(".plainlist li").first).to_contain_text("2 mentions")
    link = tab.locator(".plainlist a")
    expect(link).to_have_attribute("href", "https://example.org/a-visit")
    expect(link).to_have_attribute("rel", "noopener noreferrer")
    tab.get_by_role("tab", name="Links").click()
    expect(tab.locator(".ties li").first).to_contain_text("Russia2 said about")
    tab.locator(".ties button").first.click()
    expect(tab.locator("#panel h2")).to_have_text("Choe Son Hui about Russia")


def test_keys_reach_every_name_and_line(tab: Page) -> None:
    stops = tab.locator("#drawing .stop")
    tab.locator('#drawing [tabindex="0"]').focus()
    labels = set()
    for _ in range(stops.count()):
        labels.add(tab.evaluate("document.activeElement.getAttribute('aria-label')"))
        tab.keyboard.press("ArrowRight")
    assert len(labels) == stops.count()
    assert "Sergei Lavrov – North Korea: Sergei Lavrov about North Korea 1" in labels
    tab.keyboard.press("Enter")
    expect(tab.locator("#panel h2")).to_contain_text(" about ")


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
    tab.get_by_role("checkbox", name="State").check()
    assert {"s:rus", "s:prk"} <= shown_nodes(tab)


def test_legend_hides_a_kind_of_line_and_names_left_alone(tab: Page) -> None:
    tab.get_by_role("checkbox", name="event").uncheck()
    assert "l:moscow" not in shown_nodes(tab)
    tab.get_by_role("checkbox", name="office").uncheck()
    assert ("p:choe", "s:prk") not in shown_lines(tab)
    assert "s:prk" in shown_nodes(tab)


def test_threshold_and_what_is_said_of_the_picture_agree(tab: Page) -> None:
    expect(tab.locator("#status")).to_contain_text(
        "6 of 6 names, 6 lines of at least 1"
    )
    tab.evaluate("take({least: 2})")
    assert shown_lines(tab) == {("p:choe", "s:rus")}
    expect(tab.locator("#status")).to_contain_text("2 of 6 names, 1 line of at least 2")
    expect(tab.locator("#least")).to_have_value("2")


def test_days_keep_what_was_said_in_them(tab: Page) -> None:
    tab.locator("#from").fill("2024-11-01")
    tab.locator("#to").fill("2024-11-01")
    assert shown_lines(tab) == {("p:choe", "s:rus")}
    assert "p:x" not in shown_nodes(tab)
    expect(tab.locator("#panel .statement")).to_have_count(1)
    expect(tab.locator("#title small")).to_have_text(" 2 of 4 statements, 1 Nov 2024")
    expect(tab).to_have_title("Who said what about whom, 1 Nov 2024")
    expect(tab.locator(".ranking").first).to_have_text("Choe Son Hui2 statements")
    tab.get_by_role("button", name="All days").click()
    assert ("p:lavrov", "s:prk") in shown_lines(tab)


def test_days_overlap_a_statement_of_several_days(tab: Page) -> None:
    tab.locator("#to").fill("2024-10-20")
    assert shown_lines(tab) == {("p:lavrov", "s:prk")}


def test_stretch_drawn_on_the_timeline_is_the_filter(tab: Page) -> None:
    box = tab.locator("#days .overlay").bounding_box()
    assert box is not None
    middle = box["y"] + box["height"] / 2
    tab.mouse.move(box["x"] + 1, middle)
    tab.mouse.down()
    tab.mouse.move(box["x"] + box["width"] / 2, middle, steps=4)
    tab.mouse.up()
    expect(tab.locator("#from")).to_have_value("2024-10-20")
    expect(tab.locator("#to")).to_have_value(re.compile("2024-10-2."))
    assert shown_lines(tab) == {("p:lavrov", "s:prk")}
    tab.mouse.click(box["x"] + box["width"] - 3, middle)
    expect(tab.locator("#from")).to_have_value("")


def test_matrix_counts_who_speaks_about_whom(tab: Page) -> None:
    tab.get_by_role("button", name="Who about whom").click()
    assert matrix(tab) == {
        ("p:choe", "s:rus"): 2,
        ("p:lavrov", "s:prk"): 1,
        ("p:x", "p:choe"): 1,
    }
    tab.locator('.cell[data-pair="2 3"]').click()
    expect(tab.locator("#panel h2")).to_have_text("Sergei Lavrov about North Korea")
    tab.locator("#from").fill("2024-11-01")
    assert matrix(tab) == {("p:choe", "s:rus"): 2}


def test_matrix_sorts_by_statements_or_name(tab: Page) -> None:
    tab.get_by_role("button", name="Who about whom").click()
    rows = tab.locator(".rows text:not(.total)")
    first = "text => text.firstChild.data"
    assert rows.first.evaluate(first) == "Choe Son Hui"
    tab.get_by_label("Sort by").select_option("name")
    assert rows.first.evaluate(first).startswith("</script")


def test_address_holds_what_is_chosen_and_leads_back_to_it(
    show: Callable[..., Page], rows: Any, choice: Any
) -> None:
    html = page(rows, choice)
    tab = show(html, "#person=choe&about=Russia&from=2024-11-01&view=matrix")
    expect(tab.locator("#panel h2")).to_have_text("Choe Son Hui about Russia")
    expect(tab.locator("#from")).to_have_value("2024-11-01")
    expect(tab.locator(".cell.chosen")).to_have_count(1)
    tab.locator(".rows .head").first.click()
    expect(tab.locator("#panel h2")).to_have_text("Choe Son Hui")
    assert tab.url.endswith("#person=Choe+Son+Hui&from=2024-11-01&view=matrix")
    tab.go_back()
    expect(tab.locator("#panel h2")).to_have_text("Choe Son Hui about Russia")


def test_address_of_nothing_on_the_page_shows_the_overview(
    show: Callable[..., Page], rows: Any, choice: Any
) -> None:
    tab = show(page(rows, choice), "#person=nobody&from=soon&view=cake&names=x")
    expect(tab.locator("#panel h2")).to_have_text("Overview")
    expect(tab.locator("#from")).to_have_value("")


def test_embedded_page_is_the_picture_alone(
    show: Callable[..., Page], rows: Any, choice: Any
) -> None:
    tab = show(page(rows, choice), "#embed=1")
    expect(tab.locator("header")).to_be_hidden()
    expect(tab.locator("#panel")).to_be_hidden()
    expect(tab.locator("#drawing")).to_be_visible()
    href = tab.locator("#whole").get_attribute("href")
    assert href is not None and "embed=" not in href
    click_drawn(tab, "p:choe")
    expect(tab.locator("#panel h2")).to_have_text("Choe Son Hui")


def test_picture_is_saved_as_svg_and_png(tab: Page) -> None:
    svg = saved(tab, "#save-svg").decode()
    assert svg.startswith("<svg") and "Sergei Lavrov" in svg
    assert "var(" not in svg and HOSTILE not in svg
    png = saved(tab, "#save-png")
    assert png.startswith(b"\x89PNG") and len(png) > 5000


def test_statements_are_saved_as_csv_that_no_spreadsheet_runs(
    show: Callable[..., Page], rows: Any, choice: Any, make_statement: Any
) -> None:
    bad = make_statement("st9", cue="=1+1", said_by="@SUM(A1)", speakers=[])
    tab = show(page(replace(rows, statements=[bad, *rows.statements]), choice))
    text = saved(tab, "#save-csv").decode("utf-8-sig")
    lines = {row["key"]: row for row in csv.DictReader(io.StringIO(text))}
    assert (lines["st9"]["cue"], lines["st9"]["speaker"]) == ("'=1+1", "'@SUM(A1)")
    assert lines["st1"]["said"] == '"We will stand by them,"'
    assert (lines["st1"]["from"], lines["st1"]["day"]) == ("2024-11-01", "stated")
    assert lines["st4"]["speaker"] == HOSTILE


def test_csv_holds_what_the_panel_lists(tab: Page) -> None:
    tab.evaluate("choose(2, 3)")
    text = saved(tab, "#save-csv").decode("utf-8-sig")
    assert [row["key"] for row in csv.DictReader(io.StringIO(text))] == ["st3"]


def test_quotation_is_copied_with_its_citation(tab: Page) -> None:
    click_drawn(tab, "p:choe")
    tab.locator(".statement .copy").first.click()
    expect(tab.locator(".statement .copy").first).to_have_text("Copied")
    assert tab.evaluate("navigator.clipboard.readText()") == (
        "“We will stand by them,” — Choe Son Hui, 1 Nov 2024. "
        "In: A visit, Wire, 2 Nov 2024, https://example.org/a-visit"
    )


def test_list_says_what_it_lacks_and_the_command_that_gives_it(
    show: Callable[..., Page], rows: Any, choice: Any
) -> None:
    tab = show(page(replace(rows, statements=rows.statements[:1]), choice))
    tab.evaluate("choose(0, 1)")
    expect(tab.locator("#panel [role=tab]").first).to_have_text(
        "Choe Son Hui about Russia 2"
    )
    expect(tab.locator(".shortfall p")).to_contain_text("1 of 2 statements")
    expect(tab.locator(".shortfall code")).to_have_text(
        "kg ask who-said-what --speaker 'Choe Son Hui' --about 'Russia' --limit 2"
    )


@pytest.mark.parametrize("view", ["network", "matrix"])
def test_page_fits_a_phone(
    show: Callable[..., Page], rows: Any, choice: Any, view: str
) -> None:
    tab = show(page(rows, choice))
    tab.set_viewport_size({"width": 390, "height": 844})
    tab.get_by_role("button", name="Network" if view == "network" else "Who").click()
    wide = "document.documentElement.scrollWidth"
    assert tab.evaluate(wide) == 390
    expect(tab.locator("#drawing .stop").first).to_be_visible()


def test_page_is_dark_in_the_dark(
    browser: Browser, rows: Any, choice: Any, tmp_path: Path
) -> None:
    file = tmp_path / "graph.html"
    file.write_text(page(rows, choice), encoding="utf-8")
    grounds = []
    for scheme in ("light", "dark"):
        tab = browser.new_page(color_scheme=scheme)
        tab.goto(file.as_uri())
        grounds += [
            tab.evaluate("getComputedStyle(document.body).backgroundColor"),
            tab.evaluate("getComputedStyle(document.querySelector('.node path')).fill"),
        ]
        tab.close()
    assert len(set(grounds)) == 4


def test_hostile_text_stays_text(tab: Page) -> None:
    click_drawn(tab, "p:x")
    expect(tab.locator("#panel h2")).to_have_text(HOSTILE)
    expect(tab.locator(".statement blockquote")).to_have_text(
        f"{HOSTILE} href {{{{7*7}}}} said"
    )
    expect(tab.locator(".statement footer")).to_contain_text(f"{HOSTILE} · {{{{7*7}}}}")
    expect(tab.locator(".statement footer a")).to_have_count(0)
    expect(tab.locator("#title")).to_contain_text(f"What {HOSTILE} said")
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
    show: Callable[..., Page], rows: Any, choice: Any
) -> None:
    tab = show(f"<!doctype html><meta charset='utf-8'>{inline(page(rows, choice))}")
    frame = tab.frame_locator("iframe")
    frame.locator("#search").fill("choe")
    frame.locator("#search").press("Enter")
    expect(frame.locator("#panel h2")).to_have_text("Choe Son Hui")
    tab.set_viewport_size({"width": 1000, "height": 700})
    expect(frame.locator("#panel h2")).to_have_text("Choe Son Hui")
