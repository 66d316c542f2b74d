"""Offices held by persons: titles, appositions, copulas, and what they serve as."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from spacy.tokens import Doc, Token

from kg.annotate.names.component import NameSpan, head_of, name_spans
from kg.english.lexicon import words
from kg.english.pronouns import pronoun_features
from kg.english.trees import (
    LINKING_POS,
    dependent_words,
    has_dependent,
    is_name_beside,
    lemma,
    sentence_of,
)
from kg.extract.events.factuality import content_tokens, factuality
from kg.extract.findings import Argument, FoundRelation
from kg.extract.offices.phrases import Office, offices_of
from kg.extract.offices.predicates import (
    has_past_copula,
    is_given_to_object,
    is_office,
    is_over,
    is_plural,
)
from kg.extract.offices.terms import Term, status_of, term_of
from kg.extract.offices.titled import office_after, office_before, owners_by_end
from kg.extract.spans import phrase_argument, to_span, trimmed
from kg.records import When

_SUBJECT_DEPS = frozenset({"nsubj", "nsubj:pass"})
# Who is nominated for an office does not hold it yet.
_BECOMING = words("saying.becoming") - {"nominate"}
# Verbs with an office behind "as": what one serves as, is sworn in as, resigns as.
_SERVING = words("titles.serving")
_LEAVING = words("titles.leaving")
_GIVING = words("titles.giving")
_ONCE = words("titles.once")
# Whose office somebody takes: "succeeded Ada Quill as mayor".
_FOLLOWING = words("titles.following")
_WHO = frozenset({"who", "that"})
_TOLD = frozenset({"actual", "reported"})
_UNTOLD = Term()


class _Noun(NamedTuple):
    """The head of a title that is said of somebody.

    `is_past` where the text puts it past; `predicate` is the verb or the noun with its
    copula that says it, None of an apposition.
    """

    token: Token
    is_past: bool
    predicate: Token | None = None


class _Names(NamedTuple):
    """An article's names by their head words, and its states and bodies by their ends.

    `by_end` is that of `owners_by_end`, `said` and `denied` are `content_tokens`.
    """

    by_head: Mapping[int, NameSpan]
    by_end: Mapping[int, NameSpan]
    said: frozenset[int]
    denied: frozenset[int]

    def is_told(self, predicate: Token) -> bool:
        """Tell whether a predicate is told as so, by the article or by somebody.

        Not "if elected mayor", "would be mayor", "denied that he is mayor".
        """
        is_asked = sentence_of(predicate).text.rstrip().endswith("?")
        status = factuality(predicate, self.said, self.denied)
        return status in _TOLD and not is_asked


def offices(
    doc: Doc, times: Sequence[When] = (), published: date | None = None
) -> Iterator[FoundRelation]:
    """Yield the offices that an article says somebody holds, in text order.

    "Russian President Vladimir Putin", "Pat Ryder, the Pentagon's press secretary",
    "The alliance's chief, Mark Rutte", "Rutte is the head of NATO", "he served as
    mayor of Bern" yield one each: the person, the title, and whom or what the office
    serves. A title opens with "former" or "then" where the text says so. `times` are
    the article's, in text order: "mayor since 2015" begins then. What ended before it
    was `published` is held no longer. Needs a parse and the names of `name_spans`.
    """
    names = name_spans(doc)
    # Where a parse tears a name apart, other words hang on its first.
    by_head = {name.start: name for name in names}
    by_head |= {head_of(doc, name).i: name for name in names}
    known = _Names(by_head, owners_by_end(doc, names), *content_tokens(doc))
    for start, holder, root, office, noun in sorted(
        _found(doc, names, known), key=lambda found: found[0]
    ):
        # Nobody serves himself: "Ada Quill, her own spokeswoman".
        if start != office.object_.start and office.object_.head != root.idx:
            term = term_of(noun.token, noun.predicate, times) if noun else _UNTOLD
            yield FoundRelation(
                subject=holder,
                type="HOLDS_POSITION",
                object_=office.object_,
                title=office.title,
                status=status_of(office.title, term, published),
                since=term.since,
                until=term.until,
                evidence=to_span(trimmed(sentence_of(root))),
            )


def _found(
    doc: Doc, names: tuple[NameSpan, ...], known: _Names
) -> Iterator[tuple[int, Argument, Token, Office, _Noun | None]]:
    """Yield offices with their holders: place, argument and head word of each.

    Last the noun of the office, where it is said beside a name and not before it.
    """
    for name in names:
        if name.label == "PERSON":
            root = head_of(doc, name)
            holder = phrase_argument(doc[name.start : name.end], root)
            for office, said in _offices_of_name(doc, name, root, known):
                yield holder.start, holder, root, office, said
    for token in doc:
        if token.dep_ in _SUBJECT_DEPS and _is_person(token):
            holder = phrase_argument(doc[token.i : token.i + 1], token)
            for noun in _nouns_of_subject(token, known):
                for office in _offices_of_noun(noun, known):
                    yield token.idx, holder, token, office, noun


def _offices_of_noun(noun: _Noun, known: _Names) -> Iterator[Office]:
    return offices_of(noun.token, known.by_head, is_past=noun.is_past)


def _is_person(token: Token) -> bool:
    features = pronoun_features(token)
    return features is not None and features[2] in {"feminine", "masculine"}


def _offices_of_name(
    doc: Doc, name: NameSpan, root: Token, known: _Names
) -> Iterator[tuple[Office, _Noun | None]]:
    """Yield the offices of one person, whom `known` holds beside all others."""
    for office in office_before(doc, name, known.by_end):
        yield office, None
    for office in office_after(doc, name, known.by_head, known.by_end):
        yield office, None
    for noun in _nouns_about(name, root, known):
        if _is_title_of_other(noun.token, name, known):
            continue
        for office in _offices_of_noun(noun, known):
            yield office, noun


def _is_title_of_other(noun: Token, name: NameSpan, known: _Names) -> bool:
    """Tell whether an office stands before another name: "Bo Moss, chair Ada Quill".

    So does "Secretary of State Ada Quill" behind a name and a comma; not "chair of Acme
    and Ada Quill", nor "spokesman for Ada Quill".
    """
    for token in noun.doc[noun.i + 1 :]:
        other = known.by_head.get(token.i)
        if other is not None and other.label == "PERSON" and token.i >= other.start:
            before = noun.doc[other.title_start - 1]
            is_titled = other.title_start <= noun.i
            return other != name and (is_titled or before.pos_ not in LINKING_POS)
        if not (token.text[:1].isupper() or token.pos_ in LINKING_POS):
            return False
    return False


def _nouns_about(name: NameSpan, root: Token, known: _Names) -> Iterator[_Noun]:
    """Yield the office nouns said of a name."""
    beside = _noun_beside(name, root)
    if beside is not None:
        yield from _nouns_beside(beside, known)
    for child in root.children:
        if child.dep_ == "appos" and child != beside and not _is_inside(name, child):
            yield from _apposed(name, child, known)
        elif child.dep_ == "conj" and beside is not None and _has_no_article(child):
            yield from _office_nouns(child, False)
        elif child.dep_ == "acl:relcl" and _is_of_whom_it_describes(child):
            yield from _nouns_predicated(child, known)
    if is_name_beside(root):
        noun = _office_above(root)
        if noun != beside:
            yield from _apposed(name, noun, known)
    else:
        yield from _nouns_of_subject(root, known)
        yield from _nouns_of_followed(root, known)
        yield from _nouns_given(root, known)


def _nouns_of_subject(subject: Token, known: _Names) -> Iterator[_Noun]:
    if subject.dep_ in _SUBJECT_DEPS:
        for predicate in _predicates(subject):
            yield from _nouns_predicated(predicate, known)


def _nouns_of_followed(root: Token, known: _Names) -> Iterator[_Noun]:
    """Yield the office in which a name is followed, or follows somebody.

    "Moss succeeded Quill as mayor", "Moss was succeeded by Quill as mayor".
    """
    is_agent = root.dep_ == "obl" and "by" in dependent_words(root, "case")
    if lemma(root.head) in _FOLLOWING and (is_agent or root.dep_ == "obj"):
        yield from _nouns_served_as(root.head, not is_agent, known)


def _nouns_given(root: Token, known: _Names) -> Iterator[_Noun]:
    """Yield the office that somebody is given or loses: "named Quill chair"."""
    verb = root.head
    if root.dep_ != "obj" or lemma(verb) not in _GIVING or not known.is_told(verb):
        return
    is_past = lemma(verb) in _LEAVING
    for child in verb.children:
        if child.dep_ == "xcomp" and not has_dependent(child, "case"):
            yield from _office_nouns(child, is_past, verb)
    yield from _nouns_served_as(verb, is_past, known)


def _predicates(subject: Token) -> Iterator[Token]:
    """Yield what is said of a subject: "Quill was born in Bern and is mayor of Ulm"."""
    yield subject.head
    for predicate in subject.head.children:
        if predicate.dep_ == "conj" and not has_dependent(predicate, *_SUBJECT_DEPS):
            yield predicate


def _noun_beside(name: NameSpan, root: Token) -> Token | None:
    """Return the noun of the apposition right behind a name, whose ever it is parsed.

    In "Bo Moss, Ada Quill, chair of Acme" the chair is Quill.
    """
    doc, at = root.doc, name.end + 1
    if at >= len(doc) or doc[name.end].text != ",":
        return None
    noun = doc[at]
    while noun.dep_ != "appos" and noun.i < noun.head.i:
        noun = noun.head
    is_apposed = noun.dep_ == "appos" and noun.head.i < at
    return noun if is_apposed and noun.pos_ in {"NOUN", "PROPN"} else None


def _office_above(root: Token) -> Token:
    """Return the noun that a name is put beside: "the rector of Acme, Ada Quill".

    The parse may hang the name on whom the office serves.
    """
    noun = root.head
    while noun.dep_ == "nmod" and noun.head != noun and not is_office(noun):
        noun = noun.head
    return noun if is_office(noun) and noun.dep_ != "nmod" else root.head


def _has_no_article(noun: Token) -> bool:
    """Tell "Quill, head of Acme and chair of Ajax" from "... and the chair of Ajax"."""
    return not dependent_words(noun, "det", "nmod:poss")


def _apposed(name: NameSpan, noun: Token, known: _Names) -> Iterator[_Noun]:
    """Yield the offices of an apposition, unless another person stands between."""
    low, high = sorted((name.start, noun.i))
    between = (known.by_head.get(at) for at in range(low + 1, high))
    persons = [each for each in between if each and each.label == "PERSON"]
    if any(name.end <= each.start and each.end <= noun.i for each in persons):
        return
    for each in _nouns_beside(noun, known):
        # "The mayor of Bern, Ada Quill, and the city's treasurer" are two.
        is_of_next = noun.i < name.start < each.token.i
        if not is_of_next and not _is_of_other(each.token, noun, known):
            yield each


def _is_of_other(first: Token, noun: Token, known: _Names) -> bool:
    """Tell whether a person stands between an office and one that is joined to it.

    "The mayor of Bern, Bo Moss, and the rector of Ulm, Ada Quill": she is no mayor.
    """
    between = (known.by_head.get(at) for at in range(first.i + 1, noun.i))
    return any(each is not None and each.label == "PERSON" for each in between)


def _nouns_beside(noun: Token, known: _Names) -> Iterator[_Noun]:
    """Yield the offices of an apposition, or of a clause that was parsed as one.

    "Quill, mayor of Bern", "Quill, who was mayor of Bern"; "Quill, whose son is mayor
    of Bern" is none.
    """
    if has_dependent(noun, "cop"):
        if _is_of_whom_it_describes(noun):
            yield from _nouns_predicated(noun, known)
    else:
        yield from _office_nouns(noun, False)


def _is_of_whom_it_describes(predicate: Token) -> bool:
    """Tell whether a clause behind a name has no other subject: "whose son is ..."."""
    return dependent_words(predicate, *_SUBJECT_DEPS) <= _WHO


def _nouns_predicated(predicate: Token, known: _Names) -> Iterator[_Noun]:
    """Yield what a subject is, was or became: "Rutte became secretary general".

    In UD the noun after "is" is the predicate itself; what somebody became depends.
    """
    if not known.is_told(predicate):
        return
    is_past = bool(dependent_words(predicate, "advmod") & _ONCE)
    if has_dependent(predicate, "cop"):
        is_past |= has_past_copula(predicate)
        yield from _office_nouns(predicate, is_past, predicate)
        return
    word = lemma(predicate)
    if word in _GIVING and is_given_to_object(predicate):
        return
    if word in _BECOMING | _SERVING:
        for child in predicate.children:
            if child.dep_ in {"xcomp", "obj"}:
                yield from _office_nouns(child, is_past, predicate)
    is_followed = word in _FOLLOWING and has_dependent(predicate, "nsubj:pass")
    is_past |= word in _LEAVING or is_followed or is_over(predicate)
    if word in _BECOMING | _SERVING | _LEAVING | _FOLLOWING:
        yield from _nouns_served_as(predicate, is_past, known)


def _nouns_served_as(predicate: Token, is_past: bool, known: _Names) -> Iterator[_Noun]:
    """Yield the offices behind "as": "resigned as mayor"."""
    if not known.is_told(predicate):
        return
    for child in predicate.children:
        is_as = "as" in dependent_words(child, "case", "mark")
        if child.dep_ in {"obl", "xcomp"} and is_as:
            yield from _office_nouns(child, is_past, predicate)


def _office_nouns(
    noun: Token, is_past: bool, predicate: Token | None = None
) -> Iterator[_Noun]:
    """Yield a noun and those coordinated with it, as far as they name offices.

    So of "Minister of Trade and Director of Acme" both, though the parse may join the
    director to the trade.
    """
    below = [other for child in noun.rights for other in child.conjuncts]
    for token in dict.fromkeys((noun, *noun.conjuncts, *below)):
        is_one = token.pos_ in {"NOUN", "PROPN"} and not is_plural(token)
        if is_one and is_office(token):
            yield _Noun(token, is_past, predicate)


def _is_inside(name: NameSpan, token: Token) -> bool:
    return name.title_start <= token.i < name.end
