import csv
import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from click.testing import CliRunner
from msgspec.structs import replace

from kg.extract.findings import Candidate
from kg.records import Article
from kg.resolve.article.antecedent_scores import WEIGHTS
from kg.resolve.article.chains import Chain
from kg.resolve.article.entities import link_names
from kg.train import fit_antecedents
from kg.train.fit_antecedents import (
    Labels,
    Row,
    crossed,
    fit,
    gap_labels,
    gum_labels,
    likeliest,
    main,
    polnear_labels,
    rows_of,
    shown,
    to_pronoun,
)
from kg.train.treebanks import Tree

FIELDS = ("ID", "Text", "Pronoun", "Pronoun-offset") + tuple(
    f"{name}{field}" for name in "AB" for field in ("", "-offset", "-coref")
)
TEXT = "{} met {} in {}. She left at noon and saw nobody."
NAMES = (
    *(("Ada Quill", "Eve Stone", "Oslo"), ("Mary Marsh", "Jane Reed", "Paris")),
    *(("Helen Brook", "Susan Lake", "Cairo"), ("Laura Field", "Anna Wood", "Lima")),
)
ADA, EVE = ((Chain("Person", key, key),) for key in ("ada", "eve"))
NOBODY = Row((), {"nobody": 1.0}, False)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Return a folder with a GAP file of our own sentences."""
    path = tmp_path / "coref/gap-development.tsv"
    path.parent.mkdir()
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, FIELDS, delimiter="\t")
        writer.writeheader()
        for number in range(3):
            for first, second, place in NAMES:
                text = TEXT.format(first, second, place)
                row = {"ID": number, "Text": text, "Pronoun": "She"}
                row |= {"Pronoun-offset": text.index("She")}
                row |= {"A": first, "A-offset": 0, "A-coref": number < 2}
                row |= {"B": second, "B-offset": text.index(second), "B-coref": False}
                writer.writerow(row)
    return tmp_path


def test_gap_labels_leave_out_pronouns_that_mean_neither(data: Path) -> None:
    found = list(gap_labels(data / "coref/gap-development.tsv"))
    assert len(found) == 2 * len(NAMES)
    first = found[0]
    assert first.pronouns == {first.text.index("She")}
    assert set(first.chains) == {*range(len("Ada Quill")), *first.pronouns}


def test_gum_labels_number_the_words_of_chains() -> None:
    tree = Tree()
    tree.add(
        "1\tAda\tAda\tPROPN\t_\t_\t2\tnsubj\t_\t_\n"
        "2\tsaw\tsee\tVERB\t_\t_\t0\troot\t_\t_\n"
        "3\tit\tit\tPRON\t_\t_\t2\tobj\t_\t_\n"
    )
    [found] = gum_labels([tree], [["(4)", "_", "_"]])
    assert found == Labels("Ada saw it ", {0: 4}, frozenset({0, 4, 8}))


def test_polnear_labels_are_the_first_half_and_pronouns(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    corpus = tmp_path / "attribution/news.jsonl"
    corpus.parent.mkdir()
    corpus.write_text(json.dumps({"text": "Ada Quill sat. She said so."}) + "\n")
    base: dict[str, Any] = {"document": 0, "content": ()}
    base["corpus"] = "attribution/news.jsonl"
    she = {"kind": "pronoun", "anchor": (15, 18), "speakers": (((0, 3),),)}
    label = fit_antecedents.SpeakerLabel(**base, **she)
    title = replace(label, kind="title")
    of_gum = replace(label, corpus="ud/gum-dev.conllu")
    found_labels = [label, label, title, label, of_gum]
    monkeypatch.setattr(fit_antecedents, "labels", lambda *_: found_labels)
    [found] = polnear_labels(tmp_path)
    assert (found.chains, found.pronouns) == (dict.fromkeys((0, 1, 2, 15), 1), {15})


def candidate(start: int, text: str, **fields: Any) -> Candidate:
    values: dict[str, Any] = {"form": "name", "label": "PERSON", "sentence": 0}
    values |= {"lemma": text.lower(), "head": start, "paragraph": 0} | fields
    return Candidate(start=start, end=start + len(text), text=text, **values)


@pytest.mark.parametrize(
    ("chains", "right"),
    [
        ({0: 1, 14: 2, 25: 1}, ["Ada Quill"]),
        ({0: 1, 14: 2, 25: 2}, ["Eve Stone"]),
        ({0: 1, 14: 2, 25: 3}, []),
        ({0: 1, 14: 2}, []),
    ],
)
def test_rows_mark_nobody_where_no_other_is_right(
    chains: dict[int, int], right: list[str]
) -> None:
    text = "Ada Quill met Eve Stone. She left. "
    she = candidate(25, "She", form="pronoun", gender="feminine", sentence=1)
    names = (candidate(0, "Ada Quill"), candidate(14, "Eve Stone"))
    linking = link_names(Article(id="a", text=text), (*names, she))
    rows = rows_of(linking, 2, Labels(text, chains, frozenset()))
    found = [[chain.name for chain in row.meant] for row in rows if row.is_right]
    assert found == [right]


def test_fit_learns_which_feature_tells() -> None:
    rows = [
        [Row(ADA, {"subject": 1.0}, True), Row(EVE, {"name": 1.0}, False), NOBODY],
        [Row(EVE, {"subject": 1.0}, True), Row(ADA, {"name": 1.0}, False), NOBODY],
    ] * 10
    examples = [to_pronoun(each, ["name", "nobody", "subject"]) for each in rows]
    name, nobody, subject = fit(examples).tolist()
    assert subject > 1 > -1 > max(name, nobody)
    assert [right for _, right in crossed(examples)] == [True] * len(rows)


@pytest.mark.parametrize(("weight", "right"), [(1.0, True), (-1.0, False)])
def test_likeliest_adds_up_and_leaves_nobody_out(weight: float, right: bool) -> None:
    rows = [Row(ADA, {"name": 1.0}, True), Row(EVE, {}, False), NOBODY]
    one = to_pronoun(rows, ["name", "nobody"])
    share, is_right = likeliest(one, np.array([weight, 5.0]))
    assert is_right is right
    assert 0 < share < 0.5
    assert likeliest(to_pronoun([NOBODY], ["nobody"]), np.array([1.0])) == (0.0, False)


def test_shown_counts_those_that_are_likely_enough() -> None:
    lines = list(shown([(0.95, True), (0.65, False), (0.1, True)]))
    assert lines[0] == "  from 0.0: 66.7 % of 3 right, 66.7 % of all"
    assert lines[-1] == "  from 0.9: 100.0 % of 1 right, 33.3 % of all"


@pytest.mark.model
def test_weights_are_printed_for_the_features_that_kg_reads(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    model = Path(__file__).parents[2] / "kg/model"
    monkeypatch.setattr(fit_antecedents, "trees", lambda _: [])
    monkeypatch.setattr(fit_antecedents, "chain_brackets", lambda _: [])
    monkeypatch.setattr(fit_antecedents, "labels", lambda *_: [])
    monkeypatch.setattr(fit_antecedents, "_KINDS", ("person",))
    result = CliRunner().invoke(main, [str(model), str(data), "--threads", "1"])
    assert result.exit_code == 0, result.output
    assert "person, 8 of GAP:" in result.stderr
    weights = json.loads(result.stdout)
    assert set(weights["person"]) <= set(WEIGHTS["person"])
