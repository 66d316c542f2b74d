"""Deeds: which words tell an event of PLOVER's types, as the model has it."""

from collections.abc import Iterator, Sequence

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from kg.annotate.encoder.arrays import Floats, log_softmax
from kg.annotate.encoder.component import encoded, word_vectors
from kg.annotate.encoder.weights import Weights, open_weights
from kg.annotate.labels import NAME_LABELS
from kg.english.arguments import logical_objects, logical_subjects
from kg.english.clauses import clauses, is_infinitive, is_passive
from kg.english.memory import remembering
from kg.english.polarity import has_negator, modals

# The types, in the order of the model's scores; the first is that of no such event.
NONE = "NONE"
KINDS = (
    *(NONE, "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"),
    *("REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE"),
    *("COERCE", "ASSAULT"),
)
# From these probabilities on a word has a type, has it beyond doubt, or has none.
_SURE, _CLEAR, _SURE_OF_NONE = 0.6, 0.9, 0.6
# Words in these relations are part of another: "the attack helicopter".
_PART_DEPS = frozenset({"amod", "compound", "flat", "case", "mark", "aux", "cop"})
_PHRASE_DEPS = frozenset({"obl", "nmod", "iobj"})
_OWNER_DEPS = frozenset({"nmod:poss", "nmod:desc", "compound"})


@Language.factory(
    "kg_deeds",
    assigns=["doc.spans"],
    default_config={"model": None, "threads": 0},
)
def make_deeds(nlp: Language, name: str, model: str | None, threads: int) -> "Deeds":
    """Create the component that marks the words that tell events."""
    return Deeds(open_weights(model, threads))


class Deeds:
    """Put the words of whose type the model is sure in `doc.spans["deeds"]`.

    "Chad shelled Mali" has "shelled", ASSAULT; "Chelsea shelled Arsenal" has it with
    the label NONE. Those beyond doubt stand in `doc.spans["clear_deeds"]` as well.
    Needs the encoder's arrays, a parse and `doc.ents`.
    """

    def __init__(self, weights: Weights) -> None:
        self._weights = weights

    def __call__(self, doc: Doc) -> Doc:
        tokens = candidates(doc)
        sure: list[Span] = []
        clear: list[Span] = []
        for token, chances in zip(tokens, self._chances(doc, tokens), strict=True):
            if chances[0] >= _SURE_OF_NONE:
                sure.append(_mark(token, NONE))
                continue
            best = int(chances[1:].argmax()) + 1
            if chances[best] >= _SURE:
                sure.append(_mark(token, KINDS[best]))
            if chances[best] >= _CLEAR:
                clear.append(_mark(token, KINDS[best]))
        doc.spans["deeds"], doc.spans["clear_deeds"] = sure, clear
        return doc

    def _chances(self, doc: Doc, tokens: Sequence[Token]) -> Floats:
        """Return the probabilities of the types, a row a word."""
        if not tokens:
            return np.zeros((0, len(KINDS)), np.float32)
        words, marks = inputs(doc, tokens)
        session = self._weights.session("deeds")
        scores = session.run(["kinds"], {"words": words, "marks": marks})[0]
        chances: Floats = np.exp(log_softmax(scores))
        return chances


def _mark(token: Token, label: str) -> Span:
    return Span(token.doc, token.i, token.i + 1, label)


def candidates(doc: Doc) -> list[Token]:
    """Return the verbs and nouns that may tell an event. Needs a parse, `doc.ents`."""
    return [
        token
        for token in doc
        if token.pos_ in {"VERB", "NOUN"}
        and token.dep_ not in _PART_DEPS
        and token.ent_type_ not in NAME_LABELS
    ]


def inputs(doc: Doc, tokens: Sequence[Token]) -> tuple[Floats, Floats]:
    """Return what the model reads of words: vectors of each and its arguments, marks.

    The vectors are those of the word, its subject, object, first phrase, clause and
    governor, in a row, zeros where there is none; marks tell which there are.
    """
    arrays = encoded(doc)
    vectors = word_vectors(arrays)
    # Where each token's vector stands; the last place is for no token.
    rows = np.full(len(doc) + 1, -1)
    rows[arrays.words.tokens] = np.arange(len(vectors))
    with remembering(doc):
        around = [
            [len(doc) if word is None else word.i for word in _around(token)]
            for token in tokens
        ]
        told = [[test(token) for test in MARKS] for token in tokens]
    places = rows[np.array(around, np.int64).reshape(-1, PLACES)]
    found = vectors[places]
    found[places < 0] = 0
    marks = np.hstack((places >= 0, np.array(told, bool).reshape(-1, len(MARKS))))
    return found.reshape(len(tokens), -1), marks.astype(np.float32)


# The word itself and five around it.
PLACES = 6
MARKS = (
    lambda token: token.pos_ == "NOUN",
    is_passive,
    is_infinitive,
    has_negator,
    lambda token: bool(modals(token)),
    lambda token: token.dep_ in {"acl", "acl:relcl"},
    lambda token: token.dep_ == "conj",
)


def _around(token: Token) -> Iterator[Token | None]:
    yield token
    if token.pos_ == "VERB":
        yield _first(logical_subjects(token))
        yield _first(logical_objects(token))
    else:
        yield _first(c for c in token.children if c.dep_ in _OWNER_DEPS)
        yield _first(c for c in token.children if c.dep_ == "nmod")
    yield _first(c for c in token.children if c.dep_ in _PHRASE_DEPS)
    yield _first(clauses(token))
    yield token.head if token.head.i != token.i else None


def _first(tokens: "Iterator[Token] | Sequence[Token]") -> Token | None:
    return next(iter(tokens), None)
