import csv
import json
from pathlib import Path

import pytest
from click.testing import CliRunner

torch = pytest.importorskip("torch")

from kg.resolve.article.antecedent_scores import WEIGHTS  # noqa: E402
from kg.resolve.article.chains import Chain  # noqa: E402
from kg.train.fit_antecedents import crossed, fit, gap_rows, main, pronouns  # noqa: E402

FIELDS = ("ID", "Text", "Pronoun", "Pronoun-offset") + tuple(
    f"{name}{field}" for name in "AB" for field in ("", "-offset", "-coref")
)
TEXT = "{} met {} in {}. She left at noon and saw nobody."
NAMES = (
    *(("Ada Quill", "Eve Stone", "Oslo"), ("Mary Marsh", "Jane Reed", "Paris")),
    *(("Helen Brook", "Susan Lake", "Cairo"), ("Laura Field", "Anna Wood", "Lima")),
)


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


def test_gap_rows_leaves_out_pronouns_that_mean_neither(data: Path) -> None:
    rows = list(gap_rows(data / "coref/gap-development.tsv"))
    assert len(rows) == 2 * len(NAMES)
    assert {row.text[slice(*row.names[0])] for row in rows} == {x[0] for x in NAMES}


def test_fit_learns_which_feature_tells() -> None:
    ada, eve = (Chain("Person", key, key) for key in ("ada", "eve"))
    rows = [
        [(ada, {"subject": 1.0, "right": 1.0}), (eve, {"name": 1.0, "right": 0.0})],
        [(eve, {"subject": 1.0, "right": 1.0}), (ada, {"name": 1.0, "right": 0.0})],
    ] * 10
    examples = list(pronouns(rows, ["name", "subject"]))
    name, subject = fit(examples).tolist()
    assert subject > 1 > -1 > name
    assert crossed(examples) == len(rows)


def test_pronouns_leaves_out_what_has_no_right_antecedent() -> None:
    ada = Chain("Person", "ada", "ada")
    assert list(pronouns([[(ada, {"right": 0.0})], []], ["name"])) == []


def test_weights_are_printed_for_the_features_that_kg_reads(data: Path) -> None:
    model = Path(__file__).parents[2] / "kg/model"
    result = CliRunner().invoke(main, [str(model), str(data), "--threads", "1"])
    assert result.exit_code == 0, result.output
    share, weights = result.output.splitlines()
    assert share == "right of 8 pronouns, in 10 folds: 100.0"
    assert set(json.loads(weights)) <= set(WEIGHTS)
