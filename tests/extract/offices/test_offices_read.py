"""Offices of sentences that the whole pipeline reads."""

import pytest

from kg.extract.offices.offices import offices

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def nlp():
    from kg.annotate.pipeline import load_pipeline

    return load_pipeline(threads=1)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Vera Ostrow, president and chief executive of Lindal Paper, said so.",
            [
                ("Vera Ostrow", "president", "Lindal Paper"),
                ("Vera Ostrow", "chief executive", "Lindal Paper"),
            ],
        ),
        (
            "Lindal chief financial officer Vera Ostrow left.",
            [("Vera Ostrow", "chief financial officer", "Lindal")],
        ),
        ("An executive of Lindal, Vera Ostrow, left.", []),
        # Whose title stands next in a list, and who gives somebody an office.
        ("Bo Lind met Vera Ostrow, Minister of State Ida Holm and others.", []),
        ("Bo Lind appointed Vera Ostrow chair of Lindal Paper.", []),
        (
            "The board named Vera Ostrow as head of Lindal Paper on Monday.",
            [("Vera Ostrow", "head", "Lindal Paper")],
        ),
        (
            "Voters ousted Vera Ostrow as prime minister of Norway.",
            [("Vera Ostrow", "former prime minister", "Norway")],
        ),
        # Towns have mayors; their nation is not what they serve.
        ("The Swedish mayor, Vera Ostrow, left.", []),
        (
            "Vera Ostrow, mayor of the Swedish city of Lund, left.",
            [("Vera Ostrow", "mayor", "Lund")],
        ),
        # Words of titles that end a body's name.
        (
            "Department of Justice spokeswoman Vera Ostrow left.",
            [("Vera Ostrow", "spokeswoman", "Department of Justice")],
        ),
        (
            "Labour Party leader Vera Ostrow met the Conservative Party.",
            [("Vera Ostrow", "leader", "Labour Party")],
        ),
        (
            "The White House's national security adviser, Vera Ostrow, left.",
            [("Vera Ostrow", "national security adviser", "White House")],
        ),
        # Offices that are joined are each of the person beside it.
        (
            "The union met the head of Lindal Paper, Bo Lind, and his lawyer, Vera"
            " Ostrow.",
            [("Bo Lind", "head", "Lindal Paper")],
        ),
        # What puts an office past stands before its owner, and is no part of its name.
        (
            "Former Norwegian foreign minister Vera Ostrow will lead the mission.",
            [("Vera Ostrow", "former foreign minister", "Norwegian")],
        ),
        (
            "The acting Norwegian president, Vera Ostrow, left.",
            [("Vera Ostrow", "acting president", "Norwegian")],
        ),
        # Whose husband holds an office holds none.
        (
            "Vera Ostrow, whose husband is the trade minister of Norway, left.",
            [],
        ),
        (
            "Vera Ostrow, who is the trade minister of Norway, left.",
            [("Vera Ostrow", "trade minister", "Norway")],
        ),
        # A second thing said of one subject.
        (
            "Vera Ostrow grew up in Bergen and is governor of Utrecht.",
            [("Vera Ostrow", "governor", "Utrecht")],
        ),
        (
            "Vera Ostrow left and Bo Lind is governor of Utrecht.",
            [
                ("Bo Lind", "governor", "Utrecht"),
            ],
        ),
        # Who follows whom in an office.
        (
            "Bo Lind succeeded Vera Ostrow as director of the Ulm Opera.",
            [
                ("Bo Lind", "director", "Ulm Opera"),
                ("Vera Ostrow", "former director", "Ulm Opera"),
            ],
        ),
        ("Bo Lind may succeed Vera Ostrow as director of the Ulm Opera.", []),
        # The end of a title behind what it is for.
        (
            "Vera Ostrow, deputy minister of agriculture in Angola, left.",
            [("Vera Ostrow", "deputy minister of agriculture", "Angola")],
        ),
        ("Vera Ostrow, director of studies in Paris, left.", []),
        (
            "Vera Ostrow, senior vice president for research at Lindal Paper, left.",
            [("Vera Ostrow", "senior vice president for research", "Lindal Paper")],
        ),
        (
            "Norway's minister of defence and deputy premier, Vera Ostrow, left.",
            [
                ("Vera Ostrow", "minister of defence", "Norway"),
                ("Vera Ostrow", "deputy premier", "Norway"),
            ],
        ),
        (
            "Vera Ostrow, chief technology officer of the start-up Lindal, left.",
            [("Vera Ostrow", "chief technology officer", "Lindal")],
        ),
        (
            "Vera Ostrow, secretary-general of the Lindal Forum, left.",
            [("Vera Ostrow", "secretary-general", "Lindal Forum")],
        ),
        # A state's body has heads of its own.
        (
            "The Norwegian army's chief, Vera Ostrow, left.",
            [("Vera Ostrow", "chief", "Norwegian army")],
        ),
        # Whatever the parse makes of a body's name, it is no part of the title.
        (
            "The International Union of Weavers vice president, Vera Ostrow, left.",
            [("Vera Ostrow", "vice president", "International Union of Weavers")],
        ),
        (
            "Vera Ostrow, director of Information Systems of the Federal Court, left.",
            [("Vera Ostrow", "director of Information Systems", "Federal Court")],
        ),
        (
            "Ex-president Vera Ostrow of Norway left.",
            [("Vera Ostrow", "former president", "Norway")],
        ),
        # A nation before an office of no state says where its holder comes from.
        ("Norwegian coach Vera Ostrow left.", []),
        (
            "Norwegian ambassador Vera Ostrow left.",
            [("Vera Ostrow", "ambassador", "Norwegian")],
        ),
        # Nobody presides over a continent, nor chairs the place that he is from.
        ("Africa's first female president, Vera Ostrow, left.", []),
        ("Chairwoman Vera Ostrow of Ohio left.", []),
        (
            "Governor Vera Ostrow of Ohio left.",
            [("Vera Ostrow", "Governor", "Ohio")],
        ),
    ],
)
def test_offices_have_whole_titles_and_their_own_holders(nlp, text, expected):
    doc = nlp(text)
    found = [
        (x.subject.text, x.title, x.object_.text.removeprefix("The "))
        for x in offices(doc)
    ]
    assert found == expected
