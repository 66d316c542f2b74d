"""Measure coreference: chains of head words, and third-person pronouns."""

from pathlib import Path

import numpy as np
import onnxruntime
from spacy.language import Language

from kg.annotate.encoder.arrays import Floats, Ints
from kg.annotate.encoder.component import Encoder
from kg.english import lexicon
from kg.train.measure_syntax import gold_doc
from kg.train.scores import Chains, chains_of, conll_f1, percent
from kg.train.texts import Text
from kg.train.treebanks import Tree, add_chains

_PERSONS = lexicon.words("corpora.persons")
_THINGS = frozenset({"it", "its"})
# A pronoun seldom opens a chain, "it" more often than others: log odds taken off.
_OPENING = dict.fromkeys(_PERSONS, 3.0) | dict.fromkeys(_THINGS, 2.0)
_NEVER = -1e8


def score_chains(
    nlp: Language, model: Path, trees: list[Tree], brackets: list[list[str]]
) -> dict[str, float]:
    """Score all documents; a package without ``coref.onnx`` has no figures."""
    path = model / "coref.onnx"
    if not path.is_file():
        return {}
    session = onnxruntime.InferenceSession(str(path))
    key: Chains = []
    response: Chains = []
    right = pronouns = 0
    for number, (tree, marks) in enumerate(zip(trees, brackets, strict=True)):
        gold = gold_chains(tree, marks)
        found = antecedent_chains(*_scores(nlp, session, tree))
        key += chains_of(((number, i), int(c)) for i, c in enumerate(gold))
        response += chains_of(((number, i), int(c)) for i, c in enumerate(found))
        hits, seen = _pronouns(tree, gold, found)
        right, pronouns = right + hits, pronouns + seen
    return conll_f1(key, response) | {"pronouns": percent(right, pronouns)}


def gold_chains(tree: Tree, marks: list[str]) -> Ints:
    """Return the number of the chain of each word of a document, -1 for none."""
    text = Text([row[1] for row in tree.rows], np.zeros(len(tree.rows), bool))
    add_chains(text, tree, marks)
    chain: Ints = text.layers["chain"]
    return chain


def _scores(
    nlp: Language, session: onnxruntime.InferenceSession, tree: Tree
) -> tuple[Floats, Ints]:
    """Return antecedent scores and indices of a document's words."""
    encoder = nlp.get_pipe("kg_encoder")
    assert isinstance(encoder, Encoder)
    doc = gold_doc(nlp, tree, tree.paragraphs)
    rows = []
    for window, inputs in encoder.plan(doc)[1]:
        (states,) = encoder.weights.session("encoder").run(["coref"], inputs)
        first = window.read_start
        rows.append(states[0, window.start - first : window.end - first])
    seen: dict[str, int] = {}
    strings = [seen.setdefault(row[1].lower(), len(seen)) for row in tree.rows]
    words = {"words": np.concatenate(rows), "strings": np.array(strings)}
    words["rows"] = np.arange(len(strings))
    scores, index = session.run(["scores", "index"], words)
    for place, row in enumerate(tree.rows):
        if row[3] == "PRON":
            scores[place, 0] -= _OPENING.get(row[1].lower(), 0.0)
    return scores, index


def antecedent_chains(scores: Floats, index: Ints) -> Ints:
    """Put each word into the chain that its antecedents favour most, or into none.

    The odds of a chain's words add up; column 0 of the scores is for no chain.
    """
    chain = np.full(len(scores), -1, np.int64)
    for place, (row, before) in enumerate(zip(scores, index, strict=True)):
        votes: dict[int, list[float]] = {}
        for score, antecedent in zip(row[1:].tolist(), before.tolist(), strict=True):
            if score > _NEVER:
                known = int(chain[antecedent])
                votes.setdefault(known if known >= 0 else antecedent, []).append(score)
        sums = {first: np.logaddexp.reduce(found) for first, found in votes.items()}
        best = max(sums, key=lambda first: sums[first], default=-1)
        if best >= 0 and sums[best] > row[0]:
            chain[[best, place]] = best
    return chain


def _pronouns(tree: Tree, gold: Ints, found: Ints) -> tuple[int, int]:
    """Count third-person pronouns in one chain with a right noun or name."""
    right = seen = 0
    nouns = np.array([row[3] != "PRON" for row in tree.rows])
    for place, row in enumerate(tree.rows):
        is_third = row[3] == "PRON" and row[1].lower() in _OPENING
        partners = (gold == gold[place]) & nouns
        if not is_third or gold[place] < 0 or not partners.any():
            continue
        seen += 1
        right += found[place] >= 0 and bool((found[partners] == found[place]).any())
    return right, seen
