"""Which nouns take up a body, by its name and what the text tells of it."""

import re

from kg.english.lexicon import forms, words
from kg.english.nouns import classes_of
from kg.extract.findings import Candidate
from kg.folding import name_key
from kg.resolve.article.chains import Chain

_ARMIES = frozenset({"army", "military", "navy"})
_KINDS = forms("bodies.kinds")
_BEHIND_KIND = re.compile(r" (?:against|for|of|on) ")
_AGENCIES = words("bodies.agencies")
# Nouns that fit bodies of every kind, and that tell of none which it is.
_ANY = frozenset({"body", "organisation", "organization"})
_VAGUE = _ANY | {"group", "network"}
_TRADES = words("bodies.companies") | words("bodies.firms_by_trade")
# Nouns for a company of any trade, and for an outlet of any kind.
_ANY_COMPANY = frozenset({"business", "company", "firm", "group"})
_TAILS = words("bodies.company_tails")
_NAMES_OF_OUTLETS = words("bodies.names_of_outlets")
OUTLETS = words("bodies.outlets") | words("bodies.outlets_alone")


def is_called(chain: Chain, lemma: str) -> bool:
    """Tell whether a noun fits an organisation by its name or by what it is.

    "council" fits the "Council of Elders", "alliance" a treaty organisation, be it
    named by its initials alone.
    """
    if _is_no_army(chain, lemma):
        return False
    named = {*name_key(chain.name).split(), *chain.key.split()}
    if lemma in named or lemma in chain.words:
        return True
    return _KINDS.get(lemma) in named or any(_KINDS.get(w) == lemma for w in named)


def _is_no_army(chain: Chain, lemma: str) -> bool:
    """Tell whether an army is none: rebels call themselves so; states have one."""
    return lemma in _ARMIES and not chain.states


def fits_kind(chain: Chain, candidate: Candidate) -> bool:
    """Tell whether a noun may stand for a body, by the kind that its name tells.

    "bank" fits "Quill Brothers", whose name tells no kind, and "Quill Bank", but not
    "Quill University".
    """
    if not chain.is_entity or candidate.lemma in _ANY:
        return chain.is_entity
    if _is_no_army(chain, candidate.lemma):
        return False
    # A name's kind is its last word's, or that before "of": "Network Rail" is none.
    head: str = _BEHIND_KIND.split(name_key(chain.name), maxsplit=1)[0]
    last = head.rpartition(" ")[2]
    named = {last} if "body" in classes_of(last) else set()
    if last in _NAMES_OF_OUTLETS:
        return candidate.lemma in OUTLETS
    kinds = named | {word for word in chain.words - _VAGUE if _is_kind(word)}
    is_agency = candidate.lemma == "agency" and kinds <= _AGENCIES
    is_company = candidate.lemma in _ANY_COMPANY and bool(kinds & _TRADES)
    return not kinds or candidate.lemma in kinds or is_agency or is_company


def is_company(chain: Chain) -> bool:
    """Tell whether the text or a body's name says that it is a company."""
    last = name_key(chain.name).rpartition(" ")[2]
    is_told = bool((chain.words | {last}) & _TRADES) or last in _TAILS
    return chain.type == "Organization" and chain.is_entity and is_told


def _is_kind(noun: str) -> bool:
    return noun in _TRADES or "body" in classes_of(noun)
