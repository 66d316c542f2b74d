"""Forms of attribution, on sentences of our own, read with the model."""

import pytest

pytestmark = pytest.mark.model


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
    told = found.holding("port would close")
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
    nested = read(
        "“He told me, ‘You will never teach again,’” Miriam Falk told the court."
    ).holding("never teach")
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
    assert found.holding("Sweden will send").source == "SECRETARY LINDQVIST"
    assert found.holding("We welcome the ships.").source == "FOREIGN MINISTER ADEYEMI"


def test_what_a_quotation_reports_is_indirect(read):
    found = read("“I believe that the port will close,” said Mayor Odile Harker.")
    assert found.holding("I believe").form == "direct"
    inner = [each for each in found if "I believe" not in each.content]
    assert all(each.form == "indirect" for each in inner)
    assert all(each.speakers == ["Odile Harker"] for each in inner)


def test_lists_of_facts_are_no_transcript(read):
    found = read(
        "Ingredients: flour, butter, sugar.\n\nPlace: Geneva\n\nPhoto: Ada Moss"
    )
    assert found == []


# Datelines, votes, and lists of speakers.


@pytest.mark.parametrize(
    "dateline", ["OSLO - ", "NAIROBI, Nov. 5 (AFP) - ", "SAN JOSE (AP) — "]
)
def test_dateline_is_no_part_of_what_is_said(read, dateline):
    told = read(f"{dateline}Kenya will send troops to Haiti, the ministry said.")
    assert told[0].content == "Kenya will send troops to Haiti"


def test_vote_is_a_stance(read):
    (told,) = read("Chad voted against the motion.")
    assert (told.kind, told.speakers) == ("stance", ["Chad"])


def test_call_by_phone_says_nothing(read):
    called, named = read("Ruto called Paul Kagame. Meloni called Orban a liar.")
    assert (called.content, called.kind) == ("Paul Kagame", "other")
    assert (named.content, named.kind) == ("Orban a liar", "speech")


def test_list_of_persons_speaks_as_a_whole(read):
    (told,) = read(
        "UN relief chief Jean-Luc Mbeki, Deputy Minister Sofia Lindqvist, and "
        "spokesman Omar Haddadi said the base was safe."
    )
    assert told.speakers == ["Jean-Luc Mbeki", "Sofia Lindqvist", "Omar Haddadi"]


# Questions and their answers.


def test_one_word_is_said_by_whom_the_verb_behind_it_names(read):
    asked, told = read('"Why?" asked Senator Poe. "Because," Senator Lum answered.')
    assert (asked.content, asked.speakers) == ('"Why?"', ["Poe"])
    assert (told.content, told.speakers) == ('"Because,"', ["Lum"])


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (
            '"Will you?" a reporter asked Premier Lena Falk. "I will not," she said.',
            ["Lena Falk"],
        ),
        ('"And then?" Judge Roe asked the witness. "Nothing," he said.', []),
        ('"Is it safe?" Bo Reed asked. He said the dam looked old.', ["Bo Reed"]),
    ],
)
def test_who_asked_does_not_answer(read, text, speakers):
    assert read(text)[-1].speakers == speakers


# Bodies that a noun of their kind takes up.


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Hamas fired rockets. The group said it would not stop.", ["Hamas"]),
        ("Toyota hired Ana Ruiz. The carmaker said she was good.", ["Toyota"]),
        (
            "Kenya's army lost six men. The military said it would fight on.",
            ["Kenya's army"],
        ),
    ],
)
def test_body_speaks_by_a_noun_of_its_kind(read, text, speakers):
    assert read(text)[-1].speakers == speakers


# Who issued what speaks, and for whom a spokesman does.


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "A report by the Harbour Board blamed the crew. The document says the pier "
            "was sound.",
            "Harbour Board",
        ),
        (
            "A memo signed by deputy director Omar Falk warns that the pier was sound.",
            "Omar Falk",
        ),
        (
            "The European Commission sued the port. “The pier was sound,” a commission "
            "spokesman said.",
            "European Commission",
        ),
    ],
)
def test_documents_and_spokesmen_speak_for_whom_the_text_told(read, text, speaker):
    assert read(text).holding("pier was sound").speakers == [speaker]


def test_a_heading_that_quotes_is_no_part_of_the_quotation_below(read):
    found = read(
        "Olu Bankole said the ferry would not sail.\n\n“No more money”\n\n“There is no "
        "more money,” he told the council."
    )
    assert found.holding("There is no").content == "“There is no more money,”"


def test_the_national_who_speaks_behind_a_quotation_is_a_person(read):
    found = read(
        "Lena Prado won on Sunday. “My coach told me to breathe,” said the Spaniard."
    )
    assert found.holding("My coach").speakers == ["Lena Prado"]


def test_letters_behind_a_name_are_of_the_person(read):
    found = read("Jim Tate MLA asked if the pier was shut. Mrs Berg said that it was.")
    assert found.holding("pier was shut").speakers == ["Jim Tate"]
