"""The event lexicon: what is packaged, and what a malformed frame is refused for."""

import pytest

from kg.errors import SchemaError
from kg.extract.events.frames import MODES, TYPES, load_lexicon, make_lexicon


def test_load_lexicon_has_predicates_for_every_type_and_mode():
    lexicon = load_lexicon()
    tables = (lexicon.verbs, lexicon.nouns, lexicon.adjectives)
    frames = [f for table in tables for entry in table.values() for f in entry]
    told = {(f.type, mode) for f in frames for mode in (f.mode, *f.modes.values())}
    assert {type_ for type_, _ in told} == set(TYPES)
    missing = {(t, mode) for t, modes in MODES.items() for mode in modes} - told
    # No verb or noun tells misinformation by itself.
    assert missing == {("COERCE", "misinformation")}


def test_load_lexicon_names_classes_that_exist():
    lexicon = load_lexicon()
    assert {"weapon", "troop", "relief", "agreement"} <= lexicon.classes.keys()
    assert all(words for words in lexicon.classes.values())


@pytest.mark.parametrize(
    "source",
    [
        {"GREET": [{"verbs": "wave"}]},
        {"AGREE": [{"verbs": "nod", "mode": "visit"}]},
        {"AGREE": [{"verbs": "nod", "objekt": "plan"}]},
        {"AGREE": [{"verbs": "nod", "needs": "luck"}]},
    ],
    ids=["type", "mode", "key", "needs"],
)
def test_make_lexicon_refuses_what_it_does_not_know(source):
    with pytest.raises(SchemaError):
        make_lexicon(source, {})


def test_make_lexicon_puts_the_narrower_frame_first():
    wide = {"verbs": "nod"}
    narrow = {"verbs": "nod", "object": "plan"}
    lexicon = make_lexicon({"AGREE": [wide, narrow]}, {"plan": "plan"})
    first, second = lexicon.verbs["nod"]
    assert "object" in first.conditions
    assert "object" not in second.conditions


def test_specificity_counts_conditions_but_no_clause_of_any_kind():
    def frame(**entry):
        return make_lexicon({"AGREE": [{"verbs": "nod", **entry}]}, {}).verbs["nod"][0]

    assert frame().specificity == frame(complement="clause").specificity == 0
    assert frame(object="plan").specificity == frame(**{"with": {"to": ""}}).specificity


@pytest.mark.parametrize(
    ("mode", "own", "modes"),
    [
        ("visit", "visit", {}),
        ({"AID": "phone"}, None, {"AID": "phone"}),
    ],
)
def test_make_lexicon_reads_a_mode_or_a_table_of_modes(mode, own, modes):
    lexicon = make_lexicon({"CONSULT": [{"verbs": "nod", "mode": mode}]}, {})
    (frame,) = lexicon.verbs["nod"]
    assert (frame.mode, frame.modes) == (own, modes)


def test_make_lexicon_refuses_a_mode_inside_a_table():
    with pytest.raises(SchemaError, match="CONSULT has no mode hunger"):
        make_lexicon({"CONSULT": [{"verbs": "nod", "mode": {"AID": "hunger"}}]}, {})


@pytest.mark.parametrize(("value", "flag"), [("true", "bare"), ("false", "not_bare")])
def test_make_lexicon_reads_flags_of_either_value(value, flag):
    lexicon = make_lexicon({"AGREE": [{"nouns": "nod", "bare": value}]}, {})
    assert lexicon.nouns["nod"][0].flags == {flag}
