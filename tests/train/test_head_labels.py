from collections import Counter

import pytest

from kg.annotate.syntax.lemmas import lemma
from kg.train.head_labels import (
    IGNORED,
    TAGS,
    allowed_tags,
    inventory,
    lemma_rule,
    name_types,
)


def allowed(word: str, tag: str, corpus: str) -> set[str]:
    row = allowed_tags([word], [tag], corpus)[0]
    return {name for name, is_allowed in zip(TAGS, row, strict=True) if is_allowed}


@pytest.mark.parametrize(
    ("word", "tag", "corpus", "expected"),
    [
        ("Nairobi", "B-geo", "gmb", {"B-LOC"}),
        ("Kenyan", "I-gpe", "gmb", {"I-NORP"}),
        ("said", "O", "gmb", {"O"}),
        ("said", "O", "fewnerd", {"O", "B-DATE", "I-DATE"}),
        ("Rafale", "B-product_airplane", "fewnerd", {"B-WEAPON", "B-MISC"}),
    ],
)
def test_allowed_tags_maps_types(
    word: str, tag: str, corpus: str, expected: set[str]
) -> None:
    assert allowed(word, tag, corpus) == expected


def test_allowed_tags_leaves_open_what_a_corpus_does_not_mark() -> None:
    assert "B-LAW" in allowed("Treaty", "O", "gmb")
    assert "B-PER" not in allowed("Treaty", "O", "gmb")


def test_allowed_tags_says_nothing_of_capitals_in_a_partial_corpus() -> None:
    assert allowed("Nairobi", "O", "fewnerd") == set(TAGS)


def test_allowed_tags_says_nothing_where_the_type_is_unknown() -> None:
    assert allowed("H5N1", "B-nat", "gmb") == set(TAGS)


def test_allowed_tags_lets_numerals_be_amounts_where_those_are_not_marked() -> None:
    assert "B-MONEY" in allowed("million", "O", "wikigold")
    assert "B-MONEY" not in allowed("house", "O", "wikigold")


def test_name_types_is_empty_for_an_unknown_type() -> None:
    assert name_types("gmb", "spaceship") == frozenset()


@pytest.mark.parametrize(
    ("form", "tag", "base"),
    [("wars", "NOUN", "war"), ("Wars", "NOUN", "war"), ("went", "VERB", "go")],
)
def test_lemma_rule_is_what_syntax_applies(form: str, tag: str, base: str) -> None:
    assert lemma(form, tag, lemma_rule(form, base)) == base


def test_inventory_leaves_out_rare_lemma_rules_alone() -> None:
    found = inventory(
        {"lemma": Counter({"0|0|": 9, "0|9|x": 2}), "upos": Counter({"X": 1})}
    )
    assert found.lists["lemma"] == ["0|0|"]
    assert found.number("upos", "X") == 0
    assert found.number("lemma", "0|9|x") == IGNORED


def test_inventory_keeps_the_lists_of_a_package_to_go_on_from() -> None:
    known = {"upos": ["VERB", "X"], "ner": ["O"]}
    found = inventory({"upos": Counter({"X": 9, "NOUN": 5})}, known)
    assert found.lists["upos"] == ["VERB", "X"]
    assert found.number("upos", "NOUN") == IGNORED
    assert len(found.lists["ner"]) > 1
