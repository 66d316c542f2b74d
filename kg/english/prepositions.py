"""Prepositional phrases of a word, and what a relative pronoun stands for.

Everything here reads a parse in Universal Dependencies (UD) and returns head words.
"""

from collections.abc import Iterator, Mapping, Sequence

from spacy.tokens import Token

from kg.english.lexicon import words
from kg.english.memory import remembered
from kg.english.trees import coordinated, has_dependent

RELATIVE_PRONOUNS = frozenset({"who", "which", "that", "whom"})
_PHRASE_DEPS = frozenset({"obl", "nmod"})
# Between a relative pronoun and the clause it opens: "who came and tried to go".
_LINKING_DEPS = frozenset({"conj", "xcomp", "ccomp"})
_TIME_NOUNS = words("calendar.names") | words("calendar.nouns")
_COMPOUND_PREPOSITIONS = words("function_words.compound_prepositions")


@remembered
def phrases(head: Token) -> Mapping[str, Sequence[Token]]:
    """Return the head words of a word's prepositional phrases, by preposition.

    "met with Ada and Bo in Oslo" gives {"with": [Ada, Bo], "in": [Oslo]} for "met". A
    phrase that only dates ("on Friday") is left out. Needs a parse and `doc.ents`.
    """
    found: dict[str, list[Token]] = {}
    for child in head.children:
        if not _is_prepositional(child):
            continue
        for preposition in _prepositions(child):
            heads = [head for head in meant_by(child) if not _is_time(head)]
            found.setdefault(preposition, []).extend(heads)
    return {preposition: heads for preposition, heads in found.items() if heads}


def heads_after(
    found: Mapping[str, Sequence[Token]], *prepositions: str
) -> list[Token]:
    """Return the head words after the given prepositions, in the order given.

    `found` is what `phrases` returns: of {"in": [Oslo], "by": [Ada]}, "by" and "in"
    give Ada, then Oslo; "to" gives nothing.
    """
    return [head for preposition in prepositions for head in found.get(preposition, ())]


def meant_by(token: Token) -> Iterator[Token]:
    """Yield a word and those coordinated with it; of "who", the word it stands for.

    In "Ada and Bo" the word "Ada" yields both; in "the envoy who left" the word "who"
    yields "envoy", in "Ada and Bo, who left" both, in "it was Ada that left" the word
    "that" yields "Ada". Needs a parse.
    """
    if token.lower_ in RELATIVE_PRONOUNS:
        clause = _relative_clause(token)
        if clause is not None:
            yield from _described(clause)
            return
    yield from coordinated(token)


def name_described(noun: Token) -> Token:
    """Return the name that a noun beside it describes, else the noun itself.

    "Hamas, a group that ..." gives "Hamas" for "group". Needs a parse.
    """
    is_beside_name = noun.dep_ == "appos" and noun.head.pos_ == "PROPN"
    return noun.head if is_beside_name else noun


def word_before(pronoun: Token) -> Token:
    """Return the word before one in its sentence, marks aside; the mark where none is.

    In "Oslo, which fell" it is "Oslo" for "which".
    """
    before = pronoun.i - 1
    while before > pronoun.sent.start and pronoun.doc[before].is_punct:
        before -= 1
    return pronoun.doc[max(before, 0)]


def has_preposition(noun: Token) -> bool:
    """Tell whether a noun has a preposition or a possessive sign (UD's `case`).

    "with Ada" and "Ada's" have one, the Ada of "met Ada" has none. Needs a parse.
    """
    return has_dependent(noun, "case")


def _described(clause: Token) -> Iterator[Token]:
    """Yield the word that a relative clause describes, or all of a list of names.

    "a nurse and poet who left" is one person.
    """
    noun = name_described(clause.head)
    yield noun
    for other in coordinated(noun):
        is_name = noun.pos_ == other.pos_ == "PROPN"
        if is_name and noun.i < other.i < clause.left_edge.i:
            yield other


def _relative_clause(pronoun: Token) -> Token | None:
    for ancestor in pronoun.ancestors:
        if ancestor.dep_ == "acl:relcl" or _is_of_cleft(ancestor):
            return ancestor
        if ancestor.dep_ not in _LINKING_DEPS:
            return None
    return None


def _is_of_cleft(clause: Token) -> bool:
    """Whether a clause tells of the word set off before it: "It was Oslo that left"."""
    return clause.dep_ == "advcl:relcl" and has_dependent(clause.head, "expl")


def _is_prepositional(child: Token) -> bool:
    relation = child.dep_.partition(":")[0]
    if relation in {"obj", "iobj"}:
        # The parser calls some phrases objects: "urged on Rome".
        return has_preposition(child)
    return relation in _PHRASE_DEPS and child.dep_ != "nmod:poss"


def _is_time(token: Token) -> bool:
    return token.ent_type_ in {"DATE", "TIME"} or token.lemma_.lower() in _TIME_NOUNS


def _prepositions(noun: Token) -> list[str]:
    """Return a phrase's prepositions; of "according to" only "according".

    UD hangs the second word of a compound preposition under the first (`fixed`); some
    parses make both of them `case`. In "by director Ada Quill" a parse may hang "by" on
    the title.
    """
    titles = [child for child in noun.children if child.dep_ == "nmod:desc"]
    words_ = (noun, *(title for title in titles if title.i < noun.i))
    cases = [x for word in words_ for x in word.children if x.dep_ == "case"]
    forms = {case.lower_ for case in cases}
    forms.update(part.lower_ for case in cases for part in case.children)
    return sorted(_COMPOUND_PREPOSITIONS & forms or forms)
