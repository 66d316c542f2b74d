"""The page as text: what it holds, and what it cannot do."""

import base64
import hashlib
import json
import re
from dataclasses import replace

from kg.view import Choice, Scope, ViewRows, inline, page

HOSTILE = "</script><img src=x onerror=alert(1)>"
_SCRIPT = re.compile(r"<script( [^>]*)?>(.*?)</script>", re.DOTALL)
_TAG = re.compile(r"<(?:script|link|img|iframe|source|video|object|embed)\b[^>]*>")


def read(html, id_):
    pattern = rf'<script type="application/json" id="{id_}">(.*?)</script>'
    return json.loads(re.search(pattern, html, re.DOTALL)[1])


def test_page_names_no_address_to_load_from(rows, choice):
    tags = _TAG.findall(re.sub(_SCRIPT, r"<script\1></script>", page(rows, choice)))
    assert [tag for tag in tags if "src=" in tag or "http" in tag] == []
    assert [tag for tag in tags if "href=" in tag] == [
        '<link rel="icon" href="data:,">'
    ]


def test_page_policy_allows_its_own_scripts_and_nothing_else(rows, choice):
    html = page(rows, choice)
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', html)[1]
    run = [text for kind, text in _SCRIPT.findall(html) if not kind]
    digests = {
        "'sha256-"
        + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        + "'"
        for text in run
    }
    assert policy.startswith("default-src 'none'; script-src ")
    assert set(re.search(r"script-src ([^;]*)", policy)[1].split()) == digests


def test_page_is_the_same_twice(rows, choice):
    assert page(rows, choice) == page(rows, choice)


def test_page_lets_no_article_write_markup(rows, choice):
    html = page(rows, choice, Scope(around=(HOSTILE,)))
    assert HOSTILE not in html
    assert "<img" not in re.sub(_SCRIPT, "", html)
    assert html.count("</script>") == len(_SCRIPT.findall(html))


def test_page_keeps_hostile_text_word_for_word(rows, choice):
    contents = read(page(rows, choice), "contents")
    assert contents["entities"][5]["name"] == HOSTILE
    (card,) = [each for each in contents["statements"] if each["key"] == "st4"]
    assert (
        "".join(text for _, text in card["marks"]) == f"{HOSTILE} href {{{{7*7}}}} said"
    )


def test_page_drops_addresses_that_are_no_web_pages(rows, choice):
    articles = read(page(rows, choice), "contents")["articles"]
    assert [card["url"] for card in articles] == ["https://example.org/a-visit", "", ""]


def test_page_writes_half_a_surrogate_pair(rows, choice, make_statement):
    broken = make_statement(evidence="half \ud83d of a pair" + " " * 60)
    html = page(replace(rows, statements=[broken]), choice)
    assert "half \\ud83d of" in html
    html.encode("utf-8")


def test_page_places_every_name_that_is_tied_to_another(rows, choice):
    (level,) = read(page(rows, choice), "contents")["levels"]
    assert level["names"] == 6
    assert [place[0] for place in level["places"]] == [0, 1, 2, 3, 4, 5]


def test_page_draws_no_name_alone(rows, choice):
    contents = read(page(replace(rows, said=[], acts=[]), choice), "contents")
    # Choe holds an office of North Korea.
    assert [place[0] for place in contents["levels"][0]["places"]] == [0, 3]


def test_page_keeps_entities_in_order_of_importance(rows, choice):
    entities = read(page(rows, choice), "contents")["entities"]
    assert tuple(card["key"] for card in entities) == choice.keys


def counted(histogram):
    return sum(histogram[2::3])


def test_page_counts_what_it_does_not_spell_out(rows, choice):
    contents = read(page(rows, choice, room=0), "contents")
    assert contents["statements"] == []
    choe = contents["entities"][0]
    assert [counted(choe[side]) for side in ("says", "about", "events")] == [2, 1, 1]
    days = contents["days"]
    # st1 and st2 are dated, and st3; nobody knows when st4 was said.
    assert (counted(days["dated"]), counted(days["reported"])) == (3, 1)


def test_page_stays_below_four_megabytes(rows, choice, make_statement, make_event):
    long = "word " * 200
    many = replace(
        rows,
        statements=[make_statement(f"s{n}", evidence=long) for n in range(5000)],
        events=[make_event(f"e{n}", evidence=long) for n in range(5000)],
    )
    html = page(many, choice)
    assert 2_000_000 < len(html.encode()) < 4_000_000
    listed = len(read(html, "contents")["statements"])
    assert 500 < listed < 5000


def test_page_counts_only_what_names_one_of_its_entities(rows, choice):
    elsewhere = replace(rows.said[0], key="st9", sources=("p:other",), targets=())
    contents = read(
        page(replace(rows, said=[*rows.said, elsewhere]), choice), "contents"
    )
    assert sum(map(counted, contents["days"].values())) == 4


def test_page_says_what_it_leaves_out(rows, choice):
    html = page(rows, choice, room=1000)
    assert "Shows 6 of 9 entities." in html
    sentences = read(html, "contents")["leftOut"]
    assert sentences[0].startswith("2 places, 1 person only mentioned")
    assert sentences[1].endswith("The command beside each list gives all.")
    assert sentences[1].startswith("2 statements counted but not spelt out")


def test_page_of_nothing_is_a_page():
    totals = {"articles": 0, "undated": 0, "statements": 0, "events": 0}
    html = page(ViewRows(entities=[], totals=totals), Choice(keys=(), total=0))
    assert "Shows 0 of 0 entities." in html


def test_page_draws_an_entity_of_no_named_type(rows, choice):
    other = {**rows.entities[0], "label": "Other", "type": "Other"}
    html = page(replace(rows, entities=[other]), choice)
    assert read(html, "contents")["labels"][0]["label"] == "Other"


def test_page_writes_no_files(rows, choice, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    page(rows, choice)
    assert list(tmp_path.iterdir()) == []


def test_inline_escapes_the_page_for_its_frame(rows, choice):
    frame = inline(page(rows, choice))
    assert frame._repr_html_() == frame
    assert frame.count('"', frame.index("srcdoc=") + 8, frame.index(" width=")) == 1
    assert "<script" not in frame
    assert "allow-same-origin" not in frame
