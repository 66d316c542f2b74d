"""Cutting a sentence into who, says and what."""

from kg.view.marks import marked


def row(**parts):
    return {"evidence": "Ann said: yes.", "start": 100, **parts}


def test_marked_gives_source_cue_and_content_in_text_order():
    pieces = marked(
        row(
            sourceStart=100,
            sourceEnd=103,
            cueStart=104,
            cueEnd=108,
            contentStarts=[110],
            contentEnds=[113],
        )
    )
    assert pieces == [
        ("source", "Ann"),
        ("", " "),
        ("cue", "said"),
        ("", ": "),
        ("content", "yes"),
        ("", "."),
    ]


def test_marked_keeps_a_sentence_without_parts_whole():
    assert marked(row()) == [("", "Ann said: yes.")]


def test_marked_keeps_a_cue_inside_a_content():
    pieces = marked(
        row(cueStart=104, cueEnd=108, contentStarts=[100], contentEnds=[114])
    )
    assert pieces == [("content", "Ann "), ("cue", "said"), ("content", ": yes.")]


def test_marked_marks_each_stretch_of_a_split_content():
    pieces = marked(row(contentStarts=[100, 110], contentEnds=[103, 113]))
    assert [text for part, text in pieces if part == "content"] == ["Ann", "yes"]


def test_marked_leaves_out_what_lies_outside_of_the_sentence():
    pieces = marked(row(contentStarts=[90, 112], contentEnds=[101, 140]))
    assert pieces[0] == ("content", "A")
    assert pieces[-1] == ("content", "s.")
    assert "".join(text for _, text in pieces) == "Ann said: yes."


def test_marked_counts_characters_beyond_the_first_plane_as_one():
    pieces = marked({"evidence": "😀 said", "start": 0, "cueStart": 2, "cueEnd": 6})
    assert pieces == [("", "😀 "), ("cue", "said")]
