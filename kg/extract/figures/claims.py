"""What a figure claims: of which things, what happened to them, where and when."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from spacy.tokens import Span, Token

from kg.english.arguments import surface_subjects
from kg.english.inflection import singular
from kg.english.lexicon import words
from kg.english.trees import CLAUSE_POS, NOUN_POS, lemma, name_of, sentence_of
from kg.extract.events.participants import places
from kg.extract.figures.casualties import harms, is_toll
from kg.extract.figures.unit_names import unit_names
from kg.extract.figures.units import Unit
from kg.extract.findings import Argument, Claim
from kg.extract.spans import phrase_argument
from kg.extract.times.attachment import times_within, when_of
from kg.records import When

_ANYBODY = words("quantities.anybody")
_FURTHER = words("quantities.further")
_FORMER = words("quantities.former")
_MODIFIER_DEPS = frozenset({"amod", "compound", "nmod", "nmod:poss", "nmod:desc"})
_NAMING_DEPS = frozenset({"compound", "amod", "nmod:poss"})
_SHARING_DEPS = frozenset({"conj", "advcl", "xcomp", "parataxis", "acl"})
_MONEY_DEPS = frozenset({"compound", "nummod", "amod", "nmod"})
# So many words on, the next item of a list begins: "21 in Oslo, 36 in Bergen".
_LIST_ITEM = 12
# A sentence with a time so long or so long ago tells of something else than the news.
_MONTH = 31
_LONG_AGO = 14


def claim(
    number: Span, unit: Unit, times: Sequence[When], published: date | None
) -> Claim:
    """Return what a figure claims; `number` are its words, `times` the article's.

    Of "killed 12 civilians in Oslo on Monday" that civilians were, in Oslo, on that
    Monday. Needs names and a dependency parse.
    """
    noun = unit.noun if unit.noun is not None else _noun_of_money(number, unit)
    anchor = number.root if noun is None or is_toll(noun) else noun
    chain = list(_predicates(anchor))
    beside = [noun for token in chain for noun in _beside(token)]
    return Claim(
        counted=_counted(noun, unit),
        deed=_deed(chain, unit),
        place=_place([*([noun] if noun else []), anchor, *chain, *beside]),
        when=_when([anchor, *chain], noun, times, published),
        predicates=tuple(token.idx for token in (anchor, *chain, *beside)),
        is_part=_is_part(number, anchor, chain) or _is_for_one_reason(chain, unit),
        is_former=_is_former(number, noun, anchor),
    )


def _noun_of_money(number: Span, unit: Unit) -> Token | None:
    """Return "loan" of "a $5m loan" and "a loan of $5m", "aid" of "$5m in aid"."""
    if not unit.name.isupper():
        return None
    root = number.root
    inside = [child for child in root.children if child.i > unit.last.i]
    ends = [
        child for child in inside if child.dep_ == "nmod" and _has_case(child, "in")
    ]
    if ends:
        return ends[0]
    is_beside = root.dep_ in _MONEY_DEPS and root.head.pos_ in NOUN_POS
    return root.head if is_beside and root.head != unit.last else None


def _predicates(token: Token) -> Iterator[Token]:
    """Yield the words above one up to its predicate, and those that share its time."""
    is_found = False
    while token.head != token:
        if is_found and token.dep_.split(":")[0] not in _SHARING_DEPS:
            return
        token = token.head
        is_found = token.pos_ in CLAUSE_POS or any(
            child.dep_.startswith("nsubj") for child in token.children
        )
        yield token


def _counted(noun: Token | None, unit: Unit) -> str | None:
    if noun is None:
        return None if unit.name.isupper() or unit.name == "percent" else "people"
    one = singular(noun.lower_)
    kept = [
        child.lower_
        for child in noun.children
        if child.i < noun.i and child.dep_ in _MODIFIER_DEPS and _tells_apart(child)
    ]
    is_anybody = noun.ent_type_ == "NORP" or bool({one, lemma(noun)} & _ANYBODY)
    if is_toll(noun) or (is_anybody and not kept):
        return "people"
    return " ".join([*kept, one])


def _tells_apart(modifier: Token) -> bool:
    if modifier.pos_ in {"NUM", "SYM", "PRON"} or modifier.ent_type_ in {"NORP", "LOC"}:
        return False
    if modifier.lower_ in _FURTHER | _FORMER or not modifier.is_alpha:
        return False
    # Of "25 injured people" the unit says that they were.
    return modifier.lower_ not in unit_names("adjectives")


def _deed(chain: Sequence[Token], unit: Unit) -> str | None:
    """Return what people suffer or do: "killed", "march"; things only exist."""
    if unit.name in harms():
        return unit.name
    verbs = [token for token in chain if token.pos_ in CLAUSE_POS]
    return lemma(verbs[0]) if unit.name == "people" and verbs else None


def _beside(predicate: Token) -> Iterator[Token]:
    """Yield the nouns by which a clause tells of its event: "died in a bombing"."""
    if predicate.pos_ not in CLAUSE_POS:
        return
    obliques = (child for child in predicate.children if child.dep_ == "obl")
    for noun in (*surface_subjects(predicate), *obliques):
        yield noun
        # "The toll from the blast in Oslo rose" names it deeper down.
        if is_toll(noun):
            yield from (child for child in noun.children if child.dep_ == "nmod")


def _place(tokens: Iterable[Token]) -> Argument | None:
    """Return the first place at which one of the words of a claim puts it."""
    for token in tokens:
        for place in (*places(token), *_naming(token)):
            return _argument(place)
    return None


def _naming(token: Token) -> Iterator[Token]:
    """Yield "Kabul" of "a Kabul bombing", "Oslo" of "Oslo, where five died"."""
    if token.dep_ == "acl:relcl" and token.head.ent_type_ == "LOC":
        yield token.head
    for child in token.children if token.pos_ in NOUN_POS else ():
        if child.dep_ in _NAMING_DEPS and child.ent_type_ == "LOC":
            yield child


def _argument(place: Token) -> Argument:
    return phrase_argument(name_of(place), place)


def _when(
    chain: Sequence[Token],
    noun: Token | None,
    times: Sequence[When],
    published: date | None,
) -> When | None:
    """Return when it happened, which a toll's verb does not say: "rose on Monday"."""
    anchor = chain[0]
    of_toll = (noun is not None and is_toll(noun)) or _is_new_toll(chain)
    doc = anchor.doc
    found = None
    if not of_toll:
        found = when_of(doc, doc[anchor.i : anchor.i + 1], times, published)
    if found is not None or published is None:
        return found
    near = times_within(sentence_of(anchor), times)
    return next((when for when in near if is_no_news(when, published)), None)


def is_no_news(when: When, published: date) -> bool:
    """Tell whether a time is too long or too long ago to be that of the news."""
    is_long = (when.to - when.from_).days > _MONTH
    return is_long or (published - when.to).days > _LONG_AGO


def _is_new_toll(chain: Sequence[Token]) -> bool:
    return any(
        child.dep_ in {"nsubj", "obj"} and is_toll(child)
        for token in chain
        for child in token.children
    )


def _is_part(number: Span, anchor: Token, chain: Sequence[Token]) -> bool:
    """Tell "five more", "another five", "two of them", "including five" from "five"."""
    doc = number.doc
    # "A man was killed" says nothing of how many were.
    if number.text.lower() in {"a", "an"}:
        return True
    beside = [doc[at] for at in (number.start - 1, number.end) if 0 <= at < len(doc)]
    near = [*anchor.children, anchor, *beside]
    if any(word.lower_ in _FURTHER and not _is_after_or(word) for word in near):
        return True
    if any(_has_case(token, "including", "among") for token in [anchor, *chain]):
        return True
    if any(map(_is_of_place, doc[number.start : number.end + _LIST_ITEM])):
        return True
    # "Six deaths were of children."
    if anchor.dep_.startswith("nsubj") and _has_case(anchor.head, "of"):
        return True
    return any(
        child.dep_ == "nmod" and _has_case(child, "of") and _is_definite(child)
        for child in number.root.children
    )


def _is_for_one_reason(chain: Sequence[Token], unit: Unit) -> bool:
    """Tell "arrested three for theft", beside whom others were for something else."""
    if unit.name != "arrested":
        return False
    return any(_has_case(child, "for") for token in chain for child in token.children)


def _is_of_place(word: Token) -> bool:
    """Tell "36 in Bergen" of "21 people in Oslo, 36 in Bergen": a list of parts."""
    after = word.doc[word.i + 1 : word.i + 3]
    if word.pos_ != "NUM" or len(after) < 2 or after[0].lower_ != "in":
        return False
    return after[1].ent_type_ == "LOC"


def _is_after_or(word: Token) -> bool:
    """Tell "12 or more", which only bounds a number."""
    return word.i > 0 and word.nbor(-1).lower_ == "or"


def _is_definite(noun: Token) -> bool:
    """Tell "of the victims", "of them" and "of Ada's men" from "hundreds of men"."""
    return noun.pos_ == "PRON" or any(
        child.lower_ in {"the", "those", "these"} or child.dep_ == "nmod:poss"
        for child in noun.children
    )


def _is_former(number: Span, noun: Token | None, anchor: Token) -> bool:
    """Tell what is said to hold no longer: "an earlier toll of 27", "from 5 to 6"."""
    if _has_case(number.root, "to"):
        return False
    heads = {anchor, anchor.head, *([noun] if noun is not None else [])}
    if {child.lower_ for head in heads for child in head.children} & _FORMER:
        return True
    if not _has_case(anchor, "from"):
        return False
    return any(_has_case(child, "to") for child in anchor.head.children)


def _has_case(token: Token, *cases: str) -> bool:
    return any(
        child.dep_ in {"case", "mark"} and child.lower_ in cases
        for child in token.children
    )
