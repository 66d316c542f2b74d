"""Measure syntax: tags, lemmas and trees on gold words and from raw text."""

from collections import Counter
from collections.abc import Iterable

from spacy.language import Language
from spacy.tokens import Doc, Token

from kg.annotate.encoder.component import encoded
from kg.train.scores import Agreement, percent
from kg.train.treebanks import Tree

_COLUMNS = {"UPOS": 3, "features": 5, "lemma": 2}
_SHOWN = ("UPOS", "features", "lemma", "UAS", "LAS")
_CLOSED = -9.0


def on_gold_words(nlp: Language, trees: list[Tree]) -> dict[str, float]:
    """Score tags and trees with the treebank's words and sentences given."""
    right: Counter[str] = Counter()
    for tree in trees:
        doc = gold_doc(nlp, tree, tree.starts)
        nlp.get_pipe("kg_encoder")(doc)
        encoded(doc).starts[:] = _CLOSED
        right += _compare(tree, list(nlp.get_pipe("kg_syntax")(doc)))
    return {name: percent(right[name], right["all"]) for name in _SHOWN}


def _compare(tree: Tree, tokens: list[Token]) -> Counter[str]:
    words = [token for token in tokens if not token.is_space]
    place = {token.i: number for number, token in enumerate(words)}
    right = Counter({"all": len(words)})
    for number, (row, token) in enumerate(zip(tree.rows, words, strict=True)):
        found = {"UPOS": token.pos_, "features": str(token.morph) or "_"}
        found["lemma"] = token.lemma_
        right.update(x for x, column in _COLUMNS.items() if found[x] == row[column])
        own = token.head.i == token.i
        head = 0 if own else place.get(token.head.i, number) + 1
        if head == tree.heads[number]:
            right["UAS"] += 1
            right["LAS"] += ("root" if own else token.dep_) == row[7]
    return right


def sentence_starts(nlp: Language, trees: list[Tree]) -> float:
    """Score sentence starts in the running words, F1; no paragraphs are given."""
    agreement = Agreement()
    for tree in trees:
        doc = gold_doc(nlp, tree, [])
        for name in ("kg_encoder", "kg_syntax"):
            doc = nlp.get_pipe(name)(doc)
        found = {token.i for token in doc if token.is_sent_start}
        agreement.add(set(tree.starts), found)
    return agreement.f1


def gold_doc(nlp: Language, tree: Tree, breaks: Iterable[int]) -> Doc:
    """Make a doc of the treebank's words, a newline before each of `breaks`."""
    opening = set(breaks) - {0}
    words: list[str] = []
    spaces: list[bool] = []
    for place, row in enumerate(tree.rows):
        if place in opening:
            words.append("\n")
            spaces.append(False)
        words.append(row[1])
        spaces.append("SpaceAfter=No" not in row[9])
    return Doc(nlp.vocab, words=words, spaces=spaces)


def from_raw_text(nlp: Language, trees: list[Tree]) -> dict[str, float]:
    """Score words, sentences and trees from text, F1 as in the CoNLL 2018 task."""
    names = ("words", "sentences", "UPOS", "UAS", "LAS")
    agreements = {name: Agreement() for name in names}
    for tree in trees:
        text, spans = raw_text(tree)
        doc = nlp(text)
        gold, found = _gold_facts(tree, spans), _found_facts(doc)
        for name in names:
            agreements[name].add(gold[name], found[name])
    return {name: agreement.f1 for name, agreement in agreements.items()}


def raw_text(tree: Tree) -> tuple[str, list[tuple[int, int]]]:
    """Rebuild a document's text, paragraphs apart, and its words' spans."""
    opening = set(tree.paragraphs) - {0}
    parts: list[str] = []
    spans: list[tuple[int, int]] = []
    size = 0
    for place, row in enumerate(tree.rows):
        gap = "\n\n" if place in opening else ""
        start = size + len(gap)
        spans.append((start, start + len(row[1])))
        after = "" if "SpaceAfter=No" in row[9] else " "
        parts += [gap, row[1], after]
        size = start + len(row[1]) + len(after)
    return "".join(parts), spans


Facts = dict[str, set]  # type: ignore[type-arg]


def _gold_facts(tree: Tree, spans: list[tuple[int, int]]) -> Facts:
    facts: Facts = {"words": set(spans), "UPOS": set(), "UAS": set(), "LAS": set()}
    facts["sentences"] = {spans[place][0] for place in tree.starts}
    for span, row, head in zip(spans, tree.rows, tree.heads, strict=True):
        upper = spans[head - 1] if head else None
        facts["UPOS"].add((span, row[3]))
        facts["UAS"].add((span, upper))
        facts["LAS"].add((span, upper, row[7]))
    return facts


def _found_facts(doc: Doc) -> Facts:
    facts: Facts = {"words": set(), "UPOS": set(), "UAS": set(), "LAS": set()}
    facts["sentences"] = {_first(sent.as_doc(), sent.start_char) for sent in doc.sents}
    for token in doc:
        if token.is_space:
            continue
        own = token.head.i == token.i
        span, upper = _span(token), None if own else _span(token.head)
        facts["words"].add(span)
        facts["UPOS"].add((span, token.pos_))
        facts["UAS"].add((span, upper))
        facts["LAS"].add((span, upper, "root" if own else token.dep_))
    return facts


def _first(sentence: Doc, start: int) -> int:
    """Return where a sentence's first word starts, white space before it aside."""
    return start + next((token.idx for token in sentence if not token.is_space), 0)


def _span(token: Token) -> tuple[int, int]:
    return token.idx, token.idx + len(token)
