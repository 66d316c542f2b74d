"""Nouns for what a text names: "the tanker Borea", and "the ship" that takes it up."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Span, Token

from kg.annotate.names.component import NameSpan, head_of
from kg.english.inflection import base_forms
from kg.english.lexicon import words
from kg.english.nouns import kind_of_thing, noun_classes
from kg.english.trees import has_dependent, has_feature, lemma
from kg.extract.mentions.nominals import Nominal, phrase_of, refers

# Nouns for the body whose name stands before them.
_BEHIND_NAMES = words("bodies.behind_names")
_STORMS = words("names.storms")
_CHARGING = words("saying.charging")
# What one does on trial; the noun itself, where it has "is".
_STANDING = frozenset({"face", "go", "stand", "trial"})
_HANGING = frozenset({"acl", "advcl"})
_PLACES = words("places.taken_up")
_DEFINITE = frozenset({"that", "the", "this"})
# From a noun to the name after it, and from a name to the noun after it.
_NAMING_DEPS = frozenset({"appos", "compound", "flat", "nmod:desc", "nmod:unmarked"})
# What follows "the law" and says itself which one.
_TELLING_DEPS = frozenset({"acl", "acl:relcl", "nmod", "appos"})
# Labels of what is neither a person nor a body.
_THINGS = frozenset({"OTHER", "WEAPON"})


def kinds_of(doc: Doc, name: NameSpan) -> tuple[str, ...]:
    """Return the nouns that say what a name stands for, its own and those beside it.

    "Hurricane Ida" gives "hurricane", "the Harbour Act" "act", "the tanker Borea"
    "tanker", "the Borea portal" "portal" where Borea is no body. Persons have titles
    instead; who is arrested or charged is "accused". Of places "the island of Lamu" and
    "Lake Lamu" tell it, and no name of a building: "the airport" is mostly where
    something is. Needs a parse.
    """
    if name.label == "PERSON":
        return ("accused",) if is_charged(head_of(doc, name)) else ()
    if name.label == "LOC":
        return tuple(dict.fromkeys(_nouns_of_place(doc[name.start : name.end])))
    found = [*_own_nouns(doc, name), *_nouns_beside(doc, name)]
    return tuple(dict.fromkeys(found))


def is_charged(name: Token) -> bool:
    """Tell whether a person is arrested or tried, or comes "charged with murder"."""
    clauses = [child for child in name.children if child.dep_ == "acl"]
    # "A builder, Ada Quill, came, charged with it."
    noun = name.head if name.dep_ == "appos" else name
    if noun.dep_ in {"obj", "nsubj:pass"}:
        clauses.append(noun.head)
    elif noun.dep_ == "nsubj":
        if _is_on_trial(noun.head):
            return True
        clauses += [child for child in noun.head.children if child.dep_ == "advcl"]
    return any(_is_of_charge(verb) for verb in clauses)


def _is_on_trial(predicate: Token) -> bool:
    """Tell "pleaded guilty", "stood trial", "went on trial" and "is on trial"."""
    if lemma(predicate) == "plead" and predicate.pos_ == "VERB":
        return has_dependent(predicate, "xcomp", "obj")
    nouns = [predicate, *(x for x in predicate.children if x.dep_ in {"obj", "obl"})]
    return (
        any(lemma(noun) == "trial" and _case_of(noun) in {"on", None} for noun in nouns)
        and lemma(predicate) in _STANDING
    )


def _is_of_charge(verb: Token) -> bool:
    if verb.dep_ in _HANGING and verb.lower_.endswith("ing"):
        return False
    return not _CHARGING.isdisjoint(base_forms(verb))


def _nouns_of_place(name: Span) -> Iterator[str]:
    """Yield the nouns that say what kind of place has a name.

    "Lake Lamu", "the island of Lamu" and "Lamu, an island" tell it, "the Lamu region"
    is more than Lamu.
    """
    if len(name) > 1:
        ends = (name[0], name[-1])
        yield from (end.lower_ for end in ends if end.lower_ in _PLACES)
    root = name.root
    nouns = [child for child in root.children if child.dep_ == "appos"]
    # "An island of Greece" is not Greece, "the island of Lamu" is Lamu.
    is_of = _case_of(root) == "of" and has_dependent(root.head, "det")
    if root.dep_ in _NAMING_DEPS or is_of or _is_told_by_be(root):
        nouns.append(root.head)
    for noun in nouns:
        is_beside = "appos" in {noun.dep_, root.dep_} or _is_told_by_be(root)
        is_known = is_beside or not _is_indefinite(noun)
        is_told = is_known and (is_beside or noun.i < name.start)
        if is_told and _is_one(noun) and lemma(noun) in _PLACES:
            yield lemma(noun)


def _case_of(name: Token) -> str | None:
    return next((c.lower_ for c in name.lefts if c.dep_ == "case"), None)


def _is_indefinite(noun: Token) -> bool:
    return any(child.lower_ in {"a", "an"} for child in noun.lefts)


def _is_told_by_be(name: Token) -> bool:
    """Tell whether a clause says what a name is: "Lamu is an island"."""
    return name.dep_ == "nsubj" and has_dependent(name.head, "cop")


def _own_nouns(doc: Doc, name: NameSpan) -> Iterator[str]:
    """Yield the nouns in a thing's name: of "Resolution 12" the one with the number."""
    if name.label not in _THINGS or name.end - name.start < 2:
        return
    parts = [token for token in doc[name.start : name.end] if not token.like_num]
    yield from (token.lower_ for token in parts if token.lower_ in _STORMS)
    if parts:
        yield parts[-1].lower_


def _nouns_beside(doc: Doc, name: NameSpan) -> Iterator[str]:
    """Yield nouns beside a name; those after it say more of things than of bodies.

    "The Borea summit" is no Borea where that is a body. What kind of body it is tells
    none apart, "the company" may be any, but for "the Borea party".
    """
    root = doc[name.start : name.end].root
    if name.start and doc[name.start - 1].lower_ in _STORMS:
        yield doc[name.start - 1].lower_
    hanging = [child for child in root.children if child.dep_ in _NAMING_DEPS]
    for noun in (*hanging, *([root.head] if root.dep_ in _NAMING_DEPS else [])):
        is_apart = "appos" in {noun.dep_, root.dep_}
        is_told = is_apart or noun.i < name.start or name.label == "OTHER"
        is_behind = noun.i == name.end and lemma(noun) in _BEHIND_NAMES
        if _is_one(noun) and (is_behind or (is_told and not noun_classes(noun))):
            yield lemma(noun)


def _is_one(noun: Token) -> bool:
    return noun.pos_ == "NOUN" and not has_feature(noun, "Number", "Plur")


def things(
    doc: Doc, names: Sequence[NameSpan], kinds: Sequence[str]
) -> Iterator[Nominal]:
    """Yield the phrases that take up a named thing, in text order: "the ship".

    `kinds` are the nouns for what the text names, as `kinds_of` gives them. "A ship"
    and "the ship that sank" take up nothing. Needs a parse.
    """
    known = {kind_of_thing(noun) for noun in kinds}
    named = {i for name in names for i in range(name.title_start, name.end)}
    for token in doc:
        if token.i in named or kind_of_thing(lemma(token)) not in known:
            continue
        if not _is_one(token) or noun_classes(token):
            continue
        if _is_taken_up(token) and refers(token, named):
            yield Nominal(token, phrase_of(token), "THING", "singular", ())


def _is_taken_up(noun: Token) -> bool:
    """Tell "the ship" from "a ship", "the other ship" and "the ship that sank"."""
    before = [child for child in noun.lefts if child.dep_ != "case"]
    is_bare = [child.lower_ in _DEFINITE for child in before] == [True]
    is_told = any(child.dep_ in _TELLING_DEPS for child in noun.rights)
    return is_bare and not is_told
