"""Common-noun phrases that stand for people, groups, bodies and states."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from kg.annotate.names.component import NameSpan
from kg.english.clauses import SAYING
from kg.english.inflection import base_forms
from kg.english.lexicon import words
from kg.english.nouns import HUMAN, noun_classes, office_in_initials
from kg.english.pronouns import Number
from kg.english.trees import lemma

_LEFT_DEPS = frozenset(
    {"det", "amod", "compound", "nummod", "nmod:poss", "advmod", "nmod", "det:predet"}
    | {"nmod:desc", "punct", "case", "nmod:unmarked"}
)
_COUNT_DEPS = frozenset({"det", "nummod", "det:predet"})
_SIDES = frozenset({"parties", "sides"})
_TWO = frozenset({"both", "two"})
_NO_REFERENT = words("function_words.without_referent")
_DETERMINERS = words("function_words.opening_determiners")
# "the" before these: a part of the world, or of a divided country.
_DIRECTIONS = frozenset({"West", "North", "South"})
# A longer phrase after "of" tells a story of its own: "the head of the group that ...".
_LONGEST_COMPLEMENT = 6
# "both sides" are two parties, "the other side" may be a street's.
_DESCRIBING_DEPS = frozenset(
    {"compound", "nmod:desc", "flat", "amod", "fixed", "vocative"}
)
_ONE_OF_SEVERAL = words("people.one_of_several")
_SPOKESPERSONS = frozenset({"spokesman", "spokesperson", "spokeswoman"})
# What a candidate for an office has, and is no body where nobody owns it.
_CAMPAIGNS = words("people.campaigns")


@dataclass(frozen=True, slots=True)
class Nominal:
    """A noun phrase, its head and what it stands for.

    `label` is PERSON, GROUP, ORG, STATE or THING; `modifiers` are the words before the
    head that say which one, in lower case: "foreign" of "the foreign minister".
    """

    head: Token
    span: Span
    label: str
    number: Number | None
    modifiers: tuple[str, ...]


def nominals(doc: Doc, names: Sequence[NameSpan]) -> Iterator[Nominal]:
    """Yield the noun phrases that stand for actors, in text order.

    "the North Korean foreign minister" (PERSON), "U.S. officials" (GROUP), "the
    military alliance" (ORG), "the two countries" (STATE). Predicates, titles before
    names and phrases under "no" are left out. Needs a parse.
    """
    named = {i for name in names for i in range(name.title_start, name.end)}
    for token in doc:
        if token.i in named or token.pos_ not in {"NOUN", "PROPN", "ADJ"}:
            continue
        if token.text in _DIRECTIONS:
            yield from _direction(token)
            continue
        label = _label(token)
        is_meant = refers(token, named) or _is_spoken_for(token)
        if label is not None and is_meant:
            yield Nominal(
                head=token,
                span=phrase_of(token),
                label=label,
                number=_number(token),
                modifiers=_modifiers(token),
            )


def _is_spoken_for(token: Token) -> bool:
    """Tell whether a body is that of a spokesman: "a ministry spokesman"."""
    is_before = token.dep_ == "compound" and lemma(token.head) in _SPOKESPERSONS
    return is_before and token.is_lower and "body" in noun_classes(token)


def _direction(token: Token) -> Iterator[Nominal]:
    """Yield "the West", "the North" where they stand alone."""
    doc, index = token.doc, token.i
    if index > 0 and doc[index - 1].lower_ == "the" and not _opens_name(token):
        yield Nominal(token, doc[index : index + 1], "GROUP", "singular", ())


def _opens_name(token: Token) -> bool:
    """Tell "the West Coast", "the North-East" and "the South of France" from the West.

    "accused the West of lying" is no name: no capital and no article follows "of".
    """
    after = [following.text for following in token.doc[token.i + 1 : token.i + 3]]
    if not after:
        return False
    if after[0] == "of":
        return after[-1] == "the" or after[-1][:1].isupper()
    return after[0] == "-" or after[0][:1].isupper()


def _tells_age(token: Token) -> bool:
    """Tell whether a phrase says how old somebody is and no more: "the 22-year-old"."""
    if token.lower_ != "old":
        return False
    before = token.doc[max(token.i - 2, 0) : token.i]
    is_age = [x.lower_ for x in before] == ["year", "-"]
    return is_age and token.dep_ in {"nsubj", "nsubj:pass", "obj", "obl"}


def _is_one_who_speaks(token: Token) -> bool:
    """Tell whether one of several persons speaks: "the third said"."""
    is_one = token.lower_ in _ONE_OF_SEVERAL and token.dep_ == "nsubj"
    return is_one and not SAYING.isdisjoint(base_forms(token.head))


def _label(token: Token) -> str | None:
    """Return what a noun stands for: an officer is a PERSON, officers are a GROUP."""
    classes = noun_classes(token)
    if token.lemma_.lower() in _CAMPAIGNS:
        is_owned = any(child.ent_type_ == "PERSON" for child in token.lefts)
        return "ORG" if is_owned else None
    if _are_two_sides(token):
        return "STATE"
    if _tells_age(token) or _is_one_who_speaks(token):
        return "PERSON"
    if not classes or token.pos_ == "ADJ":
        return None
    if "people" in classes:
        return "GROUP"
    if classes & HUMAN:
        return "PERSON" if _number(token) == "singular" else "GROUP"
    return "STATE" if "state" in classes else "ORG"


def _are_two_sides(token: Token) -> bool:
    """Tell "both sides" and "the two parties" of a matter from the sides of a road."""
    if token.lower_ not in _SIDES:
        return False
    counts = {child.lower_ for child in token.lefts if child.dep_ in _COUNT_DEPS}
    is_of = any(child.dep_ == "nmod" for child in token.rights)
    return not counts.isdisjoint(_TWO) and not is_of


def refers(token: Token, named: set[int]) -> bool:
    """Tell whether a noun stands for somebody, rather than describing something.

    `named` are the words of names. "A minister" does, "as minister" does not.
    """
    if token.dep_ in _DESCRIBING_DEPS or _is_said_of_name(token, named):
        return False
    before = {child.dep_: child for child in token.children if child.i < token.i}
    if _is_predicate_or_role(token, before):
        return False
    determiner = before.get("det")
    if determiner is None or determiner.lower_ not in _NO_REFERENT:
        return True
    # "another minister" is nobody yet; a name right beside it says who.
    return any(child.dep_ == "appos" and child.i in named for child in token.children)


def _is_predicate_or_role(token: Token, before: Mapping[str, Token]) -> bool:
    """Tell "she is a minister", "as minister" and "like a minister" from a minister."""
    return "cop" in before or before.get("case", token).lower_ in {"as", "like"}


def _is_said_of_name(token: Token, named: set[int]) -> bool:
    """Tell whether a noun stands beside a name that it describes: "Ada, a builder".

    The parse may make "chipmaker Quill" two subjects of one verb.
    """
    after = token.i + 1
    is_bare = not any(child.dep_ == "det" for child in token.lefts)
    return (token.dep_ == "appos" and token.head.i in named) or (
        is_bare
        and after in named
        and token.doc[after].head == token.head
        and token.dep_ == token.doc[after].dep_ == "nsubj"
    )


def phrase_of(token: Token) -> Span:
    """Return a noun with what modifies it, up to a short phrase with "of" after it."""
    return token.doc[_phrase_start(token) : _phrase_end(token)]


def _phrase_start(token: Token) -> int:
    start = token.i
    for child in sorted(token.lefts, key=lambda child: -child.i):
        if child.dep_ not in _LEFT_DEPS or child.right_edge.i != start - 1:
            break
        # A preposition and a comma end the phrase, the hyphen of "co-author" does not.
        if child.dep_ in {"case", "punct"} and child.text != "-":
            break
        if child.lower_ == "not":
            break
        start = child.left_edge.i
    while start < token.i and _opens_no_phrase(token.doc[start]):
        start += 1
    return start


def _opens_no_phrase(token: Token) -> bool:
    """Tell whether a word before a phrase joins it to others: "in the assembly"."""
    joins = token.pos_ in {"ADP", "CCONJ"}
    # "At least three" is a number.
    return token.is_space or (joins and token.nbor().lower_ not in {"least", "most"})


def _phrase_end(token: Token) -> int:
    end = token.i + 1
    first = next(token.rights, None)
    if first is None or first.dep_ != "nmod" or first.left_edge.i != end:
        return end
    size = first.right_edge.i - first.left_edge.i
    is_of = any(part.lower_ == "of" for part in first.lefts)
    return first.right_edge.i + 1 if is_of and size < _LONGEST_COMPLEMENT else end


def _number(token: Token) -> Number:
    value = token.morph.get("Number", [])
    if value:
        # UD's Ptan are nouns of plural form alone, such as "troops".
        return "plural" if value[0] in {"Plur", "Ptan"} else "singular"
    is_plural = token.lower_ != token.lemma_.lower() and token.lower_.endswith("s")
    return "plural" if is_plural else "singular"


def _modifiers(token: Token) -> tuple[str, ...]:
    before = token.doc[_phrase_start(token) : token.i]
    return office_in_initials(token)[:-1] + tuple(
        word.lower_
        for word in before
        if not (word.is_punct or word.is_space or word.pos_ in {"PART", "DET"})
        and word.lower_ not in _DETERMINERS
    )
