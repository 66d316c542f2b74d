"""Syntax: sentences, tags, features, lemmas and the dependency tree."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

import numpy as np
from spacy.attrs import DEP, HEAD, LEMMA, MORPH, POS, TAG
from spacy.language import Language
from spacy.parts_of_speech import IDS
from spacy.tokens import Doc
from spacy.vocab import Vocab

from kg.annotate.encoder.arrays import Bools, Floats, Ints
from kg.annotate.encoder.component import Block, Encoded, encoded
from kg.annotate.encoder.weights import Weights, open_weights
from kg.annotate.syntax.lemmas import OWN, Lemmas
from kg.annotate.syntax.spanning_trees import best_tree
from kg.english.lexicon import forms, words

# A run of words without any end is cut here at the latest, where a cut is likeliest:
# lists and tables have none, and twice the words take a tree more than twice the time.
MAX_SENTENCE = 300
# Titles as they are abbreviated before names, without the dot.
_TITLES = (
    frozenset(forms("titles.short_forms"))
    | words("titles.ranks")
    | words("titles.honorifics")
)


@Language.factory(
    "kg_syntax",
    assigns=[
        "token.pos",
        "token.tag",
        "token.morph",
        "token.lemma",
        "token.head",
        "token.dep",
        "token.is_sent_start",
    ],
    default_config={"model": None, "threads": 0},
)
def make_syntax(nlp: Language, name: str, model: str | None, threads: int) -> "Syntax":
    """Create the component that writes tags, lemmas, trees and sentences."""
    return Syntax(nlp.vocab, open_weights(model, threads))


class Syntax:
    """Write Universal Dependencies annotation from the encoder's arrays.

    "Ada left." becomes a sentence whose root "left" is a VERB, of lemma "leave", with
    the `nsubj` "Ada". Needs the encoder's arrays.
    """

    def __init__(self, vocab: Vocab, weights: Weights) -> None:
        self.weights = weights
        labels = weights.labels
        self._upos = labels["upos"]
        self._rules = labels["lemma"]
        self._infinitives = np.array(["VerbForm=Inf" in x for x in labels["feats"]])
        self._lemma = Lemmas(weights.lexicon["lemmas"])
        self._house_features = _house_features(
            weights.lexicon["features"], labels["feats"]
        )
        add = vocab.strings.add
        self._pos = _ids([_pos_id(tag) for tag in self._upos])
        self._tags = _ids([add(tag) for tag in self._upos])
        self._features = _ids([vocab.morphology.add(f) for f in labels["feats"]])
        self._relations = _ids([add(spacy_relation(rel)) for rel in labels["rel"]])
        self._root = labels["rel"].index("root")
        self._object, self._indirect = (
            labels["rel"].index(name) for name in ("obj", "iobj")
        )
        self._open_complement = labels["rel"].index("xcomp")
        self._space = (_pos_id("SPACE"), add("_SP"), add("dep"))

    def __call__(self, doc: Doc) -> Doc:
        arrays = encoded(doc)
        starts = sentence_starts(arrays) | _titles_after_stops(doc, arrays)
        heads, relations = self._trees(arrays, starts)
        size = len(doc)
        rows = np.zeros((size, 6), np.uint64)
        # White space is annotated as spaCy does it, and then words over that.
        rows[:, 0], rows[:, 1], rows[:, 4] = self._space
        rows[:, 3] = doc.to_array("ORTH")
        tokens = arrays.words.tokens
        self._follow_house_style(doc, arrays)
        rows[tokens, 0] = self._pos[arrays.tags]
        rows[tokens, 1] = self._tags[arrays.tags]
        rows[tokens, 2] = self._features[arrays.features]
        rows[tokens, 3] = self._lemmas(doc, arrays)
        rows[tokens, 4] = self._relations[relations]
        # `from_array` reads heads as signed offsets in an unsigned column.
        rows[:, 5] = _token_heads(tokens, heads, size).view(np.uint64)
        columns = [POS, TAG, MORPH, LEMMA, DEP, HEAD]
        return doc.from_array(columns, rows)  # type: ignore[arg-type]

    def _trees(self, arrays: Encoded, starts: Bools) -> tuple[Ints, Ints]:
        """Return each word's head (a root is its own) and relation number."""
        heads = np.arange(len(starts))
        bounds = [*np.flatnonzero(starts).tolist(), len(starts)]
        ends = [block.window.end for block in arrays.blocks]
        for start, end in zip(bounds, bounds[1:], strict=False):
            near = slice(bisect_right(ends, start), bisect_left(ends, end) + 1)
            best = best_tree(_sentence_scores(arrays.blocks[near], start, end))
            own = np.arange(start, end)
            heads[start:end] = np.where(best == 0, own, best - 1 + start)
        return heads, self._label(arrays, heads)

    def _label(self, arrays: Encoded, heads: Ints) -> Ints:
        """Return the relation of each word to its head; mend `heads` of objects."""
        if not len(heads):
            return heads
        relations = self._best_relations(arrays, heads)
        raised = _raised_objects(
            heads,
            np.isin(relations, (self._object, self._indirect)),
            relations == self._open_complement,
        )
        heads[raised] = heads[heads[raised]]
        relations[raised] = self._object
        earlier = _earlier_objects(heads, relations == self._object)
        relations[earlier] = self._indirect
        return relations

    def _best_relations(self, arrays: Encoded, heads: Ints) -> Ints:
        """Return the likeliest relation of each word; "root" is for roots alone."""
        dependent = np.concatenate([block.dependent for block in arrays.blocks])
        head = np.concatenate([_head_rows(block, heads) for block in arrays.blocks])
        scores = self.weights.session("relation").run(
            ["labels"], {"dependent": dependent, "head": head}
        )[0]
        is_root = heads == np.arange(len(heads))
        scores[~is_root, self._root] = -np.inf
        relations: Ints = scores.argmax(axis=1)
        relations[is_root] = self._root
        return relations

    def _follow_house_style(self, doc: Doc, arrays: Encoded) -> None:
        """Replace features that the treebank EWT alone gives a word by those of GUM."""
        tokens, tags = arrays.words.tokens.tolist(), arrays.tags.tolist()
        for place, (token, tag) in enumerate(zip(tokens, tags, strict=True)):
            pair = self._house_features.get((self._upos[tag], doc[token].lower_))
            if pair is not None and arrays.features[place] == pair[0]:
                arrays.features[place] = pair[1]

    def _lemmas(self, doc: Doc, arrays: Encoded) -> Ints:
        """Return the lemma of each word, as a number of the vocabulary's strings."""
        words = [doc[i].text for i in arrays.words.tokens.tolist()]
        add = doc.vocab.strings.add
        rules = [self._rules[i] for i in arrays.lemmas.tolist()]
        for place in np.flatnonzero(self._infinitives[arrays.features]).tolist():
            rules[place] = OWN
        found = zip(words, arrays.tags.tolist(), rules, strict=True)
        return np.fromiter(
            (
                add(self._lemma(word, self._upos[tag], rule))
                for word, tag, rule in found
            ),
            dtype=np.uint64,
            count=len(words),
        )


def _raised_objects(heads: Ints, is_object: Bools, is_open: Bools) -> Ints:
    """Return the objects before an open complement that are its governor's.

    In "Paris urged Ankara to free them" Ankara is urged; UD has no object stand before
    the verb of an `xcomp`.
    """
    places = np.flatnonzero(is_object)
    verbs = heads[places]
    raised = is_open[verbs] & (heads[verbs] < places) & (places < verbs)
    return places[raised]


def _earlier_objects(heads: Ints, is_object: Bools) -> Ints:
    """Return the objects before the last one of a verb: UD gives a verb one `obj`."""
    places = np.flatnonzero(is_object)
    last = {int(heads[place]): int(place) for place in places}
    found = [place for place in places.tolist() if last[int(heads[place])] != place]
    return np.array(found, np.int64)


def sentence_starts(arrays: Encoded) -> Bools:
    """Return for each word whether it opens a sentence.

    One after a newline always does. A mark that opens a quotation opens its first
    sentence, too: in '"Go," he said' one starts with the mark, and none with "Go".
    """
    words = arrays.words
    starts: Bools = (arrays.starts > 0) | words.breaks
    # A word after an opening mark that starts a sentence starts no other.
    starts[1:] &= ~(starts & words.openers)[:-1] | words.breaks[1:]
    bounds = [*np.flatnonzero(starts).tolist(), len(starts)]
    for start, end in zip(bounds, bounds[1:], strict=False):
        while end - start > MAX_SENTENCE:
            low = start + MAX_SENTENCE // 2
            start = low + int(arrays.starts[low : start + MAX_SENTENCE].argmax())
            starts[start] = True
    return starts


def _titles_after_stops(doc: Doc, arrays: Encoded) -> Bools:
    """Return for each word whether it is a title that opens a sentence.

    In "Ada voted no. Gov. Reed" the model may take both stops for abbreviations'; a
    word in small letters that the tokenizer parts from its stop is none.
    """
    texts = [doc[token].text for token in arrays.words.tokens.tolist()]
    found = np.zeros(len(texts), bool)
    for place in range(2, len(texts)):
        before, stop, title = texts[place - 2 : place + 1]
        if stop == "." and title[-1:] == "." and title[:1].isupper():
            is_word = before.islower() and len(before) > 1
            found[place] = is_word and title.rstrip(".").lower() in _TITLES
    return found


def _sentence_scores(blocks: Iterable[Block], start: int, end: int) -> Floats:
    """Gather a sentence's arc scores from the windows that keep its words.

    Column 0 is the root. Words that no window reads together have no score, -inf.
    """
    size = end - start
    scores = np.full((size, size + 1), -np.inf, np.float32)
    for block in blocks:
        window = block.window
        low, high = max(start, window.start), min(end, window.end)
        if low >= high:
            continue
        left, right = max(start, window.read_start), min(end, window.read_end)
        rows = block.arc[low - window.start : high - window.start]
        into = slice(low - start, high - start)
        scores[into, 0] = rows[:, 0]
        columns = rows[:, left - window.read_start + 1 : right - window.read_start + 1]
        scores[into, left - start + 1 : right - start + 1] = columns
    return scores


def _head_rows(block: Block, heads: Ints) -> Floats:
    """Return the vectors of the heads of a window's kept words.

    A head that the window has not read, which a tree over two windows may have, is
    given the root's.
    """
    window = block.window
    own = heads[window.start : window.end]
    is_root = own == np.arange(window.start, window.end)
    rows = np.where(is_root, 0, own - window.read_start + 1)
    inside = (rows >= 0) & (rows < len(block.head))
    gathered: Floats = block.head[np.where(inside, rows, 0)]
    return gathered


def _token_heads(tokens: Ints, heads: Ints, size: int) -> Ints:
    """Return heads as offsets between tokens; white space hangs on the word before."""
    absolute = np.arange(size)
    if len(tokens):
        before = np.searchsorted(tokens, np.arange(size), side="right") - 1
        absolute = tokens[np.maximum(before, 0)]
        absolute[tokens] = tokens[heads]
    elif size:
        absolute = np.zeros(size, np.int64)
    offsets: Ints = (absolute - np.arange(size)).astype(np.int64)
    return offsets


def _ids(values: list[int]) -> np.ndarray:
    return np.array(values, dtype=np.uint64)


def _pos_id(tag: str) -> int:
    return int(IDS[tag])


def spacy_relation(relation: str) -> str:
    """Return a relation as spaCy writes it: "root" is "ROOT", the others stay."""
    return "ROOT" if relation == "root" else relation


def _house_features(
    features: dict[str, dict[str, str]], labels: list[str]
) -> dict[tuple[str, str], tuple[int, int]]:
    """Return, by tag and word, the number of the features found and of those meant.

    The treebanks describe some words differently: EWT gives "you" no number.
    """
    numbers = {label: number for number, label in enumerate(labels)}
    found: dict[tuple[str, str], tuple[int, int]] = {}
    for tag, described in features.items():
        for word, pair in described.items():
            theirs, _, ours = pair.partition("\t")
            found[tag, word] = (numbers[theirs], numbers[ours])
    return found
