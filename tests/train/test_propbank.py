# ruff: noqa: E501 (rows of a treebank)
import json
from pathlib import Path

import pytest

from kg.annotate.roles.propositions import KINDS, ROLES
from kg.train.propbank import event_nouns, propbank, role_number
from kg.train.treebanks import CorpusError

EWT = """\
# newdoc id = letters
# sent_id = first
1	Ada	Ada	PROPN	NNP	_	3	nsubj	_	_
2	had	have	AUX	VBD	_	3	aux	_	_
3	left	leave	VERB	VBN	_	0	root	_	_
4	the	the	DET	DT	_	5	det	_	_
5	town	town	NOUN	NN	_	3	obj	_	_

# sent_id = second
1	Nobody	nobody	PRON	NN	_	2	nsubj	_	_
2	took	take	VERB	VBD	_	0	root	_	_
3	walks	walk	NOUN	NNS	_	2	obj	_	_

# sent_id = third
1	Hello	hello	INTJ	UH	_	0	root	_	_

"""
ROWS = [
    {
        "sent_id": "first",
        "preds": [
            [1, "have.01", [["V", 1, 2]]],
            [2, "leave.01", [["ARG0", 0, 1], ["V", 2, 3], ["ARG1", 3, 5]]],
        ],
    },
    {"sent_id": "second", "preds": [[1, "take.LV", [["V", 1, 2]]]]},
    {"sent_id": "of another corpus", "preds": []},
]
FACTS = "sent_id\tword\tfactual\tconfidence\nfirst\t3\t1.5\t0.9\nthird\t7\t1.5\t1.0\n"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Return a folder with three sentences of our own, two of them with roles."""
    for folder in ("ud", "events"):
        (tmp_path / folder).mkdir()
    (tmp_path / "ud/ewt-dev.conllu").write_text(EWT, encoding="utf-8")
    (tmp_path / "events/uds-factuality-dev.tsv").write_text(FACTS, encoding="utf-8")
    write_rows(tmp_path, ROWS)
    return tmp_path


def write_rows(data: Path, rows: list[dict[str, object]]) -> None:
    text = "\n".join(map(json.dumps, rows))
    (data / "events/propbank-ewt-dev.jsonl").write_text(text, encoding="utf-8")


def test_propbank_puts_arguments_on_their_heads(data: Path) -> None:
    (document,) = propbank(data, "dev")
    arg0, arg1 = ROLES.index("ARG0"), ROLES.index("ARG1")
    assert document.roles == {2: {0: arg0, 4: arg1}, 6: {}}
    assert document.spans[2] == {(0, 1, arg0), (3, 5, arg1)}


def test_propbank_takes_auxiliaries_for_no_predicates(data: Path) -> None:
    (document,) = propbank(data, "dev")
    kinds = [KINDS[document.kinds[place]] for place in range(8)]
    assert kinds == ["", "", "PREDICATE", "", "", "", "LIGHT", ""]


def test_propbank_leaves_a_sentence_that_it_lacks_unknown(data: Path) -> None:
    (document,) = propbank(data, "dev")
    assert 8 not in document.kinds


def test_propbank_reads_facts_and_leaves_out_those_of_other_words(data: Path) -> None:
    (document,) = propbank(data, "dev")
    assert document.facts == {2: (1.5, 0.9)}


def test_propbank_refuses_a_predicate_outside_of_its_sentence(data: Path) -> None:
    write_rows(data, [{"sent_id": "second", "preds": [[3, "go.01", []]]}])
    with pytest.raises(CorpusError, match=r"second: go\.01 is word 3 of 3"):
        propbank(data, "dev")


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
