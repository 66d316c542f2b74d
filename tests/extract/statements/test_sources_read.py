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
