"""Organisations of the gazetteer from the dictionaries that list persons with them."""

from kg.train.gazetteer_organisations import make_organisations


def _row(name: str) -> dict[str, object]:
    return {
        "name": name,
        "names": [name],
        "kind": "intergovernmental",
        "source": "Phoenix.International",
    }


def test_persons_and_offices_are_no_organisations():
    rows = [
        _row(name)
        for name in ("Ada Quill", "Un Envoy for Burma", "Un Fisheries Commission")
    ]
    found = make_organisations(rows, {"organisations": []})
    assert [row["name"] for row in found] == ["UN Fisheries Commission"]


def test_a_word_that_several_names_have_tells_a_body():
    rows = [_row(f"Herring {what}") for what in ("Watch", "Now", "Direct", "Aid")]
    assert len(make_organisations(rows, {"organisations": []})) == len(rows)
    assert make_organisations(rows[:3], {"organisations": []}) == []
