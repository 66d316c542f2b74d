import pytest

from kg.train.scores import Agreement, chains_of, conll_f1


def test_agreement_is_the_harmonic_mean() -> None:
    agreement = Agreement()
    agreement.add({1, 2, 3}, {2})
    assert agreement.f1 == pytest.approx(50)


def test_agreement_of_nothing_is_zero() -> None:
    assert Agreement().f1 == 0


def test_conll_f1_of_the_same_chains_is_full() -> None:
    chains = [frozenset({1, 2, 3}), frozenset({4, 5})]
    assert conll_f1(chains, chains)["CoNLL"] == pytest.approx(100)


def test_conll_f1_knows_the_published_example() -> None:
    """Vilain and others, 1995: a chain of four cut into two of two."""
    scores = conll_f1([frozenset("ABCD")], [frozenset("AB"), frozenset("CD")])
    assert scores["MUC"] == pytest.approx(80)
    assert scores["B3"] == pytest.approx(200 * 0.5 / 1.5)
    assert scores["CEAFe"] == pytest.approx(200 * (2 / 3 * 1 / 3))


def test_conll_f1_of_no_response_is_zero() -> None:
    assert conll_f1([frozenset({1, 2})], [])["CoNLL"] == 0


def test_chains_of_leaves_out_lone_mentions() -> None:
    found = chains_of([("a", 1), ("b", 1), ("c", 2), ("d", -1), ("e", -1)])
    assert found == [frozenset({"a", "b"})]
