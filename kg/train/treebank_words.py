"""The lexicon: lemmas of known words, and where GUM's features overrule EWT's."""

import json
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from pathlib import Path

from kg.train.treebanks import Tree

FILE = "lexicon.json"
# A word's commonest lemma is taken where so large a share of its uses has it, and its
# features are a treebank's custom from another share on.
_AGREEMENT, _CUSTOM = 0.8, 0.7
# GUM overrules EWT on a word that it has so many times.
_LEMMA_USES, _FEATURE_USES = 3, 2
# Names keep their form, and unknown words have none that could be learned.
_OPEN = frozenset({"PROPN", "X"})
_LEMMA, _FEATURES = 2, 5
Uses = dict[tuple[str, str], Counter[str]]
Lexicon = dict[str, dict[str, dict[str, str]]]


def lexicon(
    gum: Iterable[Tree], ewt: Iterable[Tree], labels: Collection[str]
) -> Lexicon:
    """Return "lemmas" and "features" by UD tag and word, in lower case.

    The treebanks describe some words differently ("people", "you", "really"); kg goes
    by GUM, the larger part of whose texts are news and prose. The features are a word's
    in EWT and GUM, with a tab between; both are among the model's `labels`.
    """
    gum, ewt = list(gum), list(ewt)
    lemmas = (_uses(gum, _LEMMA), _uses(ewt, _LEMMA))
    features = (_uses(gum, _FEATURES), _uses(ewt, _FEATURES))
    return {"lemmas": _lemmas(*lemmas), "features": _customs(*features, labels)}


def _uses(documents: Iterable[Tree], column: int) -> Uses:
    counts: Uses = defaultdict(Counter)
    for document in documents:
        for row in document.rows:
            counts[row[3], row[1].lower()][row[column]] += 1
    return counts


def _lemmas(gum: Uses, ewt: Uses) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for tag, word in sorted(gum.keys() | ewt.keys()):
        ours, theirs = gum.get((tag, word), Counter()), ewt.get((tag, word), Counter())
        known = ours if ours.total() >= _LEMMA_USES else ours + theirs
        lemma, share = _commonest(known)
        if tag not in _OPEN and share >= _AGREEMENT:
            found.setdefault(tag, {})[word] = lemma
    return found


def _customs(
    gum: Uses, ewt: Uses, labels: Collection[str]
) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for tag, word in sorted(gum.keys() & ewt.keys()):
        ours, share = _commonest(gum[tag, word])
        theirs, their_share = _commonest(ewt[tag, word])
        is_custom = min(share, their_share) >= _CUSTOM
        is_custom &= ours in labels and theirs in labels
        if ours != theirs and is_custom and gum[tag, word][ours] >= _FEATURE_USES:
            found.setdefault(tag, {})[word] = f"{theirs}\t{ours}"
    return found


def _commonest(uses: Counter[str]) -> tuple[str, float]:
    """Return the commonest value and its share; of equals, the first by alphabet."""
    value, count = min(uses.items(), key=lambda item: (-item[1], item[0]))
    return value, count / uses.total()


def write_lexicon(folder: Path, found: Lexicon) -> None:
    """Write the lexicon into the folder of a run or of a package."""
    folder.mkdir(parents=True, exist_ok=True)
    text = json.dumps(found, ensure_ascii=False, indent=0, sort_keys=True)
    (folder / FILE).write_text(text, encoding="utf-8")
