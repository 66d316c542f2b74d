import json
from pathlib import Path

import pytest

from kg.annotate.roles.propositions import KINDS, ROLES
from kg.train.propbank import event_nouns, propbank, role_number
from kg.train.treebanks import CorpusError


def test_propbank_puts_arguments_on_their_heads(propbank_data: Path) -> None:
    (document,) = propbank(propbank_data, "dev")
    arg0, arg1 = ROLES.index("ARG0"), ROLES.index("ARG1")
    assert document.roles == {2: {0: arg0, 4: arg1}, 6: {}}
    assert document.spans[2] == {(0, 1, arg0), (3, 5, arg1)}


def test_propbank_takes_auxiliaries_for_no_predicates(propbank_data: Path) -> None:
    (document,) = propbank(propbank_data, "dev")
    kinds = [KINDS[document.kinds[place]] for place in range(8)]
    assert kinds == ["", "", "PREDICATE", "", "", "", "LIGHT", ""]


def test_propbank_leaves_a_sentence_that_it_lacks_unknown(propbank_data: Path) -> None:
    (document,) = propbank(propbank_data, "dev")
    assert 8 not in document.kinds


def test_propbank_reads_facts_and_leaves_out_those_of_other_words(
    propbank_data: Path,
) -> None:
    (document,) = propbank(propbank_data, "dev")
    assert document.facts == {2: (1.5, 0.9)}


def test_propbank_refuses_a_predicate_outside_of_its_sentence(
    propbank_data: Path,
) -> None:
    row = {"sent_id": "second", "preds": [[3, "go.01", []]]}
    path = propbank_data / "events/propbank-ewt-dev.jsonl"
    path.write_text(json.dumps(row), encoding="utf-8")
    with pytest.raises(CorpusError, match=r"second: go\.01 is word 3 of 3"):
        propbank(propbank_data, "dev")


@pytest.mark.parametrize(
    ("label", "role"),
    [
        ("ARG0", "ARG0"),
        ("C-ARG1", "ARG1"),
        ("ARGM-TMP", "TMP"),
        ("ARG4", "OTHER"),
        ("ARGM-MNR", "OTHER"),
        ("R-ARG0", "RELATIVE"),
        ("V", ""),
        ("C-V", ""),
    ],
)
def test_role_number_folds_what_is_not_told_apart(label: str, role: str) -> None:
    assert ROLES[role_number(label)] == role


def test_event_nouns_know_their_nouns_alone(tmp_path: Path) -> None:
    (tmp_path / "events").mkdir()
    row = {
        "words": ["The", "attack", "-LRB-", "on", "the", "building", "-RRB-"],
        "nouns": {"1": {"eventive": 1.0}, "5": {"eventive": 0.0}},
    }
    path = tmp_path / "events/qanom-train.jsonl"
    path.write_text(json.dumps(row), encoding="utf-8")
    (document,) = event_nouns(tmp_path, "train")
    assert document.kinds == {1: KINDS.index("PREDICATE"), 5: 0}
    assert [cells[1] for cells in document.tree.rows][2] == "("
