"""What a number counts: people killed, troops, dollars, percent."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml
from spacy.tokens import Span, Token

from kg.annotate.labels import AMOUNT_LABELS
from kg.english.clauses import is_infinitive
from kg.english.inflection import singular
from kg.english.lexicon import words
from kg.english.nouns import noun_classes
from kg.english.polarity import has_negator, modals
from kg.english.trees import CLAUSE_POS
from kg.extract.figures.amounts import Amount

# "5 won the race" is no money.
_MONEY_POS = frozenset({"NOUN", "PROPN", "SYM"})
_CLOSING = frozenset({'"', "”", "’", "'", ")", "]", ":", ";", "."})
_RATES = frozenset({"daily", "weekly", "monthly", "yearly", "annually"})
_NOUN_POS = frozenset({"NOUN", "PROPN"})
_POINTING = words("function_words.pointing")
_SMALL = 12
# "235 Democrats" and "hundreds of Taliban" are people.
_GROUP_LABELS = frozenset({"NORP", "ORG"})
_PEOPLE_CLASSES = frozenset({"person", "people", "office"})
_COUNT_NOUNS = words("quantities.count_nouns")


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit by its normal name; `noun` is the word that is counted, if any."""

    name: str
    noun: Token | None
    last: Token


def unit_of(span: Span, amount: Amount) -> Unit | None:
    """Return what the number in `span` counts, None where it is no figure.

    "30 police" wounded count wounded, "$5" USD, "soldiers" troops. Needs a
    dependency parse with Universal Dependencies' labels.
    """
    if money := _money(span, amount):
        return money
    if percent := _percent(span):
        return percent
    if _is_part(span):
        return None
    root = _root(span)
    noun = _counted(span, root)
    if noun is None:
        return _bare(span, root, amount)
    if _is_name_part(span) or _is_pointing(span, amount, noun):
        return None
    if not _is_countable(noun):
        return None
    name = _happened(noun) or _happened(root) or noun_unit(noun)
    return Unit(name, noun, max(noun, span[-1], key=lambda token: token.i))


def noun_unit(noun: Token) -> str:
    """Return the normal name of a counted noun: "soldiers" are troops."""
    if noun.ent_type_ in _GROUP_LABELS:
        return "people"
    one = singular(noun.lower_)
    for names in map(_names, ("currencies", "nouns", "measures")):
        for word in (noun.lower_, one, noun.lemma_.lower()):
            if word in names:
                return names[word]
    return one


def casualty_of(noun: Token) -> str | None:
    """Return what happened to the people of a noun phrase: "killed", "wounded"."""
    return _happened(noun) if noun_classes(noun) & _PEOPLE_CLASSES else None


def _root(span: Span) -> Token:
    """Return the number's own head word, past its bound and its sign."""
    numbers = [token for token in span if token.pos_ != "SYM"]
    inside = {token.i for token in numbers}
    return next((one for one in numbers if one.head.i not in inside), span[-1])


def _counted(span: Span, root: Token) -> Token | None:
    """Return the noun that a number counts, which stands after it."""
    if span.doc[span.end : span.end + 1].text in _CLOSING:
        return None
    of = _of_phrase(span)
    if of is not None:
        return of
    head = root.head
    if not root.dep_.startswith(("nummod", "compound", "amod", "det", "advmod")):
        return _misread(span, root)
    while head.pos_ not in _NOUN_POS or head.dep_ in {"compound", "amod"}:
        if head.head == head or head.head.i < span.end or head.pos_ in CLAUSE_POS:
            break
        head = head.head
    return head if head.i >= span.end and head.pos_ in _NOUN_POS else None


def _of_phrase(span: Span) -> Token | None:
    """Return "troops" of "thousands of troops" and "30 of the 50 troops"."""
    doc = span.doc
    if span.end >= len(doc) or doc[span.end].lower_ != "of":
        return None
    case = doc[span.end]
    noun = case.head
    is_group = "Plur" in noun.morph.get("Number", []) or noun.ent_type_
    return noun if noun.i > case.i and noun.pos_ in _NOUN_POS and is_group else None


def _misread(span: Span, root: Token) -> Token | None:
    """Return the noun right after a number that the parser hung elsewhere."""
    if span.end >= len(span.doc):
        return None
    after = span.doc[span.end]
    is_plural = "Plur" in after.morph.get("Number", [])
    if after.pos_ == "NOUN" and is_plural and after.sent == root.sent:
        return after
    return None


def _is_part(span: Span) -> bool:
    """Tell durations, ages and rates: "20 years", "per 100,000", "one in four"."""
    after = span.doc[span.end] if span.end < len(span.doc) else None
    before = span.doc[span.start - 1].lower_ if span.start else ""
    if before == "in" and span.start > 1 and span.doc[span.start - 2].like_num:
        return True
    if before == "per" or (after is not None and after.lower_ == "per"):
        return True
    return after is not None and bool(
        _words("durations") & {after.lower_, singular(after.lower_)}
    )


def _is_countable(noun: Token) -> bool:
    """Tell "two tanks" from "two ways", "two years" and "two co-" signers."""
    words = {noun.lower_, singular(noun.lower_)}
    after = noun.doc[noun.i + 1 : noun.i + 2].text
    if after[:1] in {"-", "‐"}:
        return False
    unknown = words & (_words("not_counted") | _words("durations"))
    return not unknown and noun.text[0].isalpha()


def _is_name_part(span: Span) -> bool:
    """Tell "G20", "the 300 Club" and "Boeing 737 jets" from counted things."""
    before = span.doc[span.start - 1] if span.start else None
    if span[0].ent_type_ and span[0].ent_type_ not in AMOUNT_LABELS | {"NORP"}:
        return True
    if before is None or span[0].is_alpha:
        return False
    return (
        before.pos_ == "PROPN"
        and before.head.i >= span.start
        and (before.dep_ in {"compound", "flat"})
    )


def _is_pointing(span: Span, amount: Amount, noun: Token) -> bool:
    """Tell "the two countries", which counts nothing new."""
    if amount.value is None or amount.value > _SMALL or amount.bound != "exact":
        return False
    if amount.value == 1 and not _happened(noun):
        return True
    before = span.doc[span.start - 1].lower_ if span.start else ""
    return before in _POINTING and not _happened(noun)


def _money(span: Span, amount: Amount) -> Unit | None:
    if amount.currency:
        sign = amount.currency.replace(".", "")
        return Unit(_names("currencies").get(sign) or "USD", None, span[-1])
    words = [token for token in span.doc[span.end : span.end + 3] if not token.is_space]
    for at, word in enumerate(words):
        names = (word.lemma_.lower(), word.lower_)
        nation = "_".join(one.lower_ for one in words[:at])
        national = _names("national_currencies").get((nation, names[0]))
        code = national or next(
            filter(None, map(_names("currencies").get, names)), None
        )
        is_plain = at == 0 or nation in {"us", "u.s.", "american"}
        if code and (national or is_plain) and word.pos_ in _MONEY_POS:
            return Unit(code, None, word)
    return None


def _percent(span: Span) -> Unit | None:
    doc, at = span.doc, span.end
    if at >= len(doc):
        return None
    sign = doc[at]
    is_two_words = sign.lower_ == "per" and doc[at + 1 : at + 2].text.lower() == "cent"
    if not is_two_words and sign.lower_ not in _words("percent"):
        return None
    if is_two_words:
        sign = doc[at + 1]
    of = [
        child
        for child in sign.children
        if child.i > sign.i and any(part.lower_ == "of" for part in child.children)
    ]
    return Unit("percent", of[0] if of else None, sign)


def _bare(span: Span, root: Token, amount: Amount) -> Unit | None:
    """Return the unit of a number without a noun: "15 dead", "the toll rose to 45"."""
    if span[0].ent_type_ and span[0].ent_type_ not in AMOUNT_LABELS:
        return None
    after = span.doc[span.end] if span.end < len(span.doc) else None
    adjectives = _names("adjectives")
    if after is not None and after.lower_ in adjectives:
        return Unit(adjectives[after.lower_], None, after)
    if amount.value == 1:
        return None
    before = span.doc[span.start - 1].lower_ if span.start else ""
    more = root.head if root.head.lower_ in {"more", "others"} else root
    if name := adjectives.get(before) or _happened(root) or _happened(more):
        return Unit(name, None, span[-1])
    is_rate = after is not None and after.lower_ in _RATES
    subject = (is_rate and _counted_subject(span)) or _subject(root)
    if subject is None:
        return None
    if name := _toll(subject):
        return Unit(name, subject, span[-1])
    if is_rate and after and "Plur" in subject.morph.get("Number", []):
        return Unit(noun_unit(subject), subject, after)
    return None


def _counted_subject(span: Span) -> Token | None:
    """Return the last subject before a number that names something counted."""
    tokens = reversed(span.doc[span.sent.start : span.start])
    subjects = (token for token in tokens if token.dep_.startswith("nsubj"))
    return next(
        (one for one in subjects if one.lemma_.lower() in _names("nouns")), None
    )


def _toll(subject: Token) -> str | None:
    """Return what "the death toll" or "the number of deaths" counts."""
    if subject.lemma_.lower() not in _COUNT_NOUNS:
        return None
    tolls = _names("tolls")
    for child in subject.children:
        if child.dep_ in {"compound", "amod", "nmod"}:
            name = tolls.get(child.lemma_.lower()) or _names("adjectives").get(
                child.lower_
            )
            if name:
                return name
    return "killed" if subject.lower_ == "toll" else None


def _subject(token: Token) -> Token | None:
    """Return the subject of the clause that a word stands in."""
    while token.pos_ not in CLAUSE_POS and token.head != token:
        token = token.head
    subjects = [child for child in token.children if child.dep_.startswith("nsubj")]
    return subjects[0] if subjects else None


def _happened(noun: Token) -> str | None:
    """Return what a clause says happened to a noun's people: "killed"."""
    for child in noun.children:
        if child.dep_ in {"amod", "acl", "acl:relcl"} and _is_done(child):
            name = _names("adjectives").get(child.lower_) or _verb_name(child)
            if name:
                return name
    while noun.dep_ in {"conj", "appos"} and noun.head.pos_ not in CLAUSE_POS:
        noun = noun.head
    head = noun.head
    if head == noun:
        return None
    if noun.dep_ in {"nsubj:pass", "obj", "dobj", "nsubjpass"}:
        predicates = [
            child
            for child in head.children
            if child.dep_ in {"xcomp", "ccomp"} and child.i > noun.i
        ]
        described = (_names("adjectives").get(one.lower_) for one in predicates)
        return _verb_name(head) or next(filter(None, described), None)
    if noun.dep_ == "nsubj":
        name = _names("subject_verbs").get(head.lemma_.lower())
        return name or _names("adjectives").get(
            head.lower_ if head.pos_ != "VERB" else ""
        )
    return None


def _is_done(child: Token) -> bool:
    """Tell "people killed in the attack" from "people killing"."""
    return not child.lower_.endswith("ing") or child.lower_ == "missing"


def _verb_name(verb: Token) -> str | None:
    if verb.pos_ != "VERB" or not _is_fact(verb):
        return None
    return _names("verbs").get(verb.lemma_.lower())


def _is_fact(verb: Token) -> bool:
    """Tell "killed two" from "a plot to kill two", "may kill two", "not killed"."""
    return not (modals(verb) or has_negator(verb) or is_infinitive(verb))


@cache
def _tables() -> dict[str, Any]:
    source = files(__package__).joinpath("units.yaml").read_text("utf-8")
    tables: dict[str, Any] = yaml.load(source, Loader=yaml.BaseLoader)
    return tables


@cache
def _words(table: str) -> frozenset[str]:
    return frozenset(_tables()[table].split())


@cache
def _names(table: str) -> dict[Any, str]:
    """Return a table turned round: from each word to the name it stands under."""
    if table == "national_currencies":
        pairs = {name: words.split() for name, words in _tables()[table].items()}
        return {(nation, word): name for name, (nation, word) in pairs.items()}
    return {
        word: name for name, words in _tables()[table].items() for word in words.split()
    }
