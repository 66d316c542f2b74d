"""Whether an attribution is a statement: what can be called true, false or wanted."""

from collections.abc import Collection, Iterator, Sequence

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from kg.annotate.conduct import is_conduct
from kg.annotate.courtesies import is_courtesy
from kg.annotate.encoder.arrays import Floats, log_softmax
from kg.annotate.encoder.component import drop_encoded, encoded, word_vectors
from kg.annotate.encoder.weights import Weights, open_weights
from kg.annotate.layout.pieces import by_number, pieces
from kg.annotate.quotes import quoted_tokens
from kg.english.trees import lemma

# The classes, in the order of the weights: said or held; conduct with an attitude, a
# bare topic; a deed, a fragment.
STATEMENT, BEYOND, NEITHER = range(3)
# From these probabilities on an attribution is a statement, or neither of the others.
# Of 2,536 judged rows, in five folds by article, 94 of 100 statements stay with the
# first, and 94 of 100 rows that stay are some; of what the second drops 83 are neither.
_LEAST_STATEMENT = 0.55
_MOST_NEITHER = 0.7
_RELATIONS = ("ccomp", "xcomp", "obj", "parataxis", "obl", "advcl", "iobj", "nsubj")
_CLAUSE, _SHORT_CLAUSE = {"direct", "has subject"}, "words <= 4"
_CALLING = frozenset({"call", "phone", "telephone", "ring"})
_SIDES = frozenset({"for", "against"})
# A content of no more words is short in one of as many ways.
_SHORT = (1, 2, 4, 8)


@Language.factory(
    "kg_standing", assigns=["doc.spans"], default_config={"model": None, "threads": 0}
)
def make_standing(
    nlp: Language, name: str, model: str | None, threads: int
) -> "Standing":
    """Create the component that tells statements from other attributions."""
    return Standing(open_weights(model, threads))


class Standing:
    """Drop the attributions that state nothing, and mark those beyond statements.

    "He signed the truce" goes from `doc.spans["attribution"]`; "he tried to flee", of
    which nobody says a word, stays, and its first span stands in `doc.spans["beyond"]`,
    too. A softmax regression over the encoder's vectors of cue and content and some
    features of grammar; a quoted clause is always a statement, greetings and thanks
    never are, nor is what people are due to do. The last component that reads the
    encoder's arrays: it frees them. Needs a parse and the spans of "quotes" and
    "attribution".
    """

    def __init__(self, weights: Weights) -> None:
        self._weights = weights

    def __call__(self, doc: Doc) -> Doc:
        groups = by_number(doc.spans.get("attribution", ()))
        rows = inputs(doc)
        kept: list[Span] = []
        beyond: list[Span] = []
        for spans, scores, features in zip(
            groups.values(), self._judge(rows), rows.features, strict=True
        ):
            if is_courtesy(pieces(spans, "CONTENT")) or _is_call(spans):
                kept += spans
                beyond.append(spans[0])
                continue
            if _is_quoted_clause(features) or _is_vote(spans):
                kept += spans
                continue
            if scores[NEITHER] >= _MOST_NEITHER:
                continue
            kept += spans
            if scores[STATEMENT] < _LEAST_STATEMENT or _tells_conduct(spans):
                beyond.append(spans[0])
        doc.spans["attribution"], doc.spans["beyond"] = kept, beyond
        drop_encoded(doc)
        return doc

    def _judge(self, rows: "Rows") -> Floats:
        """Return each attribution's probabilities of the classes, a row each."""
        if not rows.features:
            return np.zeros((0, 3), np.float32)
        standing = self._weights.standing
        scores = rows.vectors @ standing.vectors + standing.bias
        index = {name: row for row, name in enumerate(standing.features)}
        for place, names in enumerate(rows.features):
            for name in names:
                if name in index:
                    scores[place] += standing.grammar[index[name]]
        probabilities: Floats = np.exp(log_softmax(scores))
        return probabilities


def _is_call(spans: Sequence[Span]) -> bool:
    """Whether what is called is a person, and nothing: "Ada called Bo Moss"."""
    cue, contents = _cue_of(spans), pieces(spans, "CONTENT")
    if cue is None or lemma(cue.root) not in _CALLING or len(contents) != 1:
        return False
    head = contents[0].root
    is_object = head.dep_ == "obj" and head.head.i == cue.root.i
    return is_object and head.ent_type_ == "PERSON" and not _has_predicate(cue.root)


def _has_predicate(verb: Token) -> bool:
    return any(child.dep_ in {"xcomp", "ccomp"} for child in verb.children)


def _is_vote(spans: Sequence[Span]) -> bool:
    """Whether somebody takes a side by voting: "Chad voted against the motion"."""
    cue = _cue_of(spans)
    if cue is None or lemma(cue.root) != "vote":
        return False
    return cue[-1].lower_ in _SIDES and bool(pieces(spans, "SOURCE"))


def _tells_conduct(spans: Sequence[Span]) -> bool:
    return is_conduct(_cue_of(spans), next(iter(pieces(spans, "SOURCE")), None))


def _is_quoted_clause(features: Collection[str]) -> bool:
    """Whether a quotation has a subject and some words: somebody said a sentence.

    Of 279 such rows that readers judged 272 are statements, whatever the cue.
    """
    return set(features) >= _CLAUSE and _SHORT_CLAUSE not in features


class Rows:
    """What the regression reads of a doc's attributions, in the order of their spans.

    `vectors` has a row each: the cue's head's, then the mean of the content's words';
    `features` the names of the features that hold.
    """

    def __init__(self, vectors: Floats, features: Sequence[Sequence[str]]) -> None:
        self.vectors = vectors
        self.features = features


def inputs(doc: Doc) -> Rows:
    """Read off what tells statements from the rest; needs what `Standing` needs."""
    arrays = encoded(doc)
    groups = by_number(doc.spans.get("attribution", ())).values()
    vectors = word_vectors(arrays)
    words = {int(token): word for word, token in enumerate(arrays.words.tokens)}
    quoted = quoted_tokens(doc)
    found = np.zeros((len(groups), 2 * vectors.shape[1]), np.float32)
    for row, spans in zip(found, groups, strict=True):
        cue, content = _cue_of(spans), pieces(spans, "CONTENT")
        for half, tokens in zip(
            np.split(row, 2),
            ([cue.root] if cue else [], [t for span in content for t in span]),
            strict=True,
        ):
            inside = [words[token.i] for token in tokens if token.i in words]
            if inside:
                half[:] = vectors[inside].mean(axis=0)
    return Rows(found, [list(_features(spans, quoted)) for spans in groups])


def _cue_of(spans: Sequence[Span]) -> Span | None:
    return min(pieces(spans, "CUE"), key=lambda span: span.start, default=None)


def _features(spans: Sequence[Span], quoted: frozenset[int]) -> Iterator[str]:
    """Yield the names of the grammar's features that hold for an attribution."""
    cue, contents = _cue_of(spans), pieces(spans, "CONTENT")
    has_source = bool(pieces(spans, "SOURCE"))
    if has_source:
        yield "source"
    if cue is None:
        yield "no cue"
    else:
        yield from _features_of_cue(cue.root, has_source=has_source)
    if contents:
        yield from _features_of_content(contents, cue, quoted)


def _features_of_cue(head: Token, *, has_source: bool) -> Iterator[str]:
    yield f"cue {head.pos_}"
    relations = {child.dep_ for child in head.children}
    yield from (f"has {each}" for each in _RELATIONS if each in relations)
    if not relations.isdisjoint({"nsubj:pass", "aux:pass"}):
        yield "passive"
        if not has_source:
            yield "passive of nobody"


def _features_of_content(
    contents: Sequence[Span], cue: Span | None, quoted: frozenset[int]
) -> Iterator[str]:
    tokens = [token for span in contents for token in span if not token.is_space]
    head = max(contents, key=len).root
    yield f"content {head.pos_}"
    yield f"content is {head.dep_}"
    if cue is not None and head.head.i == cue.root.i:
        yield "content of cue"
    if any(token.pos_ in {"VERB", "AUX"} for token in tokens):
        yield "has verb"
    if any(token.dep_.startswith("nsubj") for token in tokens):
        yield "has subject"
    yield from (f"words <= {most}" for most in _SHORT if len(tokens) <= most)
    inside = sum(token.i in quoted for token in tokens)
    yield "direct" if inside == len(tokens) else "mixed" if inside else "indirect"
