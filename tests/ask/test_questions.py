"""Every question on a graph of a dozen entities, with the same rows on both engines."""

import json
from datetime import date

import pytest
from store.joins.test_namesakes import rows

from kg.ask import answer, questions
from kg.errors import QueryError
from kg.folding import fold
from kg.queries import load_query, parse_query, query_names, without_limit
from kg.schema import check_edge, check_node, load_schema
from kg.store import Store
from kg.store.days import date_all
from kg.store.naming import name_all
from kg.view.neo4j_browser import make_script

NEEDED = {
    "ask.said_by": {"speaker": "Choe"},
    "ask.said_about": {"about": "Russia"},
    "ask.timeline": {"of": "Choe"},
    "ask.connected": {"who": "Choe", "with": "United States"},
}


def ask(store: Store, question: str, **given: object) -> list[dict[str, object]]:
    names = {name.rstrip("_"): value for name, value in given.items()}
    return list(answer(store, question, names).rows)


def keys(store: Store, question: str, **given: object) -> list[object]:
    return [row["key"] for row in ask(store, question, **given)]


def test_sample_keeps_to_the_schema(sample):
    first = set(load_schema().nodes)
    for row in sample.read_statement("MATCH (node) RETURN node", {}):
        label, *others = sorted(
            row["node"]["labels"], key=lambda each: each not in first
        )
        check_node(label, *(others or [None]), row["node"]["properties"])
    statement = (
        "MATCH (one)-[edge]->(other) "
        "RETURN edge, labels(one) AS start, labels(other) AS end"
    )
    for row in sample.read_statement(statement, {}):
        start, end = (
            next(label for label in row[side] if label in first)
            for side in ("start", "end")
        )
        check_edge(row["edge"]["type"], start, end, row["edge"]["properties"])


@pytest.mark.parametrize("query", questions(), ids=lambda query: query.name)
def test_question_gives_the_columns_of_its_header(sample, query):
    rows = answer(sample, query, NEEDED.get(query.name, {})).rows
    assert rows
    assert {tuple(row) for row in rows} == {query.columns}


@pytest.mark.parametrize("query", questions(), ids=lambda query: query.name)
def test_question_obeys_its_limit(sample, query):
    given = NEEDED.get(query.name, {})
    every = answer(sample, query, given).rows
    first = answer(sample, query, given | {"limit": 1})
    assert list(first.rows) == list(every[:1])
    assert first.notes[-1] == "The first 1 rows; --limit gives more."


@pytest.mark.parametrize("query", questions(), ids=lambda query: query.name)
def test_question_without_its_limit_gives_all_rows(sample, query):
    given = NEEDED.get(query.name, {})
    every = answer(sample, query, given | {"limit": 1000})
    assert answer(sample, without_limit(query), given).rows == every.rows


@pytest.mark.neo4j
@pytest.mark.parametrize("module", ["ask", "picture"])
def test_script_answers_as_the_question_does(neo4j_sample, module):
    foremost = neo4j_sample.read(load_query("names.foremost"), {})[0]["foremost"]
    for query in map(load_query, query_names(module)):
        needed = [each.name for each in query.parameters if each.required]
        given = {each.name: each.default for each in query.parameters}
        given |= {name: fold(who) for name, who in zip(needed, foremost, strict=False)}
        rows = list(neo4j_sample.read_statement(make_script(query), {}))
        assert rows or needed, query.name
        assert rows == neo4j_sample.read(query, given), query.name


@pytest.mark.neo4j
def test_script_finds_a_name_in_any_usual_spelling(neo4j_sample):
    script = make_script(load_query("ask.said_by"))
    answers = [
        list(
            neo4j_sample.read_statement(
                script.replace("speaker: null", f"speaker: {json.dumps(name)}"), {}
            )
        )
        for name in ("Choe Son Hui", "CHOE  Son-Hui", "choé son hui", "nobody")
    ]
    assert answers[0]
    assert answers[0] == answers[1] == answers[2]
    assert answers[3] == []


FOLDED = [
    *("Antony J. Blinken", "Erdoğan", "Lech Wałęsa", "Jonas Gahr Støre", "U.S."),
    *("L’Oréal", "O'Neill", "Zaluzhnyi", "Sergei Andreyi", "Dmitri", "Jean-Claude"),
    *("Muhammad Ali", "Mehmed", "Straße", "Þórdís", "Əliyev", "Işık", "AT&T", "G_7"),
    *("F-16 / Su-35", "  two   blanks ", "İstanbul", "Đorđe", "Ħal", "Œuvre", "5½"),
]


@pytest.mark.neo4j
def test_names_are_folded_in_cypher_as_in_python(neo4j_sample):
    query = load_query("names.folded")
    ((row),) = neo4j_sample.read(query, {"texts": [*FOLDED, None]})
    assert row["folded"] == [*map(fold, FOLDED), None]


def test_who_said_what_gives_all_of_a_statement(sample):
    (row,) = ask(sample, "who-said-what", speaker="Choe", about="United States")
    assert row == {
        "speaker": "Choe Son Hui",
        "kind": "speech",
        "certainty": None,
        "negated": False,
        "cue": "said",
        "content": "Russia will win",
        "about": ["Russia", "United States"],
        "addressees": [],
        "said": date(2024, 11, 1),
        "saidTo": date(2024, 11, 1),
        "saidText": "on Friday",
        "saidBasis": "stated",
        "article": "Ministers meet in Moscow",
        "published": date(2024, 11, 2),
        "source": "Daily Wire",
        "key": "s1",
    }


def test_who_said_what_gives_the_latest_first_and_the_undated_last(sample):
    assert keys(sample, "who-said-what") == ["s5", "s3", "s4", "s1", "s2", "s6"]


@pytest.mark.parametrize(
    ("question", "given"),
    [
        ("who-said-what", {"article": "bulletin"}),
        ("said-by", {"speaker": "Choe", "article": "bulletin"}),
        ("said-about", {"about": "Russia", "article": "bulletin"}),
    ],
)
def test_a_day_may_come_from_the_same_utterance_in_another_article(
    sample, question, given
):
    rows = {row["key"]: row for row in ask(sample, question, **given)}
    told = [rows["s2"][name] for name in ("said", "saidText", "saidBasis")]
    assert told == [date(2024, 11, 1), "on Friday", "other article"]


def test_who_said_what_makes_one_row_of_a_joint_statement(sample):
    rows = ask(sample, "who-said-what", speaker="Lavrov")
    assert [row["speaker"] for row in rows] == ["Choe Son Hui, Sergei Lavrov"]


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ({"speaker": "CHOE SON-HUI"}, ["s3", "s1", "s2"]),
        ({"speaker": "Kim"}, ["s5", "s6"]),
        ({"speaker": "choe", "about": "Pyongyang"}, ["s3"]),
        ({"about": "U.S."}, ["s1"]),
        ({"about": "Côte d'Ivoire"}, []),
        ({"addressee": "Lavrov"}, ["s2"]),
        ({"article": "bulletin"}, ["s5", "s2"]),
        ({"article": "copy"}, ["s5", "s2"]),
        ({"article": "Talks end"}, ["s5", "s2"]),
        ({"article": "a3"}, ["s6"]),
        ({"article": "none such"}, []),
        ({"kind": "speech", "speaker": "Kim"}, ["s6"]),
        ({"kind": "Belief"}, ["s5"]),
        ({"kind": "denial"}, []),
    ],
)
def test_who_said_what_filters(sample, given, found):
    assert keys(sample, "who-said-what", **given) == found


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ({"from_": "2024-11-02"}, ["s5", "s3", "s4"]),
        ({"to": "2024-11-01"}, ["s1", "s2"]),
        ({"from_": "2024-11-02", "to": date(2024, 11, 2)}, ["s3", "s4"]),
        ({"from_": "2025-01-01"}, []),
    ],
)
def test_who_said_what_compares_days_and_takes_the_articles_for_none(
    sample, given, found
):
    assert keys(sample, "who-said-what", **given) == found


def test_who_said_what_marks_what_was_not_said(sample):
    negated = [row["key"] for row in ask(sample, "who-said-what") if row["negated"]]
    assert negated == ["s4"]


@pytest.mark.parametrize(
    ("question", "given"),
    [("said-by", {"speaker": "Kim"}), ("said-about", {"about": "Russia"})],
)
def test_questions_of_statements_filter_by_kind(sample, question, given):
    every = ask(sample, question, **given)
    speech = ask(sample, question, kind="speech", **given)
    assert speech == [row for row in every if row["kind"] == "speech"]
    assert ask(sample, question, kind="stance", **given) == []


def test_who_said_what_refuses_a_kind_that_is_none(sample):
    with pytest.raises(QueryError, match="kind: 'gossip' is not one of speech"):
        ask(sample, "who-said-what", kind="gossip")


def test_said_by_gives_one_speakers_statements(sample):
    assert keys(sample, "said-by", speaker="choe") == ["s3", "s1", "s2"]


def test_said_about_gives_statements_about_one_entity(sample):
    assert keys(sample, "said-about", about="north korea") == ["s5", "s3"]


def test_restated_sets_the_wordings_side_by_side(sample):
    (row,) = ask(sample, "restated", speaker="choe")
    assert (row["content"], row["article"]) == (
        "Russia will win",
        "Ministers meet in Moscow",
    )
    assert (row["otherContent"], row["otherArticle"]) == (
        "Russia would be victorious",
        "Talks end",
    )
    assert ask(sample, "restated", speaker="Lavrov") == []


def test_conflicting_figures_gives_each_value_with_its_speaker(sample):
    rows = ask(sample, "conflicting-figures", of="Pyongyang")
    assert [(row["value"], row["speaker"], row["negated"]) for row in rows] == [
        (10000.0, "North Korea", True),
        (12000.0, "Kim Alpha", False),
        (12000.0, None, False),
    ]


def test_conflicting_figures_leaves_out_a_number_without_a_rival(sample):
    assert ask(sample, "conflicting-figures", of="United States") == []
    assert ask(sample, "conflicting-figures", unit="dollar") == []


def write(store, statement, rows):
    """Write into an empty graph what a statement makes of rows."""
    header = (
        "// Rows\n// @mode write\n// @param rows: rows  maps\n// @returns nothing\n"
    )
    query = parse_query("rows", header + statement)
    store._engine.write(lambda transaction: transaction.run(query, {"rows": rows}))
    store._engine.write(name_all)
    date_all(store._engine.write)


def give_figures(store, *, one, other, together=False):
    """Write two figures of Oslo, each with these properties, and ask for conflicts."""
    told = {"value": 10.0, "text": "10", "published": "2024-11-02", "start": 5}
    rows = [
        {"key": "one", **told, **one},
        {"key": "other", **told, "value": 12.0, "text": "12", "start": 50, **other},
    ]
    for row in rows:
        row["article"] = "one" if together else row["key"]
    write(
        store,
        """UNWIND $rows AS row
MERGE (oslo:Entity {key: "o", name: "Oslo", type: "Location", names: ["oslo"]})
MERGE (article:Article {key: row.article})
SET article.id = row.article, article.published = date(row.published)
CREATE (figure:Figure {key: row.key})
SET
  figure.value = row.value,
  figure.text = row.text,
  figure.unit = coalesce(row.unit, "killed"),
  figure.bound = coalesce(row.bound, "exact"),
  figure.counted = coalesce(row.counted, "people"),
  figure.deed = CASE WHEN row.thing THEN null ELSE coalesce(row.deed, "killed") END,
  figure.part = row.part,
  figure.former = row.former
CREATE (figure)-[:COUNTED_IN]->(oslo)
CREATE (figure)-[:REPORTED_IN {start: row.start, end: 60, evidence: "12"}]->(article)
""",
        rows,
    )
    found = answer(store, "conflicting-figures").rows
    return [(row["value"], row["standing"]) for row in found]


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        ({}, {}, False),
        ({}, {}, True),
        ({"bound": "max"}, {}, False),
        ({"bound": "about"}, {}, False),
        ({"bound": "max"}, {"bound": "min"}, False),
    ],
)
def test_conflicting_figures_of_one_day_are_in_conflict(store, one, other, together):
    found = give_figures(store, one=one, other=other, together=together)
    assert found == [(10.0, "conflict"), (12.0, "conflict")]


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        ({"bound": "min"}, {}, False),
        ({}, {"bound": "max"}, False),
        ({"bound": "about", "value": 11.5}, {}, False),
        ({"part": True}, {}, False),
        ({"counted": "child"}, {}, True),
        ({"deed": "march"}, {}, False),
        ({"unit": "wounded"}, {}, False),
        ({}, {"published": "2024-11-20"}, False),
        ({}, {"start": 5}, True),
        ({"thing": True, "counted": "seat"}, {"thing": True, "counted": "seat"}, False),
    ],
)
def test_conflicting_figures_compare_like_with_like(store, one, other, together):
    assert give_figures(store, one=one, other=other, together=together) == []


def test_conflicting_figures_tell_an_update_from_a_conflict(store):
    other = {"published": "2024-11-04"}
    found = give_figures(store, one={}, other=other)
    assert found == [(10.0, "earlier"), (12.0, "update")]


def test_conflicting_figures_tell_what_is_given_up(store):
    found = give_figures(store, one={"former": True}, other={"start": 5}, together=True)
    assert found == [(10.0, "earlier"), (12.0, "update")]


def test_met_names_everybody_place_and_day(sample):
    (row,) = ask(sample, "met", who="Lavrov", with_="Choe")
    assert row["who"] == ["Choe Son Hui", "Sergei Lavrov"]
    assert (row["place"], row["happened"]) == ("Moscow", date(2024, 11, 1))
    assert ask(sample, "met", who="Kim") == []


@pytest.mark.parametrize(
    ("properties", "who"),
    [
        ({"unnamed": ["recipient: officials"]}, [["Ada Moss", "officials"]]),
        ({"unnamed": ["place: the hall"]}, []),
        ({"mode": "visit"}, [["Ada Moss"]]),
        ({}, []),
    ],
)
def test_met_leaves_out_of_whom_one_party_alone_is_told(store, properties, who):
    given = {"mode": "talks", "unnamed": [], **properties}
    write(
        store,
        """UNWIND $rows AS row
CREATE (ada:Entity {key: "a", name: "Ada Moss", type: "Person", names: ["ada moss"]})
CREATE (oslo:Entity:Location {key: "o", name: "Oslo", names: ["oslo"]})
CREATE (article:Article {key: "one", id: "one", published: date("2024-11-02")})
CREATE (event:Event {key: "v", type: "CONSULT", mode: row.mode, trigger: "met"})
CREATE (event)-[:ACTOR]->(ada), (event)-[:TOOK_PLACE_IN]->(oslo)
CREATE (event)-[told:REPORTED_IN {start: 0, end: 9, evidence: "Ada met"}]->(article)
SET told.unnamed = row.unnamed
""",
        [given],
    )
    assert [row["who"] for row in ask(store, "met")] == who


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ({}, ["v2", "v3", "v1"]),
        ({"type": "accuse"}, ["v2"]),
        ({"actor": "Russia"}, ["v3"]),
        ({"recipient": "US", "from_": "2024-11-03"}, ["v2"]),
        ({"actor": "United States"}, []),
    ],
)
def test_acted_filters(sample, given, found):
    assert keys(sample, "acted", **given) == found


def test_acted_leaves_deeds_without_a_type_of_plovers_to_all_events(sample):
    assert "v4" not in keys(sample, "acted")
    assert "v4" in keys(sample, "acted", allEvents=True)
    (row,) = ask(sample, "acted", type="other")
    assert (row["verb"], row["actors"]) == ("win", ["Sergei Lavrov"])
    assert row["recipients"] == ["the toss"]
    assert row["alsoTold"] == ["He won it."]


def test_timeline_leaves_deeds_without_a_type_of_plovers_to_all_events(sample):
    assert "v4" not in keys(sample, "timeline", of="Lavrov")
    rows = ask(sample, "timeline", of="Lavrov", allEvents=True)
    assert [row["kind"] for row in rows if row["key"] == "v4"] == ["win"]


def test_flag_is_true_or_false(sample):
    assert ask(sample, "acted", allEvents="true") == ask(
        sample, "acted", allEvents=True
    )
    with pytest.raises(QueryError, match="allEvents: 'yes' is neither true nor false"):
        ask(sample, "acted", allEvents="yes")


def test_acted_says_who_reports_an_event(sample):
    (row,) = ask(sample, "acted", type="THREATEN")
    assert (row["actors"], row["recipients"]) == (["Russia"], ["United States"])
    assert row["saidBy"] == ["Choe Son Hui"]
    (row,) = ask(sample, "acted", type="ACCUSE")
    assert row["saidBy"] == []


def test_offices_counts_the_articles_that_say_so(sample):
    rows = ask(sample, "offices")
    assert [(row["person"], row["of"], row["articles"]) for row in rows] == [
        ("Choe Son Hui", "North Korea", 2),
        ("Sergei Lavrov", "Russia", 2),
    ]
    assert (rows[0]["firstPublished"], rows[0]["lastPublished"]) == (
        date(2024, 11, 2),
        date(2024, 11, 3),
    )


def test_offices_are_one_row_a_title_with_their_term_and_latest_status(sample):
    choe, lavrov = ask(sample, "offices")
    told = ("title", "status", "since", "until")
    assert [choe[name] for name in told] == ["foreign minister", None, None, None]
    assert [lavrov[name] for name in told] == [
        *("Foreign minister", "former"),
        *(date(2004, 3, 9), date(2024, 11, 2)),
    ]


@pytest.mark.parametrize(
    ("question", "given", "basis"),
    [
        ("acted", {}, {"v2": "article", "v3": "article", "v1": "stated"}),
        ("met", {}, {"v1": "stated"}),
        ("timeline", {"of": "Lavrov"}, {"v1": "stated", "s2": "other article"}),
    ],
)
def test_day_of_a_deed_tells_what_it_rests_on(sample, question, given, basis):
    rows = ask(sample, question, **given)
    assert {row["key"]: row["happenedBasis"] for row in rows}.items() >= basis.items()


def test_timeline_with_another_has_what_both_have_a_part_in(sample):
    shared = keys(sample, "timeline", of="Choe", **{"with": "Lavrov"})
    assert shared == ["v1", "s2", "s3"]
    assert keys(sample, "timeline", of="Lavrov", **{"with": "Ivory Coast"}) == []


def test_timeline_tells_the_verb_and_what_is_no_fact(sample):
    rows = {row["key"]: row for row in ask(sample, "timeline", of="Pyongyang")}
    assert (rows["v2"]["cue"], rows["v2"]["factuality"]) == ("condemned", "actual")
    assert (rows["s4"]["cue"], rows["s4"]["negated"]) == ("confirm", True)


@pytest.mark.parametrize("name", query_names("ask"))
def test_table_tells_what_decides_the_meaning_of_a_row(name):
    query = load_query(name)
    telling = {"cue", "otherCue", "trigger"} & set(query.columns)
    assert telling <= set(query.shows)
    assert "key" in query.shows or "negated" not in query.columns


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({}, [("CITIZEN_OF", 2), ("WORKS_FOR", 1)]),
        ({"of": "North Korea", "type": "citizen_of"}, [("CITIZEN_OF", 2)]),
        ({"of": "Lavrov"}, []),
    ],
)
def test_relations_counts_the_articles_that_say_so(sample, asked, expected):
    rows = ask(sample, "relations", **asked)
    assert [(row["type"], row["articles"]) for row in rows] == expected
    assert {row["subject"] for row in rows} <= {"Choe Son Hui"}


def test_relations_give_a_marriage_once_however_articles_tell_it(store):
    store.ingest(
        [
            rows("one", "Ada Quill", others=("Bo Moss",)),
            rows("other", "Bo Moss", others=("Ada Quill",)),
        ]
    )
    for of in ("Ada Quill", "Bo Moss"):
        [row] = ask(store, "relations", of=of, type="SPOUSE_OF")
        ends = (row["subject"], row["object"])
        assert (ends, row["articles"]) == (("Ada Quill", "Bo Moss"), 2)


def test_timeline_runs_forward_and_names_the_roles(sample):
    rows = ask(sample, "timeline", of="Lavrov")
    assert [(row["key"], row["roles"]) for row in rows] == [
        ("v1", ["actor"]),
        ("s2", ["addressee"]),
        ("s3", ["speaker"]),
    ]


def test_evidence_of_nothing_named_is_that_of_the_first_articles(sample):
    rows = ask(sample, "evidence", limit=None)
    assert len({row["id"] for row in rows}) > 1
    for limit in range(1, len(rows) + 1):
        assert ask(sample, "evidence", limit=limit) == rows[:limit]


def test_timeline_has_what_is_not_dated_last_and_whole_days_within_its_limit(store):
    write(
        store,
        """UNWIND $rows AS row
CREATE (ada:Entity:Person {key: "a", name: "Ada", type: "Person", names: ["ada"]})
CREATE (late:Statement {key: "s1", text: "late"})
CREATE (two:Statement {key: "s2", text: "two"})
CREATE (one:Statement {key: "s3", text: "one"})
CREATE (never:Statement {key: "s4", text: "never"})
CREATE (again:Statement {key: "s5", text: "again"})
SET late.saidFrom = date("2024-05-03"), late.saidTo = date("2024-05-03")
SET two.saidFrom = date("2024-05-02"), two.saidTo = date("2024-05-02")
SET one.saidFrom = date("2024-05-02"), one.saidTo = date("2024-05-02")
SET again.saidFrom = date("2024-05-01"), again.saidTo = date("2024-05-01")
CREATE (x:Article {key: "x", id: "x", title: "X"})
CREATE (y:Article {key: "y", id: "y", title: "Y"})
CREATE (ada)-[:SAID]->(late), (ada)-[:SAID]->(two), (ada)-[:SAID]->(one)
CREATE (ada)-[:SAID]->(never), (ada)-[:SAID]->(again), (again)-[:RESTATES]->(two)
CREATE (late)-[:REPORTED_IN {start: 1}]->(x), (two)-[:REPORTED_IN {start: 1}]->(y)
CREATE (one)-[:REPORTED_IN {start: 5}]->(x), (never)-[:REPORTED_IN {start: 9}]->(x)
CREATE (again)-[:REPORTED_IN {start: 1}]->(y)
""",
        [{}],
    )
    keys = ["s3", "s2", "s1", "s4"]
    for limit in range(1, 5):
        rows = ask(store, "timeline", of="Ada", limit=limit)
        assert [row["key"] for row in rows] == keys[:limit]
    (row,) = ask(store, "timeline", of="Ada", from_="2024-05-03")
    assert (row["key"], row["roles"]) == ("s1", ["speaker"])


def test_timeline_tells_an_utterance_once_with_all_its_evidence(sample):
    (row,) = (r for r in ask(sample, "timeline", of="Russia") if r["key"] == "s1")
    assert row["otherKeys"] == ["s2"]
    assert row["alsoTold"] == [
        "Talks end: The minister told Lavrov Russia would be victorious."
    ]
    assert "s2" not in keys(sample, "timeline", of="Russia")


def test_evidence_gives_article_offsets_and_sentence(sample):
    (row,) = ask(sample, "evidence", key="s5")
    assert (row["id"], row["start"], row["end"]) == ("bulletin", 90, 150)
    assert row["evidence"] == "12,000 troops had arrived, according to Kim."


def test_evidence_says_who_said_it_in_what_manner(sample):
    (row,) = ask(sample, "evidence", key="s4")
    assert row["who"] == ["North Korea"]
    assert (row["cue"], row["negated"]) == ("confirm", True)
    (row,) = ask(sample, "evidence", key="v3")
    assert (row["who"], row["factuality"]) == (["Russia"], "reported")


def test_evidence_says_that_no_key_starts_so(sample):
    found = answer(sample, "evidence", {"key": "zz"})
    assert list(found.rows) == []
    assert found.notes == ("no statement, event or figure has a key that starts 'zz'",)


def test_evidence_reads_an_article_from_its_start(sample):
    rows = ask(sample, "evidence", article="bulletin")
    assert [row["key"] for row in rows] == ["s2", "f2", "s5", "f3", "f4", "v2"]


def test_most_quoted_leaves_out_what_was_not_said(sample):
    rows = ask(sample, "most-quoted")
    assert [(row["name"], row["statements"], row["articles"]) for row in rows] == [
        ("Choe Son Hui", 3, 2),
        ("Kim Alpha", 1, 1),
        ("Kim Beta", 1, 1),
        ("Sergei Lavrov", 1, 1),
    ]


def test_most_discussed_counts_statements_and_speakers(sample):
    rows = ask(sample, "most-discussed")
    assert [(row["name"], row["statements"], row["speakers"]) for row in rows] == [
        ("Russia", 3, 2),
        ("North Korea", 2, 3),
        ("United States", 1, 1),
    ]


def test_rankings_count_no_link_of_what_was_not_said(store):
    write(
        store,
        """UNWIND $rows AS row
CREATE (ada:Entity:Person {key: "a", name: "Ada", type: "Person", names: ["ada"]})
CREATE (bo:Entity:Person {key: "b", name: "Bo", type: "Person", names: ["bo"]})
CREATE (article:Article {key: "x", id: "x"})
FOREACH (number IN range(1, 3) |
  CREATE (unsaid:Statement {key: "u" + number, text: "no", negated: true})
  CREATE (ada)-[:SAID]->(unsaid), (unsaid)-[:ABOUT]->(ada)
  CREATE (unsaid)-[:REPORTED_IN]->(article))
CREATE (said:Statement {key: "s", text: "yes", negated: false})
CREATE (bo)-[:SAID]->(said), (said)-[:ABOUT]->(bo), (said)-[:REPORTED_IN]->(article)
""",
        [{}],
    )
    for question in ("most-discussed", "most-quoted"):
        (row,) = ask(store, question, limit=1)
        assert (row["name"], row["statements"]) == ("Bo", 1)
        assert ask(store, question, limit=5) == [row]


def test_connected_reads_from_one_end_to_the_other(sample):
    (row,) = ask(sample, "connected", who="Choe", with_="US")
    assert row["hops"] == 2
    assert row["path"] == (
        "Choe Son Hui -SAID-> [Russia will win] -ABOUT-> United States"
    )
    assert row["keys"] == ["e-choe", "s1", "e-usa"]


def test_connected_follows_no_namesake_beyond_the_shortest_path(store):
    write(
        store,
        """UNWIND $rows AS row
CREATE (ada:Entity:Person {key: "a", name: "Ada", type: "Person", names: ["ada"]})
CREATE (too:Entity:Person {key: "b", name: "Ada", type: "Person", names: ["ada"]})
CREATE (bo:Entity:Person {key: "c", name: "Bo", type: "Person", names: ["bo"]})
CREATE (one:Statement {key: "s1", text: "no"})
CREATE (other:Statement {key: "s2", text: "yes"})
CREATE (ada)-[:SAID]->(one), (one)-[:ABOUT]->(bo)
CREATE (too)-[:SAID]->(other), (other)-[:ABOUT]->(ada)
""",
        [{}],
    )
    (row,) = ask(store, "connected", who="Ada", with_="Bo")
    assert row["keys"] == ["a", "s1", "c"]
    (row,) = ask(store, "connected", who="Ada", with_="Ada", limit=1)
    assert row["hops"] == 2
    assert ask(store, "connected", who="Ada", with_="Bo", hops=1) == []


def test_connected_takes_nobody_who_bears_both_names_for_two(store):
    write(
        store,
        """UNWIND $rows AS row
CREATE (a:Entity:Person {key: "a", name: "Ada", type: "Person", names: ["ada", "moss"]})
CREATE (b:Entity:Person {key: "b", name: "Bo", type: "Person", names: ["moss"]})
CREATE (c:Entity:Person {key: "c", name: "Cy", type: "Person", names: ["ada"]})
CREATE (own:Statement {key: "s1", text: "me"}), (of:Statement {key: "s2", text: "he"})
CREATE (again:Statement {key: "s3", text: "he too"})
CREATE (a)-[:SAID]->(own), (own)-[:ABOUT]->(a)
CREATE (c)-[:SAID]->(of), (of)-[:RESTATES]->(again), (b)-[:SAID]->(again)
""",
        [{}],
    )
    rows = ask(store, "connected", who="Ada", with_="Moss")
    assert [row["keys"] for row in rows] == [["c", "s2", "s3", "b"]]
    assert ask(store, "connected", who="Moss", with_="Ada", hops=2) == []


def test_connected_leads_through_states_where_that_is_asked(store):
    write(
        store,
        """UNWIND $rows AS row
CREATE (ada:Entity:Person {key: "a", name: "Ada", type: "Person", names: ["ada"]})
CREATE (bo:Entity:Person {key: "b", name: "Bo", type: "Person", names: ["bo"]})
CREATE (cy:Entity:Person {key: "c", name: "Cy", type: "Person", names: ["cy"]})
CREATE (oz:Entity:State {key: "s", name: "Oz", type: "State", names: ["oz"]})
CREATE (one:Statement {key: "s1", text: "no"}), (same:Statement {key: "s0", text: "no"})
CREATE (other:Statement {key: "s2", text: "yes"})
CREATE (ada)-[:HOLDS_POSITION]->(oz), (bo)-[:HOLDS_POSITION]->(oz)
CREATE (ada)-[:SAID]->(one), (one)-[:ABOUT]->(cy)
CREATE (ada)-[:SAID]->(same), (same)-[:ABOUT]->(cy)
CREATE (cy)-[:SAID]->(other), (other)-[:ABOUT]->(bo)
""",
        [{}],
    )
    (row,) = ask(store, "connected", who="Ada", with_="Bo")
    assert row == {
        "hops": 4,
        "path": "Ada -SAID-> [no] -ABOUT-> Cy -SAID-> [yes] -ABOUT-> Bo",
        "keys": ["a", "s0", "c", "s2", "b"],
    }
    (row,) = ask(store, "connected", who="Ada", with_="Bo", throughStates=True)
    assert row["path"] == "Ada -HOLDS_POSITION-> Oz <-HOLDS_POSITION- Bo"
    short = answer(store, "connected", {"who": "Ada", "with": "Bo", "hops": 3})
    assert short.rows == []
    assert "--through-states" in short.notes[0]


def test_connected_meets_in_the_middle_and_ranks_by_its_links(store):
    write(
        store,
        """UNWIND $rows AS row
CREATE (ada:Entity:Person {key: "a", name: "Ada", type: "Person", names: ["ada"]})
CREATE (bo:Entity:Person {key: "b", name: "Bo", type: "Person", names: ["bo"]})
CREATE (cy:Entity:Person {key: "c", name: "Cy", type: "Person", names: ["cy"]})
CREATE (hub:Entity:Person {key: "d", name: "An", type: "Person", names: ["an"]})
CREATE (s1:Statement {key: "s1", text: "1"}), (s2:Statement {key: "s2", text: "2"})
CREATE (s3:Statement {key: "s3", text: "3"}), (s4:Statement {key: "s4", text: "4"})
CREATE (s5:Statement {key: "s5", text: "5"}), (s6:Statement {key: "s6", text: "6"})
CREATE (ada)-[:SAID]->(s1), (s1)-[:ABOUT]->(cy)
CREATE (bo)-[:SAID]->(s2), (s2)-[:ABOUT]->(cy)
CREATE (ada)-[:SAID]->(s3), (s3)-[:ABOUT]->(hub)
CREATE (bo)-[:SAID]->(s4), (s4)-[:ABOUT]->(hub)
CREATE (hub)-[:SAID]->(s5), (hub)-[:SAID]->(s6), (s5)-[:RESTATES]->(s6)
""",
        [{}],
    )
    rows = ask(store, "connected", who="Ada", with_="Bo")
    assert [row["keys"] for row in rows] == [
        ["a", "s1", "c", "s2", "b"],
        ["a", "s3", "d", "s4", "b"],
    ]
    (row,) = ask(store, "connected", who="Ada", with_="Bo", limit=1)
    assert row["keys"][2] == "c"
    assert ask(store, "connected", who="Ada", with_="Bo", hops=3) == []


def test_connected_finds_a_path_of_three(store):
    write(
        store,
        """UNWIND $rows AS row
CREATE (ada:Entity:Person {key: "a", name: "Ada", type: "Person", names: ["ada"]})
CREATE (bo:Entity:Person {key: "b", name: "Bo", type: "Person", names: ["bo"]})
CREATE (one:Statement {key: "s1", text: "no"})
CREATE (other:Statement {key: "s2", text: "so"})
CREATE (ada)-[:SAID]->(one), (one)-[:RESTATES]->(other), (bo)-[:SAID]->(other)
""",
        [{}],
    )
    (row,) = ask(store, "connected", who="Ada", with_="Bo")
    assert row["path"] == "Ada -SAID-> [no] -RESTATES-> [so] <-SAID- Bo"
    assert ask(store, "connected", who="Ada", with_="Bo", hops=2) == []


def test_connected_gives_offices_and_relations_once_each(sample):
    rows = ask(sample, "connected", who="Choe", with_="North Korea", hops=1)
    assert [row["path"] for row in rows] == [
        f"Choe Son Hui -{type_}-> North Korea"
        for type_ in ("CITIZEN_OF", "HOLDS_POSITION", "WORKS_FOR")
    ]


def test_connected_finds_no_path_longer_than_asked(sample):
    assert ask(sample, "connected", who="Lavrov", with_="US", hops=1) == []
    assert ask(sample, "connected", who="Lavrov", with_="US", hops=4) != []


def test_connected_finds_nothing_between_one_and_the_same(sample):
    assert ask(sample, "connected", who="DPRK", with_="Pyongyang") == []


def test_co_mentions_gives_each_pair_once(sample):
    rows = ask(sample, "co-mentions")
    pairs = [frozenset((row["oneKey"], row["otherKey"])) for row in rows]
    assert len(pairs) == len(set(pairs)) == 20
    assert ask(sample, "co-mentions", least=3) == []


def test_co_mentions_puts_the_one_asked_for_first(sample):
    rows = ask(sample, "co-mentions", around="Foreign Ministry")
    assert [(row["one"], row["other"], row["articles"]) for row in rows] == [
        ("Foreign Ministry", "Kim Beta", 1)
    ]


def test_articles_counts_what_each_gave(sample):
    (row,) = ask(sample, "articles", source="agency")
    assert (row["id"], row["copies"]) == ("bulletin", 2)
    assert (row["entities"], row["statements"], row["events"], row["figures"]) == (
        6,
        2,
        1,
        3,
    )
    assert keys(sample, "articles", title="moscow") == ["a1"]
    assert keys(sample, "articles") == ["a2", "a1", "a3"]


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ({"name": "kim"}, ["e-kim-a", "e-kim-b"]),
        ({"name": "CÔTE"}, ["e-civ"]),
        ({"name": "dprk", "type": "state"}, ["e-prk"]),
        ({"name": "dprk", "type": "person"}, []),
    ],
)
def test_entities_searches_every_name(sample, given, found):
    assert keys(sample, "entities", **given) == found


def test_judgements_says_which_name_was_taken_for_whom(sample):
    (row,) = ask(sample, "judgements", person="Lavrov")
    assert (row["name"], row["person"], row["score"]) == (
        "Lavrov",
        "Sergei Lavrov",
        0.75,
    )
    assert (row["article"], row["entity"]) == ("Talks end", "e-lavrov-alone")
    assert ask(sample, "judgements", person="Choe") == []
    assert ask(sample, "judgements", article="dispatch") == []
