"""Demonyms that stand for a person, "the Serb", for people, or a language."""

from spacy.tokens import Doc, Span, Token

from kg.annotate.names.component import NameSpan
from kg.english.lexicon import words
from kg.english.pronouns import Number
from kg.english.trees import lemma
from kg.gazetteer.states import find_state

# Where a word is part of another phrase: "the Serb minister".
_INNER_DEPS = frozenset({"amod", "compound", "nmod:desc", "flat", "advmod"})
_DETERMINERS = frozenset({"the", "a", "an", "this", "that", "another", "one"})
_AUXILIARIES = frozenset({"aux", "aux:pass", "cop"})
_QUANTITIES = words("quantities.nouns")
_QUANTIFIERS = frozenset({"many", "most", "other", "several", "some"})
_SPEAKING = frozenset({"speak", "learn", "teach", "understand"})
_OF_ONE = _DETERMINERS - {"the"}


def phrase_of_national(doc: Doc, name: NameSpan) -> tuple[Span, Number | None] | None:
    """Return the phrase of a demonym for one person, with its number.

    "the Serb" is singular; "the Portuguese" may be one or all of them (None). Other
    demonyms give None: "Serbs", "the Serb minister", "American". Needs a parse.
    """
    span = doc[name.start : name.end]
    if name.label == "PERSON" or not _is_demonym(span.text) or _is_plural(span):
        return None
    determiner = _determiner(span)
    if determiner is None or span.root.dep_ in _INNER_DEPS:
        return None
    # "Serb" and "Dutchwoman" have a plural of their own, "Portuguese" has none.
    has_plural = _is_demonym(f"{span.text}s") or span.text.endswith("man")
    is_singular = has_plural or determiner.lower_ in _OF_ONE
    is_one = is_singular or _is_with_one(span)
    return doc[determiner.i : name.end], "singular" if is_one else None


def are_people(name: Span) -> bool:
    """Tell a demonym for people, not for a state: "Serbs", "three Chinese".

    "Serb", "three Chinese firms" and "the Chinese" are none. Needs a parse.
    """
    root = name.root
    if root.dep_ in _INNER_DEPS and root.head.i > root.i:
        return False
    # In UD a quantity is the head of what it measures: "hundreds of Chinese".
    is_measured = root.dep_ == "nmod" and lemma(root.head) in _QUANTITIES
    before = (child for child in root.lefts if child.dep_ in {"nummod", "amod"})
    is_counted = is_measured or any(
        child.dep_ == "nummod" or child.lower_ in _QUANTIFIERS for child in before
    )
    return is_counted or _is_plural(name)


def is_language(doc: Doc, name: NameSpan) -> bool:
    """Tell whether a demonym names a language: "in French and English", "speak Thai".

    It stands alone; "in French hands" and "among Kenyans" are about people. Needs a
    parse.
    """
    span = doc[name.start : name.end]
    if name.label == "PERSON" or not _is_demonym(span.text) or _is_plural(span):
        return False
    root = span.root
    first = root.head if root.dep_ == "conj" else root
    after = doc[span.end : span.end + 1]
    if any(each.pos_ in {"NOUN", "PROPN", "ADJ"} for each in after):
        return False
    is_spoken = first.dep_ == "obj" and lemma(first.head) in _SPEAKING
    cases = {each.lower_ for each in first.children if each.dep_ == "case"}
    return is_spoken or (cases == {"in"} and _determiner(span) is None)


def _is_plural(span: Span) -> bool:
    is_plural = span.text.endswith("men") or (
        span.text.endswith("s") and _is_demonym(span.text[:-1])
    )
    return is_plural or "Plur" in span.root.morph.get("Number", [])


def _is_demonym(word: str) -> bool:
    found = find_state(word)
    return found is not None and found[1] == "demonym"


def _determiner(span: Span) -> Token | None:
    """Return the determiner of a demonym that stands alone: "the", "an"."""
    after = span.doc[span.end : span.end + 1]
    if any(token.pos_ in {"NOUN", "PROPN", "ADJ"} for token in after):
        return None
    # Behind a quotation the parse may have "the" with a noun in it: "said the Serb".
    before = [span.doc[span.start - 1]] if span.start else []
    found = (x for x in (*span.root.lefts, *before) if x.lower_ in _DETERMINERS)
    return next(found, None)


def _is_with_one(span: Span) -> bool:
    """Tell by the verb whether it is one person: "the Portuguese was freed"."""
    verb = span.root.head
    if span.root.dep_ not in {"nsubj", "nsubj:pass"}:
        return False
    words = [verb, *(child for child in verb.children if child.dep_ in _AUXILIARIES)]
    return any("Sing" in word.morph.get("Number", []) for word in words)
