"""What users of other tools complain of, on sentences of our own, with the model.

Each test names the thread: textacy and CoreNLP number theirs on GitHub; the sentence
with two parties' leaders is Citron's own example of what it gets wrong.
"""

import pytest

pytestmark = pytest.mark.model


# textacy #379, #380: marks are paired in order, whatever they are.


def test_textacy_379_a_stray_mark_does_not_shift_the_pairs(read):
    found = read(
        "“We have enough water for two summers,” said Mayor Odile Harker. A stray ” "
        "stood in the copy. “The dam will hold,” she added."
    )
    first, second = found.holding("two summers"), found.holding("dam will hold")
    assert first.content == "“We have enough water for two summers,”"
    assert second.content == "“The dam will hold,”"
    assert first.speakers == second.speakers == ["Odile Harker"]
    assert not any("stood in the copy" in each.content for each in found)


def test_textacy_380_a_mark_of_another_kind_does_not_close(read):
    told = 'Karin told the clerk that she "shouldn‘t have sold the boat" in May.'
    found = read(told).holding("sold the boat")
    assert '"shouldn‘t have sold the boat"' in found.content
    assert found.source == "Karin"
    assert found.cue.startswith("told")


def test_textacy_380_guillemets_as_bullets_quote_nothing(read):
    found = read(
        "» Jobs fell by a tenth last year\n» Wages rose a little\n\n"
        '"The mill will open again," said Petra Lind, its manager.'
    )
    quoted = found.holding("mill will open")
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
    found = read(text).holding("did its work")
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
        assert found.holding(words).speakers == ["Clara Boyd"]
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
    found = read(text).holding("took nine years")
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
    quoted = found.holding("our tents")
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
    assert found.holding("lost the vote").speakers == ["Keir Dunne"]
    assert found.holding("next one").speakers == ["Ava Stone"]


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
    assert found.holding("for a week").speakers == ["Olu Bankole"]
    assert found.holding("fly home").speakers == ["Olu Bankole"]


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
    found = read(text).holding("fight every seat")
    assert found.speakers == [speaker]
    assert found.source.startswith(speaker)
    assert found.cue.split()[0] in {"said", "told"}
    assert found.content.removeprefix("that ") == "the party would fight every seat"
