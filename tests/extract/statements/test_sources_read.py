"""Who says what, in sentences read with the packaged weights."""

import pytest

pytestmark = pytest.mark.model

# A text, words of what is said, and who says it.
SAID = [
    (
        "Cllr Imran Sheikh left early. Cllr Sheikh said the vote was a disgrace.",
        "the vote",
        ["Imran Sheikh"],
    ),
    (
        "The head of the planning commission, Dragan Pavic, said the plan was dead. He "
        "said a new one would follow in May.",
        "a new one",
        ["Dragan Pavic"],
    ),
    (
        "One of those who lost their homes, the baker Simon Odhiambo, said nobody had "
        "come.",
        "nobody had come",
        ["Simon Odhiambo"],
    ),
    (
        "Two of the nine members of the panel, Rita Vance and Lars Holm, said the "
        "fine was fair.",
        "the fine",
        ["Rita Vance", "Lars Holm"],
    ),
    (
        "One of the guests outside Hill House, the plumber Rita Vance, was furious: "
        '"We paid for nothing and we got nothing."',
        "We paid",
        ["Rita Vance"],
    ),
    (
        "The chief executive, Lars Holm, said the fine was fair. The officer on duty "
        "told the court that the phone was off.",
        "the phone",
        [],
    ),
    (
        "Their report was praised by her cousin, the sculptor Nadia Brandt, who said "
        "it came too late.",
        "too late",
        ["Nadia Brandt"],
    ),
    (
        "Coach Dirk Moen praised Paul Wells. His rival, Pieter Jansma, thanked his "
        'players. "They ran well," the Dutchman said.',
        "They ran",
        ["Pieter Jansma"],
    ),
    (
        "Manager Phil Doyle said João Pires would stay. The Portuguese midfielder said "
        "he was glad.",
        "glad",
        ["João Pires"],
    ),
    (
        "His lawyer, Peter Mbeki, said the charge was false. The third said the owner "
        'had paid for the gun. "He gave us the money," he told the court.',
        "gave us",
        [],
    ),
]


@pytest.mark.parametrize(("text", "words", "speakers"), SAID)
def test_source_is_whom_the_text_means(read, text, words, speakers):
    assert read(text).holding(words).speakers == speakers


def test_speaker_has_the_gender_of_who_speaks_on(read):
    text = (
        "Minister Karl Bohn left.\n\nOpposition leader Zita Varga said he had "
        'lied. "I saw the papers," she added.'
    )
    assert read(text).holding("papers").speakers == ["Zita Varga"]


def test_company_is_not_that_of_onlookers(read):
    text = (
        "Tamber Steel cut jobs. Tamber lost money. Analysts at Sava Capital said it "
        "was late. The company said it had a plan."
    )
    assert read(text).holding("plan").speakers == ["Tamber Steel"]


def test_answer_in_a_new_paragraph_is_of_whoever_goes_on(read):
    text = (
        'Coach Petr Vesely was angry. "Why was it no goal?"\n\nVesely said Ivo Hron '
        'was hurt.\n\n"It is bad luck for the lad," he said.'
    )
    assert read(text).holding("bad luck").speakers == ["Petr Vesely"]


def test_unnamed_speaker_alone_in_a_paragraph_speaks_on(read):
    text = (
        'Minister Karl Bohn said he was ill.\n\n"They lied to us," said the party\'s '
        "leader, Noor Pasha.\n\nA spokesperson for the minister denied that he had "
        "lied. The letter never reached his desk, she said."
    )
    assert read(text).holding("desk").speakers == []


def test_envoy_of_a_state_is_nobody_of_whom_no_state_is_told(read):
    text = (
        "Special Representative Zsofia Kun said the road was shut. Chad's "
        "representative called it untrue."
    )
    assert "Zsofia Kun" not in read(text).holding("untrue").speakers


def test_bench_speaks_by_its_judges(read):
    text = (
        "A bench of Chief Justice Omar Daud and Justice Lila Sen said the law was "
        "clear."
    )
    assert read(text).holding("clear").speakers == ["Omar Daud", "Lila Sen"]


def test_judge_is_a_justice_told_before(read):
    text = (
        "Ms Justice Orla Keane closed the mine. Miner Jon Fell said he would "
        'appeal. "It was unlawful," the judge wrote.'
    )
    assert read(text).holding("unlawful").speakers == ["Orla Keane"]


def test_who_is_asked_about_somebody_is_not_he(read):
    text = (
        "The king's spokesman, Anton Yarov, told reporters that the road was shut. "
        'Asked whether President Ilya Koval had been told, he said: "Of course."'
    )
    assert read(text).holding("Of course").speakers == ["Anton Yarov"]


def test_mp_is_a_member_of_parliament_told_before(read):
    text = (
        "Member of Parliament Ann-Marie Cole left. Trader Jon Fell wept. "
        '"He fed half the street," the MP said.'
    )
    assert read(text).holding("fed half").speakers == ["Ann-Marie Cole"]
