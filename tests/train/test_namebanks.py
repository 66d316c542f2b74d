import json
from pathlib import Path

from kg.train.namebanks import (
    Offsets,
    bio_sentences,
    knowledgenet_sentences,
    re3d_sentences,
    redocred_sentences,
    without_titles,
)


def test_bio_sentences_reads_blocks(tmp_path: Path) -> None:
    path = tmp_path / "a.conll"
    path.write_text("Ada\tB-PER\nspoke\tO\n\nNo\tO\n", encoding="utf-8")
    assert bio_sentences(path) == [(["Ada", "spoke"], ["B-PER", "O"]), (["No"], ["O"])]


def test_without_titles_takes_them_off_the_front() -> None:
    sentence = (["Prime", "Minister", "Ada"], ["B-per", "I-per", "I-per"])
    assert without_titles(sentence)[1] == ["O", "O", "B-per"]


def test_without_titles_keeps_a_name_that_is_a_title() -> None:
    assert without_titles((["King"], ["B-per"]))[1] == ["B-per"]


def test_redocred_sentences_takes_demonyms_apart(tmp_path: Path) -> None:
    mentions = [
        [{"pos": [0, 1], "name": "Kenyan", "type": "LOC", "sent_id": 0}],
        [{"pos": [1, 3], "name": "Ada Ouma", "type": "PER", "sent_id": 0}],
    ]
    document = {"sents": [["Kenyan", "Ada", "Ouma"]], "vertexSet": mentions}
    path = tmp_path / "docs.json"
    path.write_text(json.dumps([document]), encoding="utf-8")
    found = redocred_sentences(path, frozenset({"Kenyan"}))
    assert found == [(["Kenyan", "Ada", "Ouma"], ["B-DEMONYM", "B-PER", "I-PER"])]


def test_offsets_leave_the_article_outside_a_name() -> None:
    found = Offsets().sentence("the Red Cross left", [(0, 13, "ORG")])
    assert found[1] == ["O", "B-ORG", "I-ORG", "O"]


def test_offsets_prefer_the_longer_of_two_spans() -> None:
    found = Offsets().sentence("Bank of Kenya", [(0, 13, "ORG"), (8, 13, "LOC")])
    assert found[1] == ["B-ORG", "I-ORG", "I-ORG"]


def test_offsets_pass_over_an_empty_span() -> None:
    assert Offsets().sentence("Ada left", [(3, 3, "PER")])[1] == ["O", "O"]


def test_re3d_sentences_leave_phrases_without_capitals_open(tmp_path: Path) -> None:
    text = "Ada met service members"
    entities = [
        {"documentId": "d", "begin": 0, "end": 3, "type": "Person", "value": "Ada"},
        {
            "documentId": "d",
            "begin": 8,
            "end": 23,
            "type": "Organisation",
            "value": "service members",
        },
    ]
    lines = "\n".join(json.dumps(entity) for entity in entities)
    (tmp_path / "entities.json").write_text(lines, encoding="utf-8")
    document = json.dumps({"_id": "d", "text": text})
    (tmp_path / "documents.json").write_text(document, encoding="utf-8")
    assert re3d_sentences(tmp_path)[0][1] == ["B-Person", "O", "?", "?"]


def test_knowledgenet_sentences_type_arguments_by_property(tmp_path: Path) -> None:
    text = "Ada lives in Leeds."
    sides = {
        "subject": {"start": 0, "end": 3, "text": "Ada"},
        "object": {"start": 13, "end": 18, "text": "Leeds"},
    }
    fact = {"property": "PLACE_OF_RESIDENCE", **sides}
    path = tmp_path / "facts.jsonl"
    path.write_text(json.dumps({"passage": text, "facts": [fact]}), encoding="utf-8")
    assert knowledgenet_sentences(path)[0][1] == ["B-PER", "O", "O", "B-LOC", "O"]
