"""Whom a pronoun means, as far as the words around it and around each noun tell."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc, Token

from kg.annotate.encoder.arrays import Floats, Ints
from kg.annotate.encoder.component import encoded, word_vectors
from kg.annotate.encoder.weights import Weights, open_weights
from kg.annotate.quotes import outside_sentences, quoted_tokens
from kg.english.pronouns import NOBODY, REACH, Features, pronoun_features

# The relations that the model tells apart; all others are one.
_DEPS = (
    *("nsubj", "nsubj:pass", "obj", "obl", "nmod:poss", "nmod", "appos", "conj"),
    *("flat", "compound", "root", "parataxis"),
)
_NOUNS = frozenset({"NOUN", "PROPN", "PRON"})
_KEY = "kg_references"
# So many pairs are weighed in one run, so that a long article takes no more memory.
_AT_ONCE = 4096
Told = tuple[tuple[int, float], ...]


@Language.factory("kg_references", default_config={"model": None, "threads": 0})
def make_references(
    nlp: Language, name: str, model: str | None, threads: int
) -> "References":
    """Create the component that weighs what pronouns may mean."""
    return References(open_weights(model, threads))


class References:
    """Keep for each pronoun how likely the words around make what it may mean.

    In "Quill met Stone. She left" these are the weights of "Quill", "Stone", nobody for
    "She", which `told` returns. They are log odds that add to what grammar tells (see
    `kg.resolve.article.antecedent_scores`). Needs the encoder's arrays, a parse and
    the spans of "quotes".
    """

    def __init__(self, weights: Weights) -> None:
        self._weights = weights

    def __call__(self, doc: Doc) -> Doc:
        pairs = pairs_of(doc)
        found: dict[int, list[tuple[int, float]]] = {}
        for (pronoun, noun), score in zip(pairs.ends, self._score(pairs), strict=True):
            found.setdefault(pronoun, []).append((noun, score))
        doc.user_data[_KEY] = {place: tuple(each) for place, each in found.items()}
        return doc

    def _score(self, pairs: "Pairs") -> list[float]:
        scores: list[float] = []
        for start in range(0, len(pairs.ends), _AT_ONCE):
            some = slice(start, start + _AT_ONCE)
            places, rows = np.unique(pairs.rows[some], return_inverse=True)
            given = {
                "words": pairs.words[places],
                "rows": rows.reshape(-1, 2),
                "marks": pairs.marks[some],
            }
            session = self._weights.session("references")
            scores += session.run(["scores"], given)[0].tolist()
        return scores


def told(doc: Doc, pronoun: Token) -> Told:
    """Return the starts of the nouns that a pronoun may mean, with their weights.

    The last is `NOBODY`. Empty for other words, and where `kg_references` has not run;
    for plurals, too: they mean whole lists ("Mali and Chad ... their"), of which the
    words around each noun tell little.
    """
    features = pronoun_features(pronoun)
    if features is None or features[1] == "plural":
        return ()
    found: Told = doc.user_data.get(_KEY, {}).get(pronoun.idx, ())
    return found


class Pairs(NamedTuple):
    """What the model reads of a doc: each pronoun with each noun, and with nobody.

    `ends` are the starts of the two words; `words` the vectors of words, `rows` those
    of the two ends of each pair; `marks` what grammar tells of them.
    """

    ends: list[tuple[int, int]]
    words: Floats
    rows: Ints
    marks: Floats


def pairs_of(doc: Doc) -> Pairs:
    """Read off the pairs of a doc; needs what `References` needs."""
    arrays = encoded(doc)
    vectors = word_vectors(arrays)
    # Where each token's vector stands; the last one, of zeros, is nobody's.
    places = np.full(len(doc) + 1, len(vectors))
    places[arrays.words.tokens] = np.arange(len(vectors))
    words = np.vstack((vectors, np.zeros((1, vectors.shape[1]), np.float32)))
    layout = _Layout(doc)
    ends: list[tuple[int, int]] = []
    rows, marks = [np.zeros((0, 2), np.int64)], [np.zeros((0, MARKS), np.float32)]
    for token in doc:
        features = pronoun_features(token)
        if features is not None and features[0] == 3:
            nouns = layout.nouns_for(token.i)
            ends += [(token.idx, doc[noun].idx) for noun in nouns]
            ends.append((token.idx, NOBODY))
            both = np.full((len(nouns) + 1, 2), token.i)
            both[:, 1] = [*nouns, len(doc)]
            rows.append(places[both])
            marks.append(layout.marks(token, features, nouns))
    return Pairs(ends, words, np.concatenate(rows), np.concatenate(marks))


# A noun's relation and place, a pronoun's relation and form.
_OF_NOUN, _OF_PRONOUN = len(_DEPS) + 6, len(_DEPS) + 7
MARKS = _OF_NOUN + _OF_PRONOUN


class _Layout:
    """Where a doc's nouns stand: their sentences, relations and quotations."""

    def __init__(self, doc: Doc) -> None:
        self._is_quoted = np.zeros(len(doc), bool)
        self._is_quoted[list(quoted_tokens(doc))] = True
        self._outside = np.array(outside_sentences(doc))
        self._sentences = np.zeros(len(doc), np.int64)
        for number, sent in enumerate(doc.sents):
            self._sentences[sent.start : sent.end] = number
        self._relations = [_relation(token) for token in doc]
        self._nouns = np.array([token.i for token in doc if _is_noun(token)], np.int64)

    def nouns_for(self, pronoun: int) -> Sequence[int]:
        """Return the nouns that a pronoun may mean, up to its sentence's end.

        From a pronoun outside quotation marks a quotation's sentences do not count.
        """
        numbers = self._sentences if self._is_quoted[pronoun] else self._outside
        # Both are sorted: a search keeps a long article's time in proportion.
        first = np.searchsorted(numbers, numbers[pronoun] - REACH)
        last = np.searchsorted(self._sentences, self._sentences[pronoun], "right")
        start, end = np.searchsorted(self._nouns, (first, last))
        near: list[int] = self._nouns[start:end].tolist()
        return [noun for noun in near if noun != pronoun]

    def marks(self, pronoun: Token, features: Features, nouns: Sequence[int]) -> Floats:
        """Return a row of marks for each noun, and one for nobody."""
        found = np.zeros((len(nouns) + 1, MARKS), np.float32)
        here, some = pronoun.i, np.array(nouns, np.int64)
        for row, noun in zip(found, nouns, strict=False):
            row[self._relations[noun]] = 1
        back = self._sentences[here] - self._sentences[some]
        size = len(_DEPS) + 1
        found[:-1, size : size + 5] = np.stack(
            (
                back == 0,
                np.log1p(back),
                np.log1p(abs(here - some)),
                self._is_quoted[some],
                some > here,
            ),
            axis=1,
        )
        found[:, _OF_NOUN + self._relations[here]] = 1
        found[:, _OF_NOUN + size :] = self._form(here, features)
        return found

    def _form(self, pronoun: int, features: Features) -> list[bool]:
        _, number, gender = features
        is_thing = number == "singular" and gender == "neuter"
        is_person = number == "singular" and not is_thing
        told_gender = (gender == "feminine", gender == "masculine")
        is_quoted = bool(self._is_quoted[pronoun])
        return [is_person, is_thing, number == "plural", *told_gender, is_quoted]


def _is_noun(token: Token) -> bool:
    return token.pos_ in _NOUNS or bool(token.ent_type_)


def _relation(token: Token) -> int:
    name = token.dep_.lower()
    return _DEPS.index(name) if name in _DEPS else len(_DEPS)
