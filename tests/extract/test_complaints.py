"""What users of other tools complain of, on sentences of our own, with the model.

Each test names the thread: textacy and CoreNLP number theirs on GitHub; the sentence
with two parties' leaders is Citron's own example of what it gets wrong.
"""

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from spacy.language import Language

from kg.annotate.pipeline import load_pipeline
from kg.extract.extractors import find
from kg.records import Article
from kg.resolve.assemble import assemble

pytestmark = pytest.mark.model


class Found:
    """A statement as its reader sees it: texts and names, no offsets."""

    def __init__(self, statement, names):
        self.source = statement.source.text if statement.source else None
        self.cue = statement.cue.text if statement.cue else None
        self.content = " … ".join(span.text for span in statement.content)
        self.speakers = [names[id_] for id_ in statement.speakers]
        self.addressees = [names[id_] for id_ in statement.addressees]
        self.form = statement.form


@pytest.fixture(scope="session")
def nlp() -> Iterator[Language]:
    """Give the pipeline with the packaged weights."""
    yield load_pipeline(threads=1)


@pytest.fixture(scope="session")
def read(nlp: Language) -> Callable[[str], list[Found]]:
    """Return a function that gives a text's statements, in text order."""

    def read_text(text: str) -> list[Found]:
        article = Article(id="text", text=text, published=date(2024, 11, 2))
        extraction = assemble(find(nlp(text), article))
        names = {entity.id: entity.name for entity in extraction.entities}
        return [Found(each, names) for each in extraction.statements]

    return read_text


def holding(found: list[Found], words: str) -> Found:
    """Return the one statement whose content holds the words, the longest of them."""
    fitting = [each for each in found if words in each.content]
    assert fitting, f"no content holds {words!r}: {[each.content for each in found]}"
    return max(fitting, key=lambda each: len(each.content))


# textacy #379, #380: marks are paired in order, whatever they are.


def test_textacy_379_a_stray_mark_does_not_shift_the_pairs(read):
    found = read(
        "“We have enough water for two summers,” said Mayor Odile Harker. A stray ” "
        "stood in the copy. “The dam will hold,” she added."
    )
    first, second = holding(found, "two summers"), holding(found, "dam will hold")
    assert first.content == "“We have enough water for two summers,”"
    assert second.content == "“The dam will hold,”"
    assert first.speakers == second.speakers == ["Odile Harker"]
    assert not any("stood in the copy" in each.content for each in found)


def test_textacy_380_a_mark_of_another_kind_does_not_close(read):
    found = holding(
        read('Karin told the clerk that she "shouldn‘t have sold the boat" in May.'),
        "sold the boat",
    )
    assert '"shouldn‘t have sold the boat"' in found.content
    assert found.source == "Karin"
    assert found.cue.startswith("told")


def test_textacy_380_guillemets_as_bullets_quote_nothing(read):
    found = read(
        "» Jobs fell by a tenth last year\n» Wages rose a little\n\n"
        '"The mill will open again," said Petra Lind, its manager.'
    )
    quoted = holding(found, "mill will open")
    assert quoted.content == '"The mill will open again,"'
    assert quoted.speakers == ["Petra Lind"]


# textacy #382: an odd number of marks.


@pytest.mark.parametrize(
    "text",
    [
        "“The court did its work and nobody leaned on it,” said Mara Ilves. “Nobody.",
        '"The court did its work and nobody leaned on it," said Mara Ilves. It is 12" '
        "tall.",
        "“The court did its work and nobody leaned on it,” said Mara Ilves.”",
    ],
)
def test_textacy_382_an_odd_number_of_marks_costs_nothing(read, text):
    found = holding(read(text), "did its work")
    assert found.content.strip('”“"').startswith("The court did its work")
    assert "Mara Ilves" not in found.content
    assert (found.source, found.cue) == ("Mara Ilves", "said")


def test_textacy_382_opening_marks_repeat_before_each_paragraph(read):
    found = read(
        "“We built the mill with our own hands,” said Clara Boyd. “Nobody helped."
        "\n\n“When the flood came, nobody helped us either.\n\n"
        "“So we are not going to ask for help now.”\n\n"
        "The mill reopens in June."
    )
    for words in ("own hands", "flood came", "ask for help"):
        assert holding(found, words).speakers == ["Clara Boyd"]
    assert not any("reopens" in each.content for each in found)


# textacy #383: who speaks stands after a dash, or on a line above.


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (
            "“She asked for a bridge, and I gave her one. It took nine years.” "
            "–Governor Tomas Okafor",
            "Governor Tomas Okafor",
        ),
        (
            "“It took nine years to build and it stands.”\n— Lena Moritz, engineer",
            "Lena Moritz, engineer",
        ),
        (
            "And from Chairwoman Ruth Adeyemi:\n\n“It took nine years to build.”",
            "Chairwoman Ruth Adeyemi",
        ),
        (
            "From the desk of Henrik Saar, chief analyst.\n\n“It took nine years, and "
            "it was worth them.”",
            "Henrik Saar, chief analyst",
        ),
    ],
)
def test_textacy_383_signed_and_introduced_quotations(read, text, source):
    found = holding(read(text), "took nine years")
    assert found.source == source
    assert found.form == "direct"
    assert found.content[0] == "“" and found.content[-1] == "”"
    assert len(found.speakers) == 1 and found.speakers[0] in source


# CoreNLP #1251: a nickname in marks eats the quotation beside it.


def test_corenlp_1251_a_nickname_is_no_quotation(read):
    found = read(
        "“They took our tents at night. We had nowhere to go,” said a homeless man "
        "who goes by the name “Patch.”"
    )
    quoted = holding(found, "our tents")
    assert quoted.content == "“They took our tents at night. We had nowhere to go,”"
    assert quoted.source.startswith("a homeless man")
    assert not any(each.content.strip("“”.") == "Patch" for each in found)


def test_corenlp_1251_a_nickname_inside_a_name(read):
    found = read("“The band never paid us,” said Joe “Bones” Carver, a drummer.")
    assert [each.content for each in found] == ["“The band never paid us,”"]
    assert found[0].source.startswith("Joe “Bones” Carver")
    assert "Carver" in found[0].speakers[0]


# CoreNLP #1090: several speakers, verbs of manner.


def test_corenlp_1090_several_speakers_and_manners_of_speaking(read):
    found = read(
        "The ministers met in Lima. “The debt is ours,” said Rosa Quispe. “It is not,” "
        "sighed Pedro Alva. “We will see about that,” Quispe replied."
    )
    told = [(each.content, each.cue, each.speakers) for each in found]
    assert told == [
        ("“The debt is ours,”", "said", ["Rosa Quispe"]),
        ("“It is not,”", "sighed", ["Pedro Alva"]),
        ("“We will see about that,”", "replied", ["Rosa Quispe"]),
    ]


def test_corenlp_1090_a_colleague_answers(read):
    found = read(
        "“We lost the vote,” grumbled Senator Keir Dunne. “And we will lose the next "
        "one,” his colleague Ava Stone shot back."
    )
    assert holding(found, "lost the vote").speakers == ["Keir Dunne"]
    assert holding(found, "next one").speakers == ["Ava Stone"]


# CoreNLP #604, #616: the speaker is "Unknown", or stays a pronoun.


def test_corenlp_604_the_speaker_is_known(read):
    (found,) = read("Maria Keller lives in Bern. She said “I want a new bridge.”")
    assert (found.source, found.cue) == ("She", "said")
    assert found.content == "“I want a new bridge.”"
    assert found.speakers == ["Maria Keller"]


def test_corenlp_616_the_speaker_has_the_full_name(read):
    found = read(
        "Prime Minister Olu Bankole arrived on Monday. “I will stay for a week,” "
        "Bankole said. “Then I fly home,” he added."
    )
    assert holding(found, "for a week").speakers == ["Olu Bankole"]
    assert holding(found, "fly home").speakers == ["Olu Bankole"]


# Citron: an aside between the speaker and the verb.


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Cable, who replaced Farron, said the party would fight every seat.",
            "Cable",
        ),
        (
            "Anna Holm, who succeeded Per Lund as governor, said that the party would "
            "fight every seat.",
            "Anna Holm",
        ),
        (
            "Victor Ruiz, a former aide to President Marta Bell, told the court that "
            "the party would fight every seat.",
            "Victor Ruiz",
        ),
    ],
)
def test_citron_an_aside_names_somebody_else(read, text, speaker):
    found = holding(read(text), "fight every seat")
    assert found.speakers == [speaker]
    assert found.source.startswith(speaker)
    assert found.cue.split()[0] in {"said", "told"}
    assert found.content.removeprefix("that ") == "the party would fight every seat"


# Pronouns whose name stands sentences before.


def test_pronoun_of_a_sentence_before(read):
    found = read(
        "Prime Minister Olu Bankole arrived on Monday. The ferry was late. He told the "
        "BBC: “I am not worried about the ferry.”"
    )
    assert found[-1].content == "“I am not worried about the ferry.”"
    assert (found[-1].source, found[-1].speakers) == ("He", ["Olu Bankole"])


@pytest.mark.parametrize(
    ("pronoun", "speaker"), [("She", "Anna Berg"), ("He", "Peter Dahl")]
)
def test_pronoun_tells_two_people_apart(read, pronoun, speaker):
    found = read(
        "Anna Berg met Peter Dahl in Oslo on Friday. They spoke for an hour.\n\n"
        f"{pronoun} said the port would close in May."
    )
    told = holding(found, "port would close")
    assert (told.source, told.speakers) == (pronoun, [speaker])


# Apostrophes are no marks.


@pytest.mark.parametrize(
    ("text", "content", "source"),
    [
        (
            "The farmers' leaders say it's the firms' fault. 'We won't sell it,' said "
            "Jan Vos, the farmers' spokesman.",
            "'We won't sell it,'",
            "Jan Vos, the farmers' spokesman",
        ),
        (
            "‘It’s the workers’ choice, and it’s made,’ Dev Rao said in the ’90s hall.",
            "‘It’s the workers’ choice, and it’s made,’",
            "Dev Rao",
        ),
    ],
)
def test_apostrophes_neither_open_nor_close(read, text, content, source):
    found = read(text)
    quoted = [each for each in found if each.form == "direct"]
    assert [(each.content, each.source) for each in quoted] == [(content, source)]


def test_apostrophes_make_no_statement_direct(read):
    found = read("The union's head said the firms' offer was the workers' last hope.")
    assert [each.form for each in found] == ["indirect"]
    assert "the firms' offer was the workers' last hope" in found[0].content


# Headlines.

BODY = (
    "Rebel leader Samuel Okoro told journalists in Juba on Monday that his movement "
    "would not talk to the government. Okoro said the decision was final."
)


@pytest.mark.parametrize(
    ("headline", "source", "content"),
    [
        (
            "Okoro: No talks until prisoners are freed",
            "Okoro",
            "No talks until prisoners are freed",
        ),
        (
            "Okoro on peace: 'There is nobody to talk to'",
            "Okoro",
            "'There is nobody to talk to'",
        ),
        (
            "No talks until prisoners are freed - Okoro",
            "Okoro",
            "No talks until prisoners are freed",
        ),
    ],
)
def test_headline_names_its_speaker(read, headline, source, content):
    found = read(f"{headline}\n\n{BODY}")[0]
    assert (found.source, found.content) == (source, content)
    assert found.speakers == ["Samuel Okoro"]


@pytest.mark.parametrize(
    "headline", ["Peace talks: What we know", "Juba: Roads closed after floods"]
)
def test_headline_with_a_topic_says_nothing(read, headline):
    content = headline.partition(": ")[2]
    assert not any(content in each.content for each in read(f"{headline}\n\n{BODY}"))


# Marks of other kinds, and quotations within quotations.


def test_guillemets_and_nested_marks(read):
    found = read("« We shall win the vote », said Claire Dubois, the party’s leader.")
    assert found[0].content == "« We shall win the vote »"
    assert found[0].speakers == ["Claire Dubois"]
    nested = holding(
        read("“He told me, ‘You will never teach again,’” Miriam Falk told the court."),
        "never teach",
    )
    assert nested.content == "“He told me, ‘You will never teach again,’”"
    assert nested.source == "Miriam Falk"


def test_dashes_around_an_aside_do_not_cut_the_content(read):
    found = read(
        'The minister said the talks - which began in May - were "going well".'
    )
    assert [each.content for each in found] == [
        'the talks - which began in May - were "going well"'
    ]


# Interviews and transcripts.


def test_interview_with_questions_and_answers(read):
    found = read(
        "Q: Will you run again?\n\nA: I have not decided. My family will decide.\n\n"
        "Q: When will you tell us?\n\nA: Before Christmas."
    )
    assert [(each.source, each.form) for each in found] == [
        ("Q", "direct"),
        ("A", "direct"),
        ("Q", "direct"),
        ("A", "direct"),
    ]
    assert found[1].content == "I have not decided. My family will decide."


def test_transcript_gives_each_turn_its_speaker(read):
    found = read(
        "QUESTION: Has the minister spoken to his counterpart in Oslo?\n\n"
        "MR. HALVORSEN: He has. They met on Tuesday.\n\n"
        "We expect the treaty to be signed soon.\n\n"
        "QUESTION: And the prisoners?\n\n"
        "MR. HALVORSEN: I have nothing to announce."
    )
    answers = [each for each in found if each.source == "MR. HALVORSEN"]
    assert [each.content for each in answers] == [
        "He has. They met on Tuesday.",
        "We expect the treaty to be signed soon.",
        "I have nothing to announce.",
    ]
    assert all(len(each.speakers) == 1 for each in answers)
    within = [each for each in found if each.source in {"We", "I"}]
    assert all(each.speakers == answers[0].speakers for each in within)
    assert all(each.form == "indirect" for each in within)


def test_transcript_of_two_ministers(read):
    found = read(
        "SECRETARY LINDQVIST: Thank you all for coming. Sweden will send two ships.\n\n"
        "FOREIGN MINISTER ADEYEMI: We welcome the ships. They arrive in time."
    )
    assert holding(found, "Sweden will send").source == "SECRETARY LINDQVIST"
    assert holding(found, "We welcome the ships.").source == "FOREIGN MINISTER ADEYEMI"


def test_what_a_quotation_reports_is_indirect(read):
    found = read("“I believe that the port will close,” said Mayor Odile Harker.")
    assert holding(found, "I believe").form == "direct"
    inner = [each for each in found if "I believe" not in each.content]
    assert all(each.form == "indirect" for each in inner)
    assert all(each.speakers == ["Odile Harker"] for each in inner)


def test_lists_of_facts_are_no_transcript(read):
    found = read(
        "Ingredients: flour, butter, sugar.\n\nPlace: Geneva\n\nPhoto: Ada Moss"
    )
    assert found == []
