"""Read a phrase that names an office: its title, and the state or body it serves."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from kg.annotate.names.component import NameSpan
from kg.english.lexicon import words
from kg.english.nouns import is_office_noun, noun_classes
from kg.english.trees import CLAUSE_POS, LINKING_POS, coordinated, has_dependent, lemma
from kg.extract.findings import Argument
from kg.extract.offices.owners import (
    is_home,
    is_of_its_state,
    is_portfolio,
    may_be_owner,
)
from kg.extract.spans import phrase_argument, to_argument
from kg.gazetteer.states import find_state

_PAST = words("titles.past")
_ONCE = words("titles.once")
_ACTING = words("titles.acting")
_FILLERS = words("titles.fillers")
_PORTFOLIOS = words("titles.portfolios")
_OWNER_DEPS = frozenset({"nmod:poss", "compound", "amod", "nmod", "nmod:desc"})
_PHRASE_DEPS = _OWNER_DEPS | {"det", "nummod", "advmod"}
_OF_PORTFOLIOS = frozenset({"minister", "secretary"})
_OWNING = frozenset({"of", "for", "at", "in"})
_DIVISIONS = words("places.divisions")
_OWNER_CLASSES = frozenset({"body", "alliance", "state"})
# Longer phrases after a title tell what the holder does, and are no part of it,
# unless they are in capitals: "for Civilian Security, Democracy and Human Rights".
_LONGEST_COMPLEMENT = 6
_LONGEST_TITLE = 15
_LONGEST_DIVISION = 3
# Whom somebody makes something.
_MADE = frozenset({"me", "them", "us", "you"})
_EX = re.compile("^ex-", re.IGNORECASE)
_UNTITLED_POS = frozenset({"PART", "AUX"})
_UNTITLED_DEPS = frozenset({"nsubj", "cop", "advmod", "case", "mark"})


@dataclass(frozen=True, slots=True)
class Office:
    """A title, and the state or body that its holder serves.

    "former press secretary" and the argument "Pentagon".
    """

    title: str
    object_: Argument


def status_mark(word: str) -> str:
    """Return what a word before an office and its owner says of it, "" for none.

    "then" and "acting" are told as they are, "ex" and its like as "former".
    """
    if word in _PAST | _ONCE:
        return word if word == "then" else "former"
    return word if word in _ACTING else ""


def offices_of(
    noun: Token, names: Mapping[int, NameSpan], *, is_past: bool
) -> Iterator[Office]:
    """Yield the offices that a noun phrase names; none where it serves nobody.

    "the Pentagon's press secretary", "president of Ukraine", "the U.S. envoy to the
    U.N." (which serves the U.S.), "director of Acme and Ajax" (which serves both).
    `names` are all names by their head words; `is_past` says that the clause around
    puts it past ("was president"). Needs a parse.
    """
    left = _owner_left(noun, names) or _shared_owner(noun, names)
    right = None if left else _owners_right(noun, names)
    if left is None and right is None:
        return
    opening = _opening(noun)
    inside = left is not None and left[0].i < noun.i and left[0].i >= opening
    start = _end_of_owner(left[0], names) if left and inside else opening
    if any(token.lower_ in _MADE for token in noun.doc[start : noun.i]):
        # "Made you head of Acme", which the parse takes for one phrase.
        return
    parts = [token.text for token in noun.doc[start : noun.i] if _is_in_title(token)]
    parts.append(noun.text)
    # After an owner on the left, "to the U.N." says more of the title.
    if left:
        parts += _complement(noun)
    elif right:
        parts += [token.text for token in noun.doc[noun.i + 1 : right[0]]]
    end = right[0] if right else noun.i + 1
    if end - start > _LONGEST_TITLE:
        # A list of people and their offices, which the parse took for one.
        return
    title = joined(parts, _past_of(noun, opening, parts, is_past))
    for owner in [left[1]] if left else right[1] if right else []:
        yield Office(title, owner)


def _end_of_owner(owner: Token, names: Mapping[int, NameSpan]) -> int:
    """Return where a name before an office ends, however the parse tears it apart."""
    name = names.get(owner.i)
    return max(owner.right_edge.i + 1, name.end if name else 0)


def _past_of(noun: Token, opening: int, parts: list[str], is_past: bool) -> str:
    """Return "former", "then" or "", as the words of a phrase outside its title say."""
    titled = {part.lower() for part in parts}
    said = [token.lower_ for token in noun.doc[opening : noun.i]]
    marks = [status_mark(word) for word in said if word not in titled]
    return next(filter(None, reversed(marks)), "former" if is_past else "")


def _opening(noun: Token) -> int:
    """Return where a noun phrase opens, the subject of "she is head of" left out."""
    own = [child for child in noun.lefts if child.dep_ in _PHRASE_DEPS]
    opening = min((child.left_edge.i for child in own), default=noun.i)
    first = _first_half(noun)
    return opening if first is None or first.i > opening else _opening(first)


def _first_half(noun: Token) -> Token | None:
    """Return "secretary" of "secretary-general", which the parse may tear apart."""
    is_second = noun.i > 1 and noun.doc[noun.i - 1].text == "-"
    first = noun.doc[noun.i - 2] if is_second else noun
    return first if is_second and is_office_noun(first.lower_) else None


def _owner_left(
    noun: Token, names: Mapping[int, NameSpan]
) -> tuple[Token, Argument] | None:
    """Return the possessor or modifier that the office serves."""
    for child in noun.lefts:
        if child.dep_ not in _OWNER_DEPS:
            continue
        owner = _named_owner(child, names)
        if owner is not None and _is_body_of_owner(noun, child, names):
            return child, to_argument(child)
        name = names.get(child.i)
        if owner is not None and (name is None or is_of_its_state(noun, name)):
            return child, owner
        is_actor = noun_classes(child) & _OWNER_CLASSES
        # "his" and "her" stand for persons, whom no office serves.
        is_pronoun = child.pos_ == "PRON" and child.lower_ in {"its", "their"}
        if child.dep_ == "nmod:poss" and (is_actor or is_pronoun):
            return child, to_argument(child)
    return None


def _is_body_of_owner(noun: Token, child: Token, names: Mapping[int, NameSpan]) -> bool:
    """Tell whether a state's body stands before an office: "the Kenyan army's chief".

    What a minister is for is none: "the Kenyan police minister".
    """
    is_whole = child.i in names or lemma(noun) in _OF_PORTFOLIOS
    return not is_whole and "body" in noun_classes(child)


def _shared_owner(
    noun: Token, names: Mapping[int, NameSpan]
) -> tuple[Token, Argument] | None:
    """Return the owner before the first of joined offices: "Mali's premier and envoy".

    Not where the later one has a phrase of its own: "and chairman of Acme".
    """
    if noun.dep_ != "conj" or _own_phrases(noun):
        return None
    # "Mali's minister of trade and envoy": the parse may join the envoy to the trade.
    first = noun.head if is_office_noun(noun.head.lower_) else noun.head.head
    return _owner_left(first, names) if is_office_noun(first.lower_) else None


def _owners_right(
    noun: Token, names: Mapping[int, NameSpan]
) -> tuple[int, list[Argument]] | None:
    """Return whom an office serves by what follows it, and where the title ends.

    "president of Ukraine"; of "head of the press department of Acme" the title goes on
    to "department".
    """
    for phrase in _own_phrases(noun) or _next_phrases(noun):
        if _is_home_of_holder(noun, phrase, names):
            continue
        own = [_named_owner(each, names) for each in coordinated(phrase)]
        beside = _named_beside(phrase, names) or _town_of(phrase, names)
        if beside is not None:
            return _title_end(noun, phrase), [beside]
        is_body = bool(noun_classes(phrase) & _OWNER_CLASSES)
        if own[0] is not None and is_body and phrase.i not in names:
            # Whom the army serves is no owner of its head: "head of the Kenyan army".
            return _title_end(noun, phrase), [to_argument(phrase)]
        if own[0] is not None and not _is_division(phrase, names):
            return _title_end(noun, phrase), [each for each in own if each is not None]
        for inner in phrase.rights:
            named = _named_owner(inner, names)
            if named and inner.dep_ == "nmod" and _may_own(inner, names, is_body):
                is_part = lemma(phrase) in _DIVISIONS or "state" in noun_classes(phrase)
                ends_before = phrase if is_part else inner
                return _title_end(noun, ends_before), [named]
        # Of "the minister of state" no state is meant.
        if is_body and not (noun.lower_ in _OF_PORTFOLIOS and _is_portfolio(phrase)):
            return _title_end(noun, phrase), [to_argument(phrase)]
    return None


def _is_portfolio(phrase: Token) -> bool:
    return phrase.lower_ in _PORTFOLIOS and not has_dependent(phrase, "det")


def _is_home_of_holder(
    noun: Token, phrase: Token, names: Mapping[int, NameSpan]
) -> bool:
    """Tell "chairman Ada Quill of Ohio" from the chairman of a body."""
    between = noun.doc[noun.i + 1 : phrase.left_edge.i]
    has_holder = any(token.ent_type_ == "PERSON" for token in between)
    place = names.get(phrase.i)
    return has_holder and place is not None and is_home([noun], place)


def _is_division(phrase: Token, names: Mapping[int, NameSpan]) -> bool:
    """Tell whether a name is of a part of the body behind it.

    "Director of Information Systems of Acme" is of Acme; "head of the Bureau of Acme"
    of a body that says what it is.
    """
    name = names.get(phrase.i)
    is_short = name is not None and name.end - name.start <= _LONGEST_DIVISION
    if name is None or name.label != "ORG" or not is_short:
        return False
    last = phrase.doc[name.end - 1]
    inner = [names.get(each.i) for each in phrase.rights if each.dep_ == "nmod"]
    is_told = "body" in noun_classes(last) or "body" in noun_classes(phrase)
    return not is_told and any(each and each.label == "ORG" for each in inner)


def _may_own(inner: Token, names: Mapping[int, NameSpan], is_body: bool) -> bool:
    """Tell whether a name in the phrase behind an office is its owner.

    "minister of trade in Kenya", "director for research at Acme"; not "director of
    studies in Bern", which only says where, nor "head of the union at Acme".
    """
    word = _preposition(inner)
    if word == "of" or word not in _OWNING:
        return word == "of"
    name = names.get(inner.i)
    if is_body or name is None:
        return False
    state = find_state(inner.doc[name.start : name.end].text)
    return name.label == "ORG" if state is None else state[1] == "name"


def _named_beside(noun: Token, names: Mapping[int, NameSpan]) -> Argument | None:
    """Return the name right behind a noun that says what it is: "the start-up Acme"."""
    name = names.get(noun.i + 1)
    if name is None or name.label != "ORG" or noun.i in names:
        return None
    head = noun.doc[name.start : name.end].root
    return owner_argument(noun.doc, name) if head.head == noun else None


def _town_of(noun: Token, names: Mapping[int, NameSpan]) -> Argument | None:
    """Return the place that a noun with a nation is of: "the Polish city of Ulm"."""
    if noun.i in names or lemma(noun) not in _DIVISIONS:
        return None
    inner = (child for child in noun.rights if _preposition(child) == "of")
    return next(filter(None, (_named_owner(child, names) for child in inner)), None)


def _title_end(noun: Token, phrase: Token) -> int:
    """Return where a title ends before a phrase; joined offices have their own."""
    edge = phrase.left_edge.i
    between = noun.doc[noun.i + 1 : edge]
    is_own = not any(
        (is_office_noun(token.lower_) and token.lower_ not in _PORTFOLIOS)
        or token.is_punct
        or token.pos_ in CLAUSE_POS
        for token in between
    )
    return edge if is_own else noun.i + 1


def _own_phrases(noun: Token) -> list[Token]:
    """Return the phrases behind an office noun that are not another office's.

    In "Vice Minister of Trade and Director of Acme" the last is the director's, even
    where the parse gives it to the minister.
    """
    joined = {noun, noun.head, noun.head.head, *noun.conjuncts}
    joined.add(_first_half(noun) or noun)
    found = [
        child
        for each in sorted(joined)
        for child in each.rights
        if child.dep_ in {"nmod", "obl"} and _preposition(child) in _OWNING
    ]
    return [
        child
        for child in sorted(found)
        if child.i > noun.i
        and not any(
            is_office_noun(token.lower_) or token.pos_ in {"CCONJ", "VERB"}
            for token in noun.doc[noun.i + 1 : child.left_edge.i]
        )
    ]


def _next_phrases(noun: Token) -> list[Token]:
    """Return the phrases of the office joined next: "president and CEO of Acme".

    None where the first says whom it serves: "adviser to Quill and CEO of Acme".
    """
    if any(_preposition(child) == "to" for child in noun.rights):
        return []
    later = [each for each in noun.conjuncts if each.i > noun.i]
    return _own_phrases(later[0]) if later else []


def _named_owner(token: Token, names: Mapping[int, NameSpan]) -> Argument | None:
    """Return a name that a word heads or has for adjective: "the Kenyan army"."""
    for part in (token, *(child for child in token.children if child.dep_ == "amod")):
        name = names.get(part.i)
        if name is None or not may_be_owner(token.doc, name):
            continue
        if not is_portfolio(token.doc, name):
            return owner_argument(token.doc, name)
    return None


def owner_argument(doc: Doc, name: NameSpan) -> Argument:
    """Return the name of whom an office serves as an argument."""
    span = doc[name.start : name.end]
    return phrase_argument(span, span.root)


def _is_in_title(token: Token) -> bool:
    """Tell the words of a title from articles, signs and words of the clause around."""
    if token.lower_ in _FILLERS or token.is_space:
        return False
    if token.is_punct and token.text != "-":
        return False
    return token.pos_ not in _UNTITLED_POS and token.dep_ not in _UNTITLED_DEPS


def _complement(noun: Token) -> list[str]:
    """Return a short phrase that belongs to the title: "to the U.N."."""
    for child in noun.rights:
        if child.dep_ != "nmod" or _preposition(child) not in {"to", "of", "for"}:
            continue
        phrase = noun.doc[child.left_edge.i : _end_of_complement(child)]
        is_named = all(
            token.text[:1].isupper() or token.is_punct or token.pos_ in LINKING_POS
            for token in phrase
        )
        is_short = len(phrase) <= _LONGEST_COMPLEMENT or is_named
        if is_short and phrase.start == noun.i + 1:
            return [token.text for token in phrase if not token.is_space]
        return []
    return []


def _end_of_complement(phrase: Token) -> int:
    """Return where a phrase ends, before an office that the parse joins to it.

    In "minister of trade and party chief" that is the "and".
    """
    for other in phrase.conjuncts:
        if other.i > phrase.i and is_office_noun(other.lower_):
            joint = [part.i for part in other.children if part.dep_ == "cc"]
            return min(joint, default=other.left_edge.i)
    return phrase.right_edge.i + 1


def _preposition(noun: Token) -> str:
    return next((part.lower_ for part in noun.lefts if part.dep_ == "case"), "")


def joined(parts: list[str], past: str) -> str:
    """Return a title as one text, with what puts it past before it."""
    title = " ".join(parts).replace(" - ", "-").replace(" ,", ",")
    title = _EX.sub("former ", title.removeprefix("- "))
    words_of_title = title.casefold().split()
    kept = " ".join(w for w in title.split() if w.casefold() not in _FILLERS - {"the"})
    kept = kept.removeprefix("and ")
    return f"{past} {kept}" if past and past not in words_of_title else kept
