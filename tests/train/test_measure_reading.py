"""Measuring an article's statements against its labels, on sentences of our own."""

from pathlib import Path

import pytest
from click.testing import CliRunner
from train.reading_pages import ADA, BOB, label, page, statement

from kg.train.gold_labels import ReadingLabel, labels
from kg.train.measure_reading import faulty, figures, main, tallies_of
from kg.train.reading_tally import tally

RAIN, FLOODS, TEA = "rain was near", "I fear floods", "I love tea"
QUOTE = "I fear floods and I love tea. We leave"
BY_ADA = {"speakers": [["Ada Quill"]]}
ADAS = {"speakers": (ADA.id,)}


def tallied(wanted, *statements):
    found = tally(wanted, page(*statements))
    return [row.faults for row in found.rows], found.labelled, found.missed


def test_tally_takes_a_right_statement():
    found = tallied(
        [label(RAIN, "told", **BY_ADA)], statement(RAIN, "told", "She", **ADAS)
    )
    assert found == ([()], 1, [])


def test_tally_names_what_is_missed():
    one = label(RAIN, "told", **BY_ADA)
    assert tallied([one]) == ([], 1, [one])


@pytest.mark.parametrize("class_", ["beyond", "doubtful"])
def test_tally_demands_true_statements_alone(class_):
    one = label(RAIN, "told", class_=class_, **BY_ADA)
    assert tallied([one]) == ([], 0, [])
    rows, *_ = tallied([one], statement(RAIN, "told", "She", **ADAS))
    assert rows == [(f"no statement ({class_})",)]


def test_tally_calls_the_rest_no_statement():
    rows, *_ = tallied([], statement(RAIN, "told", "She"))
    assert rows == [("no statement (none)",)]


def test_tally_counts_a_nested_statement_of_one_speaker_once():
    outer = label(QUOTE, "added", **BY_ADA)
    inner = label("floods", "fear", **BY_ADA)
    whole = statement(QUOTE, "added", "Quill", **ADAS)
    part = statement("floods", "fear", "I", **ADAS)
    assert tallied([outer, inner], whole, part) == ([()], 1, [])
    assert tallied([outer, inner], whole) == ([()], 1, [])


def test_tally_counts_a_nested_statement_of_another_speaker():
    outer = label(QUOTE, "added", **BY_ADA)
    inner = label("floods", "fear", speakers=[["Bob Stone"]])
    whole = statement(QUOTE, "added", "Quill", **ADAS)
    assert tallied([outer, inner], whole) == ([()], 2, [inner])
    wrong = statement("floods", "fear", "I", **ADAS)
    rows, *_ = tallied([outer, inner], whole, wrong)
    assert rows == [(), ("speaker wrong",)]


def test_tally_takes_the_parts_of_a_speakers_own_words():
    outer = label(QUOTE, None, **BY_ADA)
    parts = [
        statement(FLOODS, "I", "She", **ADAS),
        statement(TEA, "love", "Quill added", **ADAS),
    ]
    assert tallied([outer], *parts) == ([], 1, [])
    assert tallied([outer], parts[1]) == ([], 1, [outer])


def test_tally_leaves_first_persons_to_the_words_that_hold_them():
    outer = label(QUOTE, "added", **BY_ADA)
    unknown = statement("floods", "fear", "I")
    assert tallied([outer], unknown) == ([], 1, [outer])
    stranger = statement("floods", "fear", "I", speakers=(BOB.id,))
    rows, *_ = tallied([outer], stranger)
    assert rows == [("no statement (none)",)]


def test_tally_takes_two_contents_of_one_cue_as_one_statement():
    apart = [label(x, "added", **BY_ADA) for x in (FLOODS, TEA)]
    whole = statement("I fear floods and I love tea", "added", "Quill", **ADAS)
    assert tallied(apart, whole) == ([()], 2, [])
    joined = label("I fear floods and I love tea", "added", **BY_ADA)
    halves = [statement(x, "added", "Quill", **ADAS) for x in (FLOODS, TEA)]
    assert tallied([joined], *halves) == ([()], 1, [])


def test_tally_takes_a_quotation_that_goes_on_without_a_cue():
    apart = [label(FLOODS, "added", **BY_ADA), label("We leave", None, **BY_ADA)]
    whole = statement([FLOODS, "We leave"], "added", "Quill", **ADAS)
    assert tallied(apart, whole) == ([()], 2, [])


def test_figures_give_shares_with_counts():
    wanted = [label(RAIN, "told", about=[["Leeds"]], **BY_ADA), label(TEA, "love")]
    found = tally(
        wanted,
        page(
            statement(RAIN, "told", "She", about=(BOB.id,), **ADAS),
            statement("left", "The clerk", None),
        ),
    )
    shown = dict(figures([found]))
    assert shown["accepted"] == " 50.0 %  (1 of 2)"
    assert shown["right in every field"] == "  0.0 %  (0 of 2)"
    assert shown["missed, of labelled"] == " 50.0 %  (1 of 2)"
    assert shown["speaker wrong, of those given"] == "  0.0 %  (0 of 1)"
    assert shown["about, precision"] == shown["about, recall"] == "  0.0 %  (0 of 1)"
    assert shown["no statement: none"] == " 50.0 %  (1 of 2)"


def test_figures_count_the_doubtful_nowhere():
    one = label(RAIN, "told", class_="doubtful")
    shown = dict(figures([tally([one], page(statement(RAIN, "told", "She")))]))
    assert shown["accepted"] == "  0.0 %  (0 of 0)"
    assert shown["doubtful, counted nowhere"] == "1"


def test_faulty_lists_rows_with_their_reasons_and_what_is_missed():
    wanted = [label(RAIN, "told", about=[["Leeds"]], **BY_ADA), label(TEA, "love")]
    found = statement(RAIN, "told", "She", about=(BOB.id,), **ADAS)
    assert list(faulty([tally(wanted, page(found))])) == [
        f"a\tabout wrong, about lacking +Bob Stone -Leeds\tShe | told\t{RAIN}",
        f"a\tmissed\t\t{TEA}",
    ]


def test_tallies_of_judge_each_article_by_its_own_labels():
    one = label(RAIN, "told", **BY_ADA)
    [found] = tallies_of([one], {("c", 0): page(), ("c", 1): page()})
    assert found.missed == [one]


def test_main_names_a_missing_corpus_in_one_line(tmp_path: Path):
    result = CliRunner().invoke(main, [str(tmp_path), str(tmp_path)])
    assert result.exit_code == 1
    assert result.output.startswith("Error: ")
    assert "No such file" in result.output
    assert result.output.count("\n") == 1


def test_main_lists_no_rows_of_the_half_to_report(tmp_path: Path):
    options = ["--half", "report", "--rows"]
    result = CliRunner().invoke(main, [str(tmp_path), str(tmp_path), *options])
    assert result.exit_code == 2
    assert "--rows lists the half to tune on alone" in result.output


def test_reading_labels_are_two_halves_in_order():
    found = labels("reading", ReadingLabel)
    halves = {(each.corpus, each.document): each.half for each in found}
    assert sorted(halves.values()) == ["report"] * 12 + ["tune"] * 13
    assert {(each.corpus, each.document, each.half) for each in found} == {
        (*key, half) for key, half in halves.items()
    }
    assert sum(each.class_ == "statement" for each in found) == 379
    spans = [
        span
        for each in found
        for names in (each.content, each.unnamed, *each.speakers, *each.about)
        for span in names
    ]
    assert all(start < end for start, end in spans)
