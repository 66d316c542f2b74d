"""Parameters, names and notes, on rows that a dictionary gives."""

from datetime import date, datetime

import pytest

from kg.ask import (
    answer,
    command_line,
    load_question,
    load_question_file,
    make_parameters,
    question_name,
    questions,
)
from kg.errors import QueryError, QueryHeaderError
from kg.queries import load_query, parse_query

PEOPLE = [
    {"name": "Choe Son Hui", "type": "Person", "names": ["choe son hui", "choe"]},
    {"name": "Kim Alpha", "type": "Person", "names": ["kim alpha", "kim"]},
    {"name": "Kim Beta", "type": "Person", "names": ["kim beta", "kim"]},
    {"name": "United States", "type": "State", "names": ["united states", "us"]},
]


class FakeStore:
    """Knows entities by name and answers every question with the same rows."""

    def __init__(self, *, people=PEOPLE, rows=(), links=None):
        self.people = people
        self.links = links or {}
        self.rows = list(rows)
        self.parameters = None

    def read(self, query, parameters):
        if query.name == "names.named":
            return [
                each | {"links": self.links.get(each["name"], 1)}
                for each in self.people
                if parameters["name"] in each["names"]
            ]
        if query.name == "check.indexes":
            return [{"name": "statement_day_idx"}]
        if query.name == "check.constraints":
            return [{"name": "tally_key_unique"}]
        if query.name == "names.any":
            return self.people[:1]
        if query.name == "names.known":
            return [{"key": key} for each in self.people for key in each["names"]]
        if query.name in ("names.any", "names.nameless"):
            return []
        if query.name == "names.spelt":
            return [
                {"name": row["name"], "entity": each["name"]}
                for row in parameters["rows"]
                for each in self.people
                if row["name"] in each["names"]
            ]
        self.statement = query.statement
        self.parameters = dict(parameters)
        return [dict.fromkeys(query.columns) | row for row in self.rows]


def test_questions_are_those_of_the_folder():
    names = [question_name(query) for query in questions()]
    assert "who-said-what" in names
    assert names == sorted(names)


@pytest.mark.parametrize("name", ["who-said-what", "who_said_what"])
def test_load_question_takes_hyphen_and_underscore(name):
    assert load_question(name) is load_query("ask.who_said_what")


def test_load_question_suggests_the_nearest_names():
    with pytest.raises(QueryError, match="did you mean who-said-what"):
        load_question("who-sayd-what")


def test_load_question_suggests_nothing_for_a_word_like_none():
    with pytest.raises(QueryError) as caught:
        load_question("zzzz")
    assert str(caught.value) == "no question is called 'zzzz'"


@pytest.mark.parametrize("name", ["../ask/met", "met.cypher", "write.article", ""])
def test_load_question_reads_no_other_file(name):
    with pytest.raises(QueryError, match="no question"):
        load_question(name)


def test_make_parameters_fills_in_the_defaults():
    parameters = make_parameters(load_question("most-quoted"), {})
    assert parameters == {"about": None, "from": None, "to": None, "limit": 20}


@pytest.mark.parametrize(
    "day", ["2024-11-01", date(2024, 11, 1), datetime(2024, 11, 1, 23, 59)]
)
def test_make_parameters_takes_a_day_in_any_form(day):
    parameters = make_parameters(load_question("most-quoted"), {"from": day})
    assert parameters["from"] == "2024-11-01"


@pytest.mark.parametrize(
    ("question", "given", "message"),
    [
        ("most-quoted", {"from": "2024-13-01"}, "from: '2024-13-01' is no day"),
        ("most-quoted", {"to": "yesterday"}, "to: 'yesterday' is no day"),
        ("most-quoted", {"limit": 0}, "limit: '0' is to be a whole number"),
        ("most-quoted", {"limit": "ten"}, "limit: 'ten' is to be a whole number"),
        ("most-quoted", {"limit": True}, "limit: 'True' is to be a whole number"),
        ("most-quoted", {"limit": 2**63}, "is to be a whole number"),
        ("most-quoted", {"about": "  "}, "about: '  ' is no name"),
        ("most-quoted", {"about": 5}, "about: '5' is no name"),
        ("most-quoted", {"abut": "x"}, "most-quoted has no parameter 'abut'"),
        ("said-by", {}, "said-by needs speaker"),
        ("said-by", {"speaker": None}, "said-by needs speaker"),
        ("connected", {}, "connected needs who, with"),
        ("acted", {"type": "kill"}, "type: 'kill' is not one of AGREE, CONSULT"),
        ("offices", {"title": 5}, "title: '5' is no text"),
        (
            "most-quoted",
            {"from": "2024-12-01", "to": "2024-11-01"},
            "from 2024-12-01 is later than to 2024-11-01",
        ),
    ],
)
def test_make_parameters_refuses_in_one_line(question, given, message):
    with pytest.raises(QueryError) as caught:
        make_parameters(load_question(question), given)
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


def test_make_parameters_takes_listed_values_in_any_case():
    parameters = make_parameters(load_question("acted"), {"type": "accuse"})
    assert parameters["type"] == "ACCUSE"


@pytest.mark.parametrize("name", ["Choe Son-Hui", "CHOE SON HUI", "choé"])
def test_answer_folds_names(name):
    store = FakeStore()
    answer(store, "said-by", {"speaker": name})
    assert store.parameters["speaker"] in ("choe son hui", "choe")


def test_answer_suggests_names_for_an_unknown_one():
    with pytest.raises(QueryError) as caught:
        answer(FakeStore(), "said-by", {"speaker": "Choi Sun Hee"})
    assert str(caught.value) == (
        "no entity is called 'Choi Sun Hee' — did you mean Choe Son Hui?"
    )


def test_answer_suggests_at_most_three_names():
    people = [
        {"name": f"Kim {each}", "type": "Person", "names": [f"kim {each}"]}
        for each in "abcde"
    ]
    with pytest.raises(QueryError) as caught:
        answer(FakeStore(people=people), "said-by", {"speaker": "Kim"})
    assert str(caught.value).endswith("did you mean Kim a, Kim b, Kim c?")


def test_answer_suggests_nothing_unlike_the_name():
    with pytest.raises(QueryError) as caught:
        answer(FakeStore(), "said-by", {"speaker": "Vwxyz"})
    assert str(caught.value) == "no entity is called 'Vwxyz'"


def test_answer_says_that_an_empty_graph_is_empty():
    with pytest.raises(QueryError, match="the graph is empty"):
        answer(FakeStore(people=[]), "said-by", {"speaker": "Choe"})


def test_answer_says_that_an_older_kg_named_nothing():
    class OlderStore(FakeStore):
        def read(self, query, parameters):
            if query.name == "names.nameless":
                return [{"key": "e"}]
            return super().read(query, parameters)

    with pytest.raises(QueryError, match="an older kg wrote this graph"):
        answer(OlderStore(people=[]), "said-by", {"speaker": "Choe"})


def test_answer_starts_at_the_name_with_the_fewest_links():
    names = {"speaker": "Choe", "about": "US"}
    store = FakeStore(links={"Choe Son Hui": 20, "United States": 3000})
    answer(store, "who-said-what", names)
    assert "[:NAMES]->(:Entity)-[:SAID]->" in store.statement
    assert store.parameters["start"] == "choe"
    assert store.parameters["speaker"] is None
    assert store.parameters["about"] == "us"
    store = FakeStore(links={"Choe Son Hui": 20, "United States": 3})
    answer(store, "who-said-what", names)
    assert "[:NAMES]->(:Entity)<-[:ABOUT]-" in store.statement


def test_answer_starts_at_an_article_before_any_name():
    store = FakeStore()
    answer(store, "who-said-what", {"speaker": "Choe", "article": "a"})
    assert (store.parameters["start"], store.parameters["speaker"]) == ("a", "choe")


def test_answer_starts_at_none_where_none_is_given():
    store = FakeStore()
    answer(store, "who-said-what", {"kind": "speech"})
    assert store.statement == load_query("ask.who_said_what").statement
    assert "start" not in store.parameters


def test_answer_spells_out_what_a_hostile_name_holds():
    people = [{"name": "Kim\x1b[2J", "type": "Person", "names": ["kim alpha"]}]
    with pytest.raises(QueryError) as caught:
        answer(FakeStore(people=people), "said-by", {"speaker": "kim alphA\u202ex"})
    assert "\x1b" not in str(caught.value)
    assert "\u202e" not in str(caught.value)
    assert "Kim\\x1b[2J" in str(caught.value)


def test_answer_notes_every_entity_of_an_ambiguous_name():
    notes = answer(FakeStore(), "said-by", {"speaker": "Kim"}).notes
    assert notes == ("'Kim' may be any of: Kim Alpha (Person), Kim Beta (Person)",)


def test_answer_notes_nothing_for_a_clear_name():
    assert answer(FakeStore(), "said-by", {"speaker": "Choe"}).notes == ()


@pytest.mark.parametrize(("rows", "is_noted"), [(2, False), (3, True)])
def test_answer_notes_that_the_limit_was_reached(rows, is_noted):
    store = FakeStore(rows=[{"key": str(row)} for row in range(rows)])
    notes = answer(store, "most-quoted", {"limit": 3}).notes
    assert notes == (("The first 3 rows; --limit gives more.",) if is_noted else ())


OWN = """// My own question
//
// @mode    read
// @param   word: string  a word
// @returns one, two
// @shows   two
RETURN $word AS one, 2 AS two
"""


def test_load_question_file_reads_a_question_of_ones_own(tmp_path):
    path = tmp_path / "own.cypher"
    path.write_bytes(b"\xef\xbb\xbf" + OWN.replace("\n", "\r\n").encode())
    query = load_question_file(path)
    assert (query.title, query.columns) == ("My own question", ("one", "two"))
    assert query.shows == ("two",)


def test_load_question_file_refuses_one_that_writes(tmp_path):
    path = tmp_path / "own.cypher"
    path.write_text(OWN.replace("@mode    read", "@mode    write"))
    with pytest.raises(QueryError, match="own.cypher: .*'@mode read'"):
        load_question_file(path)


def test_load_question_file_refuses_another_encoding(tmp_path):
    path = tmp_path / "own.cypher"
    path.write_bytes(b"// caf\xe9\n")
    with pytest.raises(QueryError, match="own.cypher: cannot be read"):
        load_question_file(path)


def test_load_question_file_refuses_a_file_without_header(tmp_path):
    path = tmp_path / "own.cypher"
    path.write_text("RETURN 1")
    with pytest.raises(QueryHeaderError, match="no header"):
        load_question_file(path)


def test_load_question_file_says_in_one_line_what_its_header_has_wrong(tmp_path):
    path = tmp_path / "own.cypher"
    path.write_text(OWN.replace("word: string", "word: string = tomorrow"))
    with pytest.raises(QueryError, match="own.cypher: cannot read '@param") as caught:
        load_question_file(path)
    assert "\n" not in str(caught.value)


def test_answer_refuses_a_header_whose_columns_the_statement_does_not_return():
    query = parse_query("own", OWN)
    with pytest.raises(QueryError, match=r"own: '@returns' names \['one', 'two'\]"):
        answer(FakeStore(rows=[{"one": 1, "three": 3}]), query, {"word": "x"})


def test_make_parameters_holds_a_default_to_its_type():
    query = parse_query("own", OWN.replace("word: string", 'word: date = "May"'))
    with pytest.raises(QueryError, match="word: 'May' is no day"):
        make_parameters(query, {})


def test_command_line_quotes_text_alone():
    query = load_question("who-said-what")
    line = command_line(query, {"speaker": "Choe Son Hui", "limit": 5})
    assert line == 'kg ask who-said-what --speaker "Choe Son Hui" --limit 5'
