"""All corpora, read once, and endless streams of examples from each family."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

import numpy as np

from kg.annotate.encoder.vocabulary import WordPieces
from kg.annotate.encoder.wordpieces import WordReader
from kg.train.augment import (
    NameSwap,
    changed_capitals,
    changed_marks,
    without_full_stops,
)
from kg.train.gazetteers import gazetteer
from kg.train.head_labels import IGNORED, Inventory, allowed_tags, inventory
from kg.train.namebanks import (
    NameBank,
    Sentence,
    bio_sentences,
    knowledgenet_sentences,
    re3d_sentences,
    redocred_sentences,
    without_titles,
)
from kg.train.polnear import ReportReader, reports
from kg.train.texts import Example, Reader, Text
from kg.train.treebank_words import Lexicon, lexicon
from kg.train.treebanks import (
    CLEAR_GENRES,
    Tree,
    add_chains,
    add_entities,
    chain_brackets,
    count_labels,
    tree_text,
    trees,
)

CORES = (90, 120, 160, 200)
_RE3D_TRAINING = ("CENTCOM", "Wikipedia", "Australian Department of Foreign Affairs")
_SWAP_RATE = 0.3
_CAPITALS_RATE = 0.06
_MARKS_RATE = 0.3
_FULL_STOP_RATE = 0.04
# A longer window than the encoder's own 200 pieces only comes from odd sentences.
LONGEST = 400


@dataclass(frozen=True, slots=True)
class Corpora:
    """Every training text, label lists, the lexicon, and the names to swap in."""

    labels: Inventory
    words: Lexicon
    gum: list[Text]
    ewt: list[Text]
    statements: list[Text]
    names: list[NameBank]
    swap: NameSwap


def load_corpora(
    folder: Path,
    vocabulary: str,
    random: Random,
    known: dict[str, list[str]] | None = None,
) -> Corpora:
    """Read all corpora of the data folder that may be trained on.

    `known` are the label lists of a package to go on from.
    """
    gum, chains = _clear_gum(folder)
    ewt = trees(folder / "ud/ewt-train.conllu")
    labels = inventory(count_labels(gum + ewt), known)
    statement_reader = ReportReader(WordReader(WordPieces.of_file(vocabulary)))
    names = gazetteer(folder / "gazetteer")
    banks = _name_banks(folder, names.demonyms)
    swap = NameSwap(names, random)
    for bank in banks:
        if bank.corpus != "re3d":
            swap.learn(bank.sentences, bank.corpus)
    said = reports(folder / "attribution/polnear-train.jsonl")
    return Corpora(
        labels=labels,
        words=lexicon(gum, ewt, labels.lists["feats"]),
        gum=[_gum_text(t, c, labels) for t, c in zip(gum, chains, strict=True)],
        ewt=[tree_text(tree, labels, 1) for tree in ewt],
        statements=[statement_reader(report) for report in said],
        names=banks,
        swap=swap,
    )


def _clear_gum(folder: Path) -> tuple[list[Tree], list[list[str]]]:
    documents = trees(folder / "ud/gum-train.conllu")
    chains = chain_brackets(folder / "coref/ontogum-train.conll")
    both = zip(documents, chains, strict=True)
    clear = [(tree, chain) for tree, chain in both if tree.genre in CLEAR_GENRES]
    return [tree for tree, _ in clear], [chain for _, chain in clear]


def _gum_text(tree: Tree, chains: list[str], labels: Inventory) -> Text:
    text = tree_text(tree, labels)
    add_entities(text, tree)
    add_chains(text, tree, chains)
    return text


def _name_banks(folder: Path, demonyms: frozenset[str]) -> list[NameBank]:
    names = folder / "ner"
    gmb = [without_titles(s) for s in bio_sentences(names / "gmb-train.conll")]
    politics = [
        sentence
        for part in ("train", "dev")
        for sentence in bio_sentences(names / f"crossner-politics-{part}.conll")
    ]
    masked = [
        sentence
        for part in ("dev", "test", "big_test")
        for sentence in bio_sentences(names / f"fewnerd-partial/{part}.txt")
    ]
    re3d = [s for x in _RE3D_TRAINING for s in re3d_sentences(names / "re3d" / x)]
    relations = folder / "relations"
    linked = redocred_sentences(relations / "redocred-dev.json", demonyms)
    facts = knowledgenet_sentences(relations / "knowledgenet.jsonl")
    return [
        NameBank("gmb", 0.54, gmb, running=True),
        NameBank("wikigold", 0.11, bio_sentences(names / "wikigold.conll")),
        NameBank("crossner", 0.09, politics),
        NameBank("redocred", 0.14, linked, running=True),
        NameBank("fewnerd", 0.06, masked),
        NameBank("knowledgenet", 0.03, facts),
        NameBank("re3d", 0.03, re3d),
    ]


class Streams:
    """Endless examples of each family, in an order that the seed fixes."""

    def __init__(self, corpora: Corpora, reader: Reader, random: Random) -> None:
        self._corpora = corpora
        self._reader = reader
        self._random = random
        self._sentences = {bank.corpus: list(bank.sentences) for bank in corpora.names}

    def documents(self) -> Iterator[list[Example]]:
        """Yield GUM's documents whole, each as the list of its windows."""
        for text in self._endless(self._corpora.gum):
            text = without_full_stops(text, self._random, _FULL_STOP_RATE)
            yield self._reader.examples(self._dressed(text), self._core())

    def trees(self) -> Iterator[Example]:
        """Yield windows of EWT."""
        for text in self._endless(self._corpora.ewt):
            text = without_full_stops(text, self._random, _FULL_STOP_RATE)
            yield from self._reader.examples(self._dressed(text), self._core())

    def statements(self) -> Iterator[Example]:
        """Yield windows of PolNeAR."""
        for text in self._endless(self._corpora.statements):
            yield from self._reader.examples(self._dressed(text), self._core())

    def names(self) -> Iterator[Example]:
        """Yield runs of sentences of the corpora of names, each by its share."""
        places = {bank.corpus: 0 for bank in self._corpora.names}
        shares = [bank.share for bank in self._corpora.names]
        while True:
            bank = self._random.choices(self._corpora.names, shares)[0]
            sentences = self._run(bank, places)
            yield self._name_example(bank, sentences)

    def _run(self, bank: NameBank, places: dict[str, int]) -> list[Sentence]:
        """Take the next sentences of a corpus, up to a random number of words."""
        sentences = self._sentences[bank.corpus]
        if places[bank.corpus] == 0 and not bank.running:
            self._random.shuffle(sentences)
        elif bank.running:
            places[bank.corpus] = self._random.randrange(len(sentences))
        limit = self._random.choice((30, 60, 100, 130))
        found: list[Sentence] = []
        size = 0
        for sentence in sentences[places[bank.corpus] :]:
            if found and size + len(sentence[0]) > limit:
                break
            found.append(sentence)
            size += len(sentence[0])
        places[bank.corpus] = (places[bank.corpus] + len(found)) % len(sentences)
        return found

    def _name_example(self, bank: NameBank, sentences: list[Sentence]) -> Example:
        swapped = self._corpora.swap(sentences, bank.corpus, _SWAP_RATE)
        words = [word for sentence in swapped for word in sentence[0]]
        tags = [tag for sentence in swapped for tag in sentence[1]]
        text = Text(words, np.arange(len(words)) == 0)
        text.layers["ner"] = allowed_tags(words, tags, bank.corpus)
        text.layers["sent"] = np.full(len(words), IGNORED)
        if bank.running:
            text.layers["sent"][:] = 0
            text.layers["sent"][np.cumsum([0, *(len(s[0]) for s in swapped[:-1])])] = 1
        return self._reader.example(self._dressed(text), 0, len(words))

    def _dressed(self, text: Text) -> Text:
        """Change the marks or the capitals of some texts."""
        words = text.words
        if self._random.random() < _MARKS_RATE:
            words = changed_marks(words, self._random)
        if self._random.random() < _CAPITALS_RATE:
            words = changed_capitals(words, self._random)
        return Text(words, text.breaks, text.layers, text.pairs)

    def _core(self) -> int:
        return self._random.choice(CORES)

    def _endless(self, texts: list[Text]) -> Iterator[Text]:
        while True:
            order = list(texts)
            self._random.shuffle(order)
            yield from order
