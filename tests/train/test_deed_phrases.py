"""Placing verbs in sentences, from a dictionary of a few lines."""

from pathlib import Path

import pytest

from kg.train.deed_phrases import Placer, cameo_types, past, read_blocks

TABLE = """\
# comment
035: AGREE, , # Express intent to yield
0353: AGREE, , rights # release
070: AID, , # Provide aid
116: ACCUSE, disapprove # Find guilty
190: ASSAULT, , # force
"""
VERBS = """\
&WEAPON
+ROCKET_
+GUN_

####### VERB PATTERNS #######

---  SEND   [---]  ---
SEND {SENDS SENDING SENT }  # a comment
- * AID (TO +)      [070]   # SEND
- * &WEAPON         [190:194]
- * NOTHING         [999]

---  BOMB   [190]  ---
BOMB
SHELL

---  EMPTY   [190]  ---
"""


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "events"
    folder.mkdir()
    (folder / "CAMEO2PLOVER-2021.txt").write_text(TABLE)
    (folder / "CAMEO.2.0.txt").write_text(VERBS)
    return tmp_path


def test_cameo_types_has_promises_to_yield_as_concessions(data):
    types = cameo_types(data / "events" / "CAMEO2PLOVER-2021.txt")
    assert types == {
        "035": "CONCEDE",
        "0353": "CONCEDE",
        "070": "AID",
        "190": "ASSAULT",
    }


def test_read_blocks_reads_classes_verbs_and_patterns(data):
    classes, blocks = read_blocks(data / "events" / "CAMEO.2.0.txt")
    assert classes == {"&WEAPON": ["rocket", "gun"]}
    assert [block.code for block in blocks] == ["---", "190", "190"]
    assert blocks[0].verbs == {"SEND": ["SENDS", "SENDING", "SENT"]}
    assert ("* &WEAPON", "190", "") in blocks[0].patterns


@pytest.mark.parametrize(
    ("verb", "told"),
    [("BOMB", "bombed"), ("SEIZE", "seized"), ("CARRY_OUT", "carried out")],
)
def test_past_of_regular_verbs(verb, told):
    assert past(verb) == told


def test_past_takes_the_form_that_is_told():
    assert past("SEND", ["SENDS", "SENDING", "SENT"]) == "sent"


def test_deeds_mark_the_verb_in_each_sentence(data):
    placed = list(Placer(data).deeds())
    assert {(each.text[each.start :].split()[0], each.type) for each in placed} == {
        ("sent", "AID"),
        ("sent", "ASSAULT"),
        ("bombed", "ASSAULT"),
        ("shelled", "ASSAULT"),
    }
    assert list(Placer(data).deeds()) == placed


def test_figures_tell_nothing(data):
    placed = list(Placer(data).figures())
    assert {each.type for each in placed} == {"NONE"}
    assert all(0 < each.start < len(each.text) for each in placed)
    assert any(each.text[each.start :].startswith("bombed ") for each in placed)
