"""Labels: what the heads tell apart, and what each corpus of names leaves unsaid."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

import numpy as np

from kg.annotate.encoder.arrays import Bools
from kg.english.lexicon import words

# MISC soaks up capitals that are no name of ours; export folds it into "O".
TYPES = (
    *("PER", "ORG", "LOC", "NORP", "DATE", "EVENT"),
    *("QUANTITY", "MONEY", "WEAPON", "LAW", "MISC"),
)
FOLDED = ("MISC",)
TAGS = ("O", *(prefix + kind for kind in TYPES for prefix in ("B-", "I-")))
TAG = {tag: number for number, tag in enumerate(TAGS)}
ANCHORS = ("O", "B-CUE", "I-CUE", "NOCUE")
NOMINALS = (
    *("O", "person", "place", "organization", "time", "event", "object"),
    *("abstract", "substance", "animal", "plant"),
)
IGNORED = -100
_RARE_LEMMA = 3
_AMOUNTS = frozenset({"DATE", "QUANTITY", "MONEY"})
SMALL_WORDS = words("corpora.small_in_names")
_COUNTING = words("corpora.counting")
_OTHERS = frozenset({"MISC", "EVENT", "NORP", "LAW", "WEAPON"})


@dataclass(frozen=True, slots=True)
class NameScheme:
    """How a corpus of names maps onto ours.

    `types` gives each of its types one or several of ours (none: unknown). `missing`
    are types of ours that it does not annotate: its "O" may be one of them. A `partial`
    corpus marks some names only: there a capitalised "O" says nothing.
    """

    types: dict[str, frozenset[str]]
    missing: frozenset[str] = frozenset()
    partial: bool = False


def _types(**pairs: str) -> dict[str, frozenset[str]]:
    return {name: frozenset(kinds.split()) for name, kinds in pairs.items()}


SCHEMES = {
    "gmb": NameScheme(
        _types(geo="LOC", per="PER", org="ORG", gpe="NORP", tim="DATE", eve="EVENT")
        | {"art": frozenset({"MISC", "LAW", "WEAPON"}), "nat": frozenset()},
        frozenset({"QUANTITY", "MONEY", "WEAPON", "LAW", "EVENT", "MISC"}),
    ),
    "wikigold": NameScheme(
        _types(PER="PER", ORG="ORG", LOC="LOC") | {"MISC": _OTHERS}, _AMOUNTS
    ),
    "crossner": NameScheme(
        _types(
            politicalparty="ORG",
            politician="PER",
            person="PER",
            organisation="ORG",
            location="LOC",
            country="LOC",
            election="EVENT",
            event="EVENT",
        )
        | {"misc": _OTHERS},
        _AMOUNTS,
    ),
    "redocred": NameScheme(
        _types(PER="PER", ORG="ORG", LOC="LOC", TIME="DATE", NUM="QUANTITY MONEY")
        | {"MISC": _OTHERS, "DEMONYM": frozenset({"NORP"})},
        _AMOUNTS | {"NORP"},
    ),
    "re3d": NameScheme(
        _types(
            Organisation="ORG",
            Location="LOC",
            Person="PER",
            Nationality="NORP",
            Temporal="DATE",
            Quantity="QUANTITY",
            Money="MONEY",
            Weapon="WEAPON",
            MilitaryPlatform="WEAPON",
            Vehicle="WEAPON MISC",
            DocumentReference="LAW",
        )
        | {"?": frozenset()},
        frozenset({"EVENT", "MISC", "QUANTITY"}),
    ),
    "knowledgenet": NameScheme(
        _types(PER="PER", ORG="ORG", LOC="LOC", DATE="DATE", NORP="NORP LOC")
        | {"?": frozenset()},
        partial=True,
    ),
    "fewnerd": NameScheme({}, partial=True),
}
_FEWNERD_COARSE = {
    "person": "PER", "organization": "ORG", "location": "LOC", "event": "EVENT",
    "building": "LOC ORG MISC", "product": "MISC", "other": "MISC NORP", "art": "MISC",
}  # fmt: skip
_FEWNERD_FINE = {
    "product_weapon": "WEAPON", "product_airplane": "WEAPON MISC",
    "product_ship": "WEAPON MISC", "other_law": "LAW",
    "location_road/railway/highway/transit": "LOC MISC",
}  # fmt: skip


def name_types(corpus: str, kind: str) -> frozenset[str]:
    """Return our types that a corpus's type may be; none where that is unknown."""
    if corpus == "fewnerd":
        coarse = _FEWNERD_COARSE.get(kind.partition("_")[0], "")
        return frozenset(_FEWNERD_FINE.get(kind, coarse).split())
    return SCHEMES[corpus].types.get(kind, frozenset())


def allowed_tags(sentence: list[str], tags: list[str], corpus: str) -> Bools:
    """Return which of our tags each word may have, a row a word, from BIO tags.

    "B-per" allows the beginnings of its types; "?" and unknown types allow all.
    """
    rows = np.zeros((len(sentence), len(TAGS)), dtype=bool)
    for row, word, tag in zip(rows, sentence, tags, strict=True):
        row[:] = _allowed(word, tag, corpus)
    return rows


def _allowed(word: str, tag: str, corpus: str) -> Bools:
    if tag == "O":
        return _allowed_outside(word, corpus)
    prefix, _, kind = tag.partition("-")
    types = name_types(corpus, kind) if kind else frozenset()
    if not types:
        return np.ones(len(TAGS), dtype=bool)
    return tag_mask(f"{prefix}-{name}" for name in types)


def _allowed_outside(word: str, corpus: str) -> Bools:
    scheme = SCHEMES[corpus]
    if scheme.partial and _looks_like_name(word):
        return np.ones(len(TAGS), dtype=bool)
    return open_outside(word, frozenset(TYPES) if scheme.partial else scheme.missing)


def open_outside(word: str, missing: frozenset[str]) -> Bools:
    """Return the tags of a word outside all names, where some types are not marked.

    A word without capitals can only go on with a name if it is small ("of"), and be
    part of an amount if it counts; a date can be any word ("last week").
    """
    if _looks_like_name(word):
        return tag_mask(["O", *(f"{x}-{kind}" for kind in missing for x in "BI")])
    counts = word.lower() in _COUNTING
    kinds = missing & (_AMOUNTS if counts else {"DATE"})
    inner = missing if word.lower() in SMALL_WORDS else frozenset()
    both = [f"{x}-{kind}" for kind in kinds for x in "BI"]
    return tag_mask(["O", *both, *(f"I-{kind}" for kind in inner)])


def _looks_like_name(word: str) -> bool:
    return any(character.isupper() or character.isdigit() for character in word)


def tag_mask(tags: Iterable[str]) -> Bools:
    """Return a row that is true for these tags."""
    row = np.zeros(len(TAGS), dtype=bool)
    row[[TAG[tag] for tag in tags]] = True
    return row


def lemma_rule(form: str, lemma: str) -> str:
    """Return the rule ``lower|cut|add`` that turns a form into its lemma."""
    lower = lemma == lemma.lower() and form != form.lower()
    form = form.lower() if lower else form
    same = 0
    while same < min(len(form), len(lemma)) and form[same] == lemma[same]:
        same += 1
    return f"{int(lower)}|{len(form) - same}|{lemma[same:]}"


@dataclass(slots=True)
class Inventory:
    """Label lists by head, and the number of each label."""

    lists: dict[str, list[str]]
    numbers: dict[str, dict[str, int]] = field(init=False)

    def __post_init__(self) -> None:
        self.numbers = {
            head: {label: number for number, label in enumerate(labels)}
            for head, labels in self.lists.items()
        }

    def number(self, head: str, label: str) -> int:
        """Return a label's number; `IGNORED` where training is to pass it over."""
        return self.numbers[head].get(label, IGNORED)


def inventory(
    columns: dict[str, Counter[str]], known: dict[str, list[str]] | None = None
) -> Inventory:
    """Make the label lists from how often each treebank label occurs.

    `columns` has counts for upos, feats, lemma and rel. Rare lemma rules are left out:
    they are slips and one-off words. Where a package's lists are `known` they stay, so
    that its weights keep their meaning.
    """
    lists = {
        head: [
            label
            for label, count in sorted(counts.items(), key=lambda x: (-x[1], x[0]))
            if count >= (_RARE_LEMMA if head == "lemma" else 1)
        ]
        for head, counts in columns.items()
    }
    if known:
        lists = {head: known[head] for head in columns}
    lists["sent"] = ["0", "1"]
    lists["ner"] = list(TAGS)
    lists["anchor"] = list(ANCHORS)
    lists["nominal"] = list(NOMINALS)
    return Inventory(lists)
