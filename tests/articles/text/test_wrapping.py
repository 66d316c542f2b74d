"""Hard-wrapped text reads as unwrapped, with offsets into the text as it is."""

import textwrap
from time import process_time

import pytest

from kg.articles.text.wrapping import unwrapped

STORY = (
    "Transport Minister Ada Quill told reporters in Oslo on Monday that the ferry line "
    "would stay closed until the inquiry was over. She said three captains had signed "
    "the letter, and that no more ships would sail to the islands before the winter."
)


@pytest.mark.parametrize("width", [24, 40, 60, 72])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_unwrapped_text_has_no_breaks_inside_sentences(width, end):
    wrapped = textwrap.fill(STORY, width, break_on_hyphens=False).replace("\n", end)
    assert " ".join(unwrapped(wrapped).text.split()) == STORY


@pytest.mark.parametrize(
    "text",
    [
        "Talks fail\nThe envoy left Oslo on Monday.\nNo new date\nMs. Quill said so.",
        "Ships:\n- Ada\n- Bo\n- Cleo",
        "Q: Will you go?\nA: No.",
        "One paragraph.\n\nanother one, in lower case.",
    ],
)
def test_unwrapped_leaves_titles_lists_and_turns_alone(text):
    assert unwrapped(text).text == text


def test_unwrapped_keeps_a_title_above_a_wrapped_paragraph_apart():
    text = "Ferries stay in port\n" + textwrap.fill(STORY, 60)
    first, rest = unwrapped(text).text.split("\n")
    assert (first, rest) == ("Ferries stay in port", STORY)


def test_unwrapped_joins_a_short_line_that_opens_in_lower_case():
    text = "She sold sugar to the\nislands, and ferries to\nthe Far\nNorth."
    assert unwrapped(text).text == text.replace("\n", " ")


def test_unwrapped_joins_a_word_that_stands_whole_elsewhere():
    text = "President Dora Quin-\ntavalle spoke. Ms. Quintavalle left the\nroom."
    assert unwrapped(text).text.startswith("President Dora Quintavalle spoke.")


def test_unwrapped_joins_lines_that_lead_on():
    text = "The envoy of the\nNorth Sea\nUnion left."
    assert unwrapped(text).text == text.replace("\n", " ")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ms. Quinta-\nvalle left\nfor good.", "Ms. Quintavalle left for good."),
        ("On Tues-\nday she\nleft.", "On Tuesday she left."),
        ("Kim Jong-\nun left\nfor good.", "Kim Jong-un left for good."),
        ("Twenty-\nfive ships\nleft.", "Twenty-five ships left."),
    ],
)
def test_unwrapped_joins_names_and_weekdays_that_are_parted(text, expected):
    assert unwrapped(text).text == expected


def test_unwrapped_keeps_the_hyphen_of_a_compound():
    text = "The long-\nterm plan is\ndone."
    assert unwrapped(text).text == "The long-term plan is done."


def test_original_gives_the_place_in_the_wrapped_text():
    text = "Ms. Quin-\ntavalle and Mr. Quintavalle left\nfor Oslo."
    reading = unwrapped(text)
    start = reading.text.index("Oslo")
    first, last = reading.original(start, start + 4)
    assert text[first:last] == "Oslo"
    first, last = reading.original(4, 15)
    assert text[first:last] == "Quin-\ntavalle"


def test_unwrapped_takes_no_line_inside_a_sentence_for_a_heading():
    text = (
        "Minister Enoch Quin-\ntavalle told us on\nMonday that South\nAfrica is well."
    )
    assert "South Africa" in unwrapped(text).text


def test_unwrapped_looks_at_a_long_line_once() -> None:
    text = "It rained on and on. " * 10_000 + "\n\nThen it\nstopped."
    start = process_time()
    assert unwrapped(text).text.endswith("\n\nThen it stopped.")
    assert process_time() - start < 2
