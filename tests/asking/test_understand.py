"""Questions in plain words, read by the whole pipeline: which question each one is."""

import shlex
from datetime import date

import pytest

from kg.ask import question_name
from kg.asking.understand import understand
from kg.errors import QueryError

pytestmark = pytest.mark.model

NEWEST = date(2024, 11, 15)


class NewestStore:
    """Knows the day of its newest article alone."""

    def __init__(self, newest=NEWEST):
        self.newest = newest

    def read(self, query, parameters):
        assert query.name == "names.newest"
        return [] if self.newest is None else [{"published": self.newest}]


def asked(words, store=None):
    """Return the command that plain words are understood as, after ``kg ask``."""
    understood = understand(store or NewestStore(), words)
    command = understood.notes[-1].removeprefix("the same: ")
    typed = shlex.split(command)
    assert typed[:3] == ["kg", "ask", question_name(understood.query)]
    return " ".join(typed[2:])


@pytest.mark.parametrize(
    ("words", "command"),
    [
        (
            "what did Choe say about Russia in November?",
            "who-said-what --speaker Choe --about Russia "
            "--from 2024-11-01 --to 2024-11-30",
        ),
        ("What has Ada Moss said?", "who-said-what --speaker Ada Moss"),
        ("what did ada moss say about norway", "who-said-what --speaker ada moss"),
        ("Tell me what Brandt said about Oslo.", "who-said-what --speaker Brandt"),
        ("What was said by Lavrov about Iran?", "who-said-what --speaker Lavrov"),
        ("Which statements did Brandt make?", "who-said-what --speaker Brandt"),
        ("What did Foreign Minister Brandt say?", "who-said-what --speaker Brandt"),
        ("Who spoke about Iran?", "who-said-what --about Iran"),
        ("Who commented on Ukraine?", "who-said-what --about Ukraine"),
        ("What was said about Netanyahu?", "who-said-what --about Netanyahu"),
        ("Who said what about Ukraine?", "who-said-what --about Ukraine"),
        ("Who said what?", "who-said-what"),
        (
            "What did Lavrov tell Brandt?",
            "who-said-what --speaker Lavrov --addressee Brandt",
        ),
        ("What was said to Lavrov?", "who-said-what --addressee Lavrov"),
        (
            "What does Lavrov think about NATO?",
            "who-said-what --speaker Lavrov --about NATO --kind belief",
        ),
        ("Was Blinken quoted?", "who-said-what --speaker Blinken"),
        ("Whom did Blinken speak about most?", "most-discussed --speaker Blinken"),
        ("What did Brandt talk about most?", "most-discussed --speaker Brandt"),
        ("Who is talked about most?", "most-discussed"),
        ("Whom do people talk about most?", "most-discussed"),
        ("Who is most quoted?", "most-quoted"),
        ("Which people are cited most often on Iran?", "most-quoted --about Iran"),
        ("Who spoke most about Russia?", "most-quoted --about Russia"),
        (
            "What happened between Israel and Hamas?",
            "timeline --of Israel --with Hamas",
        ),
        ("what has happened between russia and ukraine", "timeline --of russia"),
        ("What happened in Gaza?", "timeline --of Gaza"),
        ("What happened to Navalny?", "timeline --of Navalny"),
        (
            "What happened on 5 November 2024?",
            "acted --from 2024-11-05 --to 2024-11-05",
        ),
        ("What did Israel do to Iran?", "acted --actor Israel --recipient Iran"),
        ("Who did what to Ukraine?", "acted --recipient Ukraine"),
        ("What did Norway do?", "acted --actor Norway"),
        ("Who criticised Israel?", "acted --type ACCUSE --recipient Israel"),
        (
            "Did Israel attack Iran?",
            "acted --type ASSAULT --actor Israel --recipient Iran",
        ),
        ("Whom did Norway threaten?", "acted --type THREATEN --actor Norway"),
        ("Who met whom?", "met"),
        ("Who met Brandt in Moscow?", "met --with Brandt --place Moscow"),
        ("When did Choe meet Lavrov?", "met --who Choe --with Lavrov"),
        ("Did Putin and Kim meet?", "met --who Putin --with Kim"),
        ("Which meetings did Putin have?", "met --who Putin"),
        ("Who had talks with Brandt in Oslo?", "met --with Brandt --place Oslo"),
        ("Which offices does Ada Moss hold?", "offices --person Ada Moss"),
        ("What is Brandt's job?", "offices --person Brandt"),
        ("Who is Ada Moss?", "offices --person Ada Moss"),
        (
            "Who is the foreign minister of Norway?",
            "offices --of Norway --title foreign minister",
        ),
        (
            "Who is Norway's foreign minister?",
            "offices --of Norway --title foreign minister",
        ),
        (
            "Who is Ada Moss married to?",
            "relations --of Ada Moss --type SPOUSE_OF",
        ),
        (
            "Who is the wife of Bo Moss?",
            "relations --of Bo Moss --type SPOUSE_OF",
        ),
        ("Who works for Acme Corp?", "relations --of Acme Corp --type WORKS_FOR"),
        (
            "Who does Ada Moss work for?",
            "relations --of Ada Moss --type WORKS_FOR",
        ),
        ("Where was Ada Moss born?", "relations --of Ada Moss --type BORN_IN"),
        ("Who founded Acme Corp?", "relations --of Acme Corp --type FOUNDED"),
        (
            "How are Ada Moss and the United States connected?",
            "connected --who Ada Moss --with United States",
        ),
        ("What connects Brandt with Russia?", "connected --who Brandt --with Russia"),
        (
            "What is the connection between Putin and Brandt?",
            "connected --who Putin --with Brandt",
        ),
        ("What is the evidence for 3f9c0a1b?", "evidence --key 3f9c0a1b"),
        ("what is the evidence 3f9c", "evidence --key 3f9c"),
        ("Show me the evidence of 3f9c0a1b", "evidence --key 3f9c0a1b"),
        ("Which figures conflict?", "conflicting-figures"),
        ("Where do articles give different numbers?", "conflicting-figures"),
        (
            "Which figures about North Korea conflict?",
            "conflicting-figures --of North Korea",
        ),
        ("Which death tolls differ?", "conflicting-figures --unit killed"),
    ],
)
def test_understand_finds_question_and_parameters(words, command):
    found = asked(words)
    assert found == command or found.startswith(f"{command} --")


@pytest.mark.parametrize(
    ("days", "bounds"),
    [
        ("in November", "--from 2024-11-01 --to 2024-11-30"),
        ("in October 2023", "--from 2023-10-01 --to 2023-10-31"),
        ("since Monday", "--from 2024-11-11"),
        ("between 1 and 5 November 2024", "--from 2024-11-01 --to 2024-11-05"),
        ("from 1 to 5 November 2024", "--from 2024-11-01 --to 2024-11-05"),
        ("last week", "--from 2024-11-04 --to 2024-11-10"),
        ("yesterday", "--from 2024-11-14 --to 2024-11-14"),
        ("before 5 November 2024", "--to 2024-11-04"),
        ("until 5 November 2024", "--to 2024-11-05"),
        (
            "after 5 November 2024 and before 9 November 2024",
            "--from 2024-11-06 --to 2024-11-08",
        ),
        ("since 2022", "--from 2022-01-01"),
    ],
)
def test_understand_reads_days(days, bounds):
    assert asked(f"Who spoke about Iran {days}?") == (
        f"who-said-what --about Iran {bounds}"
    )


def test_understand_says_from_where_days_count():
    notes = understand(NewestStore(), "Who spoke about Iran last week?").notes
    assert notes[1] == "days are counted from 2024-11-15, the newest article's"
    dated = understand(NewestStore(), "Who spoke about Iran in May 2024?").notes
    assert len(dated) == 2


def test_understand_leaves_out_days_that_nothing_dates():
    understood = understand(NewestStore(None), "Who spoke about Iran yesterday?")
    assert understood.given == {"about": "Iran"}
    assert "no such thing: 'yesterday'" in understood.notes[1]


def test_understand_says_first_what_it_understood():
    notes = understand(NewestStore(), "what did Choe say about Russia?").notes
    assert notes == (
        "understood as: Who said what about whom, and when: speaker Choe, about Russia",
        'the same: kg ask who-said-what --speaker "Choe" --about "Russia"',
    )


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("What did Choe say about Russia in Moscow?", "'in Moscow'"),
        ("What did Choe say about Russia and Iran?", "'Iran'"),
        ("Who is Ada Moss married to since 2020?", "'since 2020'"),
        ("Who met Brandt secretly?", "'secretly'"),
    ],
)
def test_understand_says_what_no_parameter_takes(words, left):
    notes = understand(NewestStore(), words).notes
    assert [note for note in notes if note.endswith(f"takes no such thing: {left}")]


@pytest.mark.parametrize(
    "words",
    [
        "Why did Choe speak about Russia?",
        "How did Choe speak about Russia?",
        "What did Choe not say?",
        "What did she say about Russia?",
        "hello world",
        "What is the weather like?",
    ],
)
def test_understand_refuses_what_kg_does_not_answer(words):
    with pytest.raises(
        QueryError, match="cannot tell what '.+' asks; kg answers: acted, "
    ):
        understand(NewestStore(), words)


def test_understand_keeps_hostile_words_within_quotes():
    found = understand(NewestStore(), 'What did "$(touch x)" say?')
    assert all("\n" not in note for note in found.notes)
    command = found.notes[-1]
    assert "$(touch" not in command or "'$(touch" in command
