"""What a number counts: people killed, troops, dollars, percent."""

from dataclasses import dataclass

from spacy.tokens import Span, Token

from kg.annotate.labels import AMOUNT_LABELS
from kg.english.inflection import singular
from kg.english.lexicon import words
from kg.english.trees import CLAUSE_POS, NOUN_POS, has_feature
from kg.extract.figures.amounts import Amount
from kg.extract.figures.casualties import happened_to, toll_of
from kg.extract.figures.unit_names import (
    national_currencies,
    unit_names,
    unit_words,
)
from kg.extract.spans import form_before, word_after

# "5 won the race" is no money: "won" there is a verb.
_MONEY_POS = frozenset({"NOUN", "PROPN", "SYM"})
# Before "dollars" these, or nothing, mean those of the United States.
_PLAIN_NATIONS = frozenset({"", "us", "u.s.", "american"})
# A nationality and its currency are three words at most: "New Zealand dollars".
_MONEY_WORDS = 3
_CLOSING = frozenset({'"', "”", "’", "'", ")", "]", ":", ";", "."})
_RATES = frozenset({"daily", "weekly", "monthly", "yearly", "annually"})
_COUNTING_DEPS = ("nummod", "compound", "amod", "det", "advmod")
_POINTING = words("function_words.pointing")
# "the two countries" are known already; "the 300 soldiers" are news.
_LARGEST_POINTED_AT = 12
# "235 Democrats" and "hundreds of Taliban" are people.
_GROUP_LABELS = frozenset({"NORP", "ORG"})


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit by its normal name; `noun` is the word that is counted, if any.

    `last` is the last word of the phrase: "tanks" of "20 tanks", "%" of "80 %".
    """

    name: str
    noun: Token | None
    last: Token


def unit_of(span: Span, amount: Amount) -> Unit | None:
    """Return what the number in `span` counts, None where it is no figure.

    "wounded 30 police" counts wounded, "$5" USD, "20 soldiers" troops; "20 years" and
    "Channel 20 News" count nothing. Needs a dependency parse in Universal Dependencies.
    """
    if money := _money(span, amount):
        return money
    if percent := _percent(span):
        return percent
    if _is_duration_or_rate(span):
        return None
    root = _root(span)
    noun = _counted_noun(span, root)
    if noun is None:
        return _unit_without_noun(span, root, amount)
    if _is_in_name(span) or _is_known_already(span, amount, noun):
        return None
    if not _is_countable(noun):
        return None
    # Some parses hang the verb's object on the number: "wounded 30 police".
    name = happened_to(noun) or happened_to(root) or noun_unit(noun)
    if name == "people" and (toll := _toll_above(noun)) is not None:
        name = toll.name
    return Unit(name, noun, max(noun, span[-1], key=lambda token: token.i))


def noun_unit(noun: Token) -> str:
    """Return the normal name of a counted noun: "soldiers" are troops, tanks "tank"."""
    if noun.ent_type_ in _GROUP_LABELS:
        return "people"
    one = singular(noun.lower_)
    for names in map(unit_names, ("currencies", "nouns", "measures")):
        for word in (noun.lower_, one, noun.lemma_.lower()):
            if word in names:
                return names[word]
    return one


def _root(span: Span) -> Token:
    """Return the number's own head word, past its bound and its sign."""
    # A number of several words has a tree of its own: "25 million", "$ 3 billion".
    numbers = [token for token in span if token.pos_ != "SYM"]
    inside = {token.i for token in numbers}
    return next((one for one in numbers if one.head.i not in inside), span[-1])


def _counted_noun(span: Span, root: Token) -> Token | None:
    """Return the noun that a number counts, which stands after it."""
    if span.doc[span.end : span.end + 1].text in _CLOSING:
        return None
    if (noun := _noun_after_of(span)) is not None:
        return noun
    if not root.dep_.startswith(_COUNTING_DEPS):
        return _noun_hung_elsewhere(span, root)
    return _noun_above(root, span.end)


def _noun_above(number: Token, end: int) -> Token | None:
    """Return the noun that a number modifies, past what modifies the noun itself."""
    noun = number.head
    while noun.pos_ not in NOUN_POS or noun.dep_ in {"compound", "amod"}:
        if noun.head == noun or noun.head.i < end or noun.pos_ in CLAUSE_POS:
            break
        noun = noun.head
    return noun if noun.i >= end and noun.pos_ in NOUN_POS else None


def _noun_after_of(span: Span) -> Token | None:
    """Return "troops" of "thousands of troops" and "30 of the 50 troops"."""
    case = word_after(span)
    if case is None or case.lower_ != "of":
        return None
    noun = case.head
    if noun.i <= case.i or noun.pos_ not in NOUN_POS:
        return None
    # One of a mass or an abstract ("two of the night") is a part of it, no count.
    return noun if _is_plural(noun) or noun.ent_type_ else None


def _noun_hung_elsewhere(span: Span, root: Token) -> Token | None:
    """Return the plural noun right after a number that the parser hung elsewhere."""
    after = word_after(span)
    if after is None or after.pos_ != "NOUN" or not _is_plural(after):
        return None
    return after if after.sent == root.sent else None


def _is_duration_or_rate(span: Span) -> bool:
    """Tell durations, ages and rates: "20 years", "per 100,000", "one in four"."""
    after, before = word_after(span), form_before(span)
    if before == "in" and span.start > 1 and span.doc[span.start - 2].like_num:
        return True
    if after is None:
        return before == "per"
    return "per" in {before, after.lower_} or not unit_words("durations").isdisjoint(
        {after.lower_, singular(after.lower_)}
    )


def _is_countable(noun: Token) -> bool:
    """Tell "two tanks" from "two ways", "two years" and "two co-" signers."""
    forms = {noun.lower_, singular(noun.lower_)}
    # A compound that is cut at its hyphen is no noun yet.
    after = noun.doc[noun.i + 1 : noun.i + 2].text
    if after[:1] in {"-", "‐"}:
        return False
    uncounted = unit_words("not_counted") | unit_words("durations")
    return forms.isdisjoint(uncounted) and noun.text[0].isalpha()


def _is_in_name(span: Span) -> bool:
    """Tell "G20", "the 300 Club" and "Boeing 737 jets" from counted things."""
    if span[0].ent_type_ and span[0].ent_type_ not in AMOUNT_LABELS | {"NORP"}:
        return True
    before = span.doc[span.start - 1] if span.start else None
    if before is None or before.pos_ != "PROPN" or span[0].is_alpha:
        return False
    return before.head.i >= span.start and before.dep_ in {"compound", "flat"}


def _is_known_already(span: Span, amount: Amount, noun: Token) -> bool:
    """Tell "the two countries" and "one man", which count nothing new.

    A single man who was killed is a figure all the same.
    """
    if amount.value is None or amount.value > _LARGEST_POINTED_AT:
        return False
    if amount.bound != "exact" or happened_to(noun):
        return False
    return amount.value == 1 or form_before(span) in _POINTING


def _money(span: Span, amount: Amount) -> Unit | None:
    """Return the currency of a number, by the sign before it or the words after it."""
    if amount.currency:
        sign = amount.currency.replace(".", "")
        return Unit(unit_names("currencies").get(sign) or "USD", None, span[-1])
    following = span.doc[span.end : span.end + _MONEY_WORDS]
    tokens = [token for token in following if not token.is_space]
    for at, word in enumerate(tokens):
        code = _currency_code("_".join(one.lower_ for one in tokens[:at]), word)
        if code and word.pos_ in _MONEY_POS:
            return Unit(code, None, word)
    return None


def _currency_code(nation: str, word: Token) -> str | None:
    """Return the code of "Canadian dollars", "euros" or "U.S. dollars".

    Words before a currency that are no such nation are something else: None.
    """
    lemma = word.lemma_.lower()
    if code := national_currencies().get((nation, lemma)):
        return code
    if nation not in _PLAIN_NATIONS:
        return None
    currencies = unit_names("currencies")
    return currencies.get(lemma) or currencies.get(word.lower_)


def _percent(span: Span) -> Unit | None:
    """Return a share as "percent", with the noun it is a share of, if it says one."""
    sign = _percent_sign(span)
    if sign is None:
        return None
    of = (child for child in sign.children if child.i > sign.i and _has_of(child))
    return Unit("percent", next(of, None), sign)


def _percent_sign(span: Span) -> Token | None:
    following = list(span.doc[span.end : span.end + 2])
    if [word.lower_ for word in following] == ["per", "cent"]:
        return following[1]
    signs = unit_words("percent")
    return next((word for word in following[:1] if word.lower_ in signs), None)


def _unit_without_noun(span: Span, root: Token, amount: Amount) -> Unit | None:
    """Return the unit of a number without a noun: "15 dead", "the toll rose to 45"."""
    if span[0].ent_type_ and span[0].ent_type_ not in AMOUNT_LABELS:
        return None
    after = word_after(span)
    states = unit_names("adjectives")
    if after is not None and after.lower_ in states:
        return Unit(states[after.lower_], None, after)
    # "one" without a noun is a pronoun.
    if amount.value == 1:
        return None
    if name := _happened_to_bare_number(span, root):
        return Unit(name, None, span[-1])
    return _unit_of_subject(span, root)


def _happened_to_bare_number(span: Span, root: Token) -> str | None:
    """Read "wounded 30", "wounded 30 more" and "dead: 30"."""
    is_more = root.head.lower_ in {"more", "others"}
    return (
        unit_names("adjectives").get(form_before(span))
        or happened_to(root)
        or happened_to(root.head if is_more else root)
    )


def _unit_of_subject(span: Span, root: Token) -> Unit | None:
    """Read "the death toll rose to 45" and "civilian deaths averaged 20 daily"."""
    after = word_after(span)
    rate = after if after is not None and after.lower_ in _RATES else None
    subject = _counted_subject(span) if rate is not None else None
    if (toll := _toll_above(root)) is not None:
        return Unit(toll.name, toll.noun, span[-1])
    subject = subject if subject is not None else _subject(root)
    if subject is None:
        return None
    if _is_reached(root) and subject.lemma_.lower() in unit_names("nouns"):
        return Unit(noun_unit(subject), subject, span[-1])
    if rate is not None and _is_plural(subject):
        return Unit(noun_unit(subject), subject, rate)
    return None


def _counted_subject(span: Span) -> Token | None:
    """Return the last subject before a number that names something counted."""
    tokens = reversed(span.doc[span.sent.start : span.start])
    subjects = (token for token in tokens if token.dep_.startswith("nsubj"))
    nouns = unit_names("nouns")
    return next((one for one in subjects if one.lemma_.lower() in nouns), None)


def _toll_above(token: Token) -> Unit | None:
    """Return the toll that a number gives: "a toll of 45", "raised the toll to 45"."""
    above = [token.head] if token.dep_ == "nmod" else []
    beside = [
        child
        for child in _clause(token).children
        if child.dep_.startswith(("nsubj", "obj")) and child.i < token.i
    ]
    for noun in (*above, *beside):
        if name := toll_of(noun):
            return Unit(name, noun, token)
    return None


def _subject(token: Token) -> Token | None:
    """Return the subject of the clause that a word stands in."""
    children = _clause(token).children
    return next((child for child in children if child.dep_.startswith("nsubj")), None)


def _is_reached(number: Token) -> bool:
    """Tell "arrests rose to 45" from "injuries kept 45 out"."""
    return any(
        child.dep_ == "case" and child.lower_ == "to" for child in number.children
    )


def _clause(token: Token) -> Token:
    while token.pos_ not in CLAUSE_POS and token.head != token:
        token = token.head
    return token


def _has_of(noun: Token) -> bool:
    return any(child.lower_ == "of" for child in noun.children)


def _is_plural(noun: Token) -> bool:
    return has_feature(noun, "Number", "Plur")
