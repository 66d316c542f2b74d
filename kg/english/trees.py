"""Walk a tree of Universal Dependencies: phrases, coordination, names, sentences."""

from collections.abc import Iterator
from functools import lru_cache

from spacy.tokens import Span, Token

from kg.english.memory import remembered

CLAUSE_POS = frozenset({"VERB", "AUX"})
LINKING_POS = frozenset({"ADP", "CCONJ", "DET"})
NOUN_POS = frozenset({"NOUN", "PROPN"})
# Dependents that belong to a name or noun phrase but say something of their own.
_LOOSE_DEPS = frozenset(
    {"acl", "acl:relcl", "advcl:relcl", "appos", "cc", "conj", "parataxis", "punct"}
    | {"dep", "list"}
)


def core_phrase(token: Token) -> Span:
    """Return the contiguous phrase around a head word without its loose parts.

    "the young mayor of Oslo, who left" gives "the young mayor of Oslo" for "mayor".
    Needs a parse.
    """
    kept = {token.i}
    for child in token.children:
        if child.dep_ not in _LOOSE_DEPS and child.dep_ != "case":
            kept.update(part.i for part in child.subtree)
    # A parse may cross brackets or quotations, so the kept words can have gaps.
    start = end = token.i
    while start - 1 in kept:
        start -= 1
    while end + 1 in kept:
        end += 1
    return token.doc[start : end + 1]


def coordinated(token: Token) -> Iterator[Token]:
    """Yield a head word and the words coordinated with it, in text order.

    "Ada and Bo" yields both from "Ada", and only "Bo" from "Bo". Needs a parse; with
    `doc.ents` the second of three persons, too, which looks like an apposition.
    """
    yield token
    for child in token.children:
        if child.dep_ == "conj" or _is_listed(child):
            yield from coordinated(child)


def _is_listed(name: Token) -> bool:
    """Tell whether a person is second in a list: "Ada Moss, Bo Reed and Cy Dunn"."""
    if name.dep_ != "appos" or name.ent_type_ != "PERSON":
        return False
    beside = list(name.head.children)
    # The first may stand behind its title: "Secretary Ada Moss, Bo Reed and Cy Dunn".
    first = [c for c in beside if c.dep_ in {"flat", "appos"} and c.i < name.i]
    goes_on = any(c.dep_ == "conj" and c.i > name.i for c in beside)
    return goes_on and any(word.ent_type_ == "PERSON" for word in [name.head, *first])


def is_name_beside(name: Token) -> bool:
    """Tell whether a person's name stands behind the noun that says who it is.

    "the mayor of Bern, Ada Moss": an apposition, for which a parse may take a bare
    modifier. Needs a parse and `doc.ents`.
    """
    if name.dep_ == "appos":
        return True
    first = name.left_edge.i
    is_bare = name.dep_ == "nmod" and not has_dependent(name, "case")
    is_apart = first > name.head.i and "," in name.doc[first - 1 : first + 1].text
    return is_bare and is_apart and name.ent_type_ == "PERSON"


def has_dependent(token: Token, *relations: str) -> bool:
    """Tell whether a word has a dependent in one of the relations of UD.

    In "Ada spoke" the verb has an `nsubj` and no `obj`. Needs a parse.
    """
    return any(child.dep_ in relations for child in token.children)


def dependent_words(token: Token, *relations: str) -> set[str]:
    """Return a word's dependents in the given relations of UD, in lower case.

    In "to leave without Bo" the relation `case` of "Bo" gives {"without"}. Needs a
    parse.
    """
    return {child.lower_ for child in token.children if child.dep_ in relations}


def lemma(token: Token) -> str:
    """Return a word's lemma in lower case: "Talks" gives "talk"."""
    return token.lemma_.lower()


def name_of(token: Token) -> Span:
    """Return the whole name that a word is part of, else the word alone.

    Any word of "Ada Berg" gives "Ada Berg". Needs `doc.ents`.
    """
    doc, start, end = token.doc, token.i, token.i + 1
    if token.ent_type_:
        while start > 0 and doc[start].ent_iob_ == "I":
            start -= 1
        while end < len(doc) and doc[end].ent_iob_ == "I":
            end += 1
    return doc[start:end]


@remembered
def sentence_of(token: Token) -> Span:
    """Return the sentence that a word stands in. Needs sentence boundaries.

    spaCy's own `Token.sent` reads the article from its start each time, which makes a
    long article quadratic.
    """
    doc, start, end = token.doc, token.i, token.i + 1
    while start > 0 and not doc[start].is_sent_start:
        start -= 1
    while end < len(doc) and not doc[end].is_sent_start:
        end += 1
    return doc[start:end]


def has_feature(token: Token, name: str, value: str) -> bool:
    """Tell whether a word has a value of a morphological feature of UD.

    "went" has the value "Past" of "Tense". Needs morphology.
    """
    return (name, value) in _features(str(token.morph))


@lru_cache(maxsize=4096)
def _features(morphology: str) -> frozenset[tuple[str, str]]:
    """Return each feature with each of its values: "Number=Plur|PronType=Int,Rel"."""
    pairs = (part.partition("=") for part in morphology.split("|"))
    return frozenset((name, one) for name, _, all_ in pairs for one in all_.split(","))
