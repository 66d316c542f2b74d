"""Measuring events on sentences with one dyad each, on sentences of our own."""

import pytest

from kg.extract.findings import Findings
from kg.records import Article, Event, Extraction, Participant, Span
from kg.resolve.article.assemble import assemble
from kg.train.measure_events import (
    Dyad,
    PlvError,
    figures,
    is_right_dyad,
    is_right_type,
    read_dyads,
)

HEADER = "sentence_id\tsentence\tmarked_sentence\tgold_root\n"
ROW = "7\tOslo hit Rome.\t<s>Oslo</s> hit <t>Rome</t>.\tASSAULT\n"


@pytest.fixture
def dyad(tmp_path) -> Dyad:
    path = tmp_path / "plv.tsv"
    path.write_text(HEADER + ROW, encoding="utf-8")
    (read,) = read_dyads(path)
    return read


def participant(role, start: int, end: int, entity: str | None = None) -> Participant:
    return Participant(role=role, start=start, end=end, text="x", entity=entity)


def event(type_="ASSAULT", mode=None, participants=()) -> Event:
    word = Span(start=5, end=8, text="hit")
    return Event(
        id="e",
        type=type_,
        mode=mode,
        trigger=word,
        actors=(),
        recipients=(),
        place=None,
        when=None,
        factuality="actual",
        statement=None,
        evidence=word,
        participants=participants,
    )


def extraction(*events: Event) -> Extraction:
    empty = assemble(
        Findings(
            article=Article(id="7", text="Oslo hit Rome."),
            candidates=(),
            statements=(),
            events=(),
            relations=(),
            figures=(),
            times=(),
        )
    )
    fields = {name: getattr(empty, name) for name in empty.__struct_fields__}
    return Extraction(**(fields | {"events": events}))


def test_read_dyads_takes_the_marks_out_of_the_text(dyad):
    assert dyad.article.text == "Oslo hit Rome."
    assert dyad.places == {"actor": ((0, 4),), "recipient": ((9, 13),)}


def test_read_dyads_names_the_file_that_lacks_a_column(tmp_path):
    path = tmp_path / "plv.tsv"
    path.write_text("sentence\nOslo hit Rome.\n", encoding="utf-8")
    with pytest.raises(PlvError, match=r"plv\.tsv: lacks the columns .*gold_root"):
        read_dyads(path)


@pytest.mark.parametrize(
    ("type_", "mode", "root", "plover", "cameo"),
    [
        ("ASSAULT", None, "ASSAULT", True, True),
        ("RETREAT", "release", "YIELD", True, True),
        ("CONCEDE", None, "AGREE", False, True),
        ("COERCE", "restrict", "ASSAULT", False, True),
        ("COERCE", "arrest", "ASSAULT", False, False),
        ("SANCTION", "convict", "ACCUSE", False, True),
    ],
)
def test_is_right_type_in_both_readings(type_, mode, root, plover, cameo):
    told = event(type_, mode)
    assert is_right_type(told, root, cameo=False) is plover
    assert is_right_type(told, root, cameo=True) is cameo


def test_is_right_dyad_counts_words_and_mentions_in_their_role(dyad):
    actor = participant("actor", 0, 4)
    mentioned = participant("recipient", 20, 22, "State:ITA")
    told = event(participants=(actor, mentioned))
    assert is_right_dyad(told, dyad, {"State:ITA": [(9, 13)]})
    assert not is_right_dyad(told, dyad, {})
    swapped = event(participants=(participant("recipient", 0, 4),))
    assert not is_right_dyad(swapped, dyad, {})


def test_figures_gives_shares_of_all_sentences(dyad):
    parties = (participant("actor", 0, 4), participant("recipient", 9, 13))
    right = extraction(event("AID"), event(participants=parties))
    shown = dict(figures([(dyad, right), (dyad, extraction())]))
    assert shown["with any event"] == "50.0"
    assert shown["any event of the right type, PLOVER's manual"] == "50.0"
    assert shown["first event, PLOVER's manual"] == "0.0"
    assert shown["type and dyad, CAMEO's roots"] == "50.0"
    assert shown["macro-F1 of the first event, PLOVER's manual"] == "0.0"
