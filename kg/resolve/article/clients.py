"""Who is before a court: whom a lawyer calls "her client", who is "the attacker"."""

import re
from collections.abc import Iterator

from kg.english.lexicon import words
from kg.resolve.article.chains import Chain, Link, Linking
from kg.resolve.article.salience import before, chains_before

_LAWYERS = words("people.lawyers")
_ACCUSED = words("people.accused")
_ALLEGED = words("modality.claimed_adjectives")
_SENTENCES = 30
_POSSESSED = re.compile(r"(?:his|her|my|our|their) ", re.IGNORECASE)
_CLIENT = re.compile(r" clients?\b")
# What stands between a lawyer and whom he is for, and the most characters of it.
_FOR = re.compile(
    r",? (?:for|of|(?:who (?:is |was )?)?(?:defend|represent)(?:s|ed|ing)|acting for) "
)
_REACH = 30
# Who else than the accused has a lawyer who speaks.
_OTHER_PARTIES = re.compile(
    r"\b(?:complainant|plaintiff|survivor|victim)", re.IGNORECASE
)


def client(linking: Linking, index: int) -> Link | None:
    """Return whom a lawyer's words call his client.

    That is who is told to have one, "Quill's lawyer" or "the lawyer for Quill"; else
    the one person in the text who is accused, where it tells of no other party.
    """
    candidate = linking.candidates[index]
    if candidate.lemma != "client" or not _POSSESSED.match(candidate.text):
        return None
    speakers = {
        chain.id
        for head in candidate.said_by
        for other in linking.with_head(head)
        for chain in linking.chains_of(other)
    }
    served = {
        chain.id: chain
        for other in before(linking, index, _SENTENCES)
        if linking.candidates[other].lemma in _LAWYERS
        for chain in _served_by(linking, other)
    }
    is_told = _OTHER_PARTIES.search(linking.article.text) is not None
    found = list(served.values()) or ([] if is_told else accused_persons(linking))
    others = [chain for chain in found if chain.id not in speakers]
    return Link(others[0], 0.6, "client") if len(others) == 1 else None


def is_of_lawyer(linking: Linking, index: int) -> bool:
    """Tell whether "her" is a lawyer's in her own words of "her client".

    "Quill's lawyer, Ada Moss, said her client was ill": Moss's, and not of her.
    """
    pronoun = linking.candidates[index]
    is_before_client = _CLIENT.match(linking.article.text, pronoun.end) is not None
    return is_before_client and any(
        _is_named(chain)
        for head in pronoun.said_by
        for other in linking.with_head(head)
        for chain in linking.chains_of(other)
    )


def accused(linking: Linking, index: int) -> Link | None:
    """Return the one person in the text who is accused, if named, for "the attacker".

    So weak a link names nobody as the attacker of an event: see `surely_at`.
    """
    candidate = linking.candidates[index]
    if candidate.lemma not in _ACCUSED or not _ALLEGED.issuperset(candidate.modifiers):
        return None
    found = accused_persons(linking)
    met = chains_before(linking, index, _SENTENCES)
    if len(found) != 1 or all(chain is not found[0] for _, chain in met):
        return None
    return Link(found[0], 0.6, "accused")


def accused_persons(linking: Linking) -> list[Chain]:
    """Return the named persons whom the text says to be accused or tried."""
    return [x for x in linking.chains.values() if _is_named(x) and x.words & _ACCUSED]


def _served_by(linking: Linking, lawyer: int) -> Iterator[Chain]:
    """Yield the persons whom a phrase says that a lawyer is for."""
    end = linking.candidates[lawyer].end
    for other in linking.mentions_inside(lawyer):
        yield from filter(_is_named, linking.chains_of(other))
    for other in linking.starting_in(end, end + _REACH):
        if _FOR.fullmatch(linking.text_between(end, linking.candidates[other].start)):
            yield from filter(_is_named, linking.chains_of(other))


def _is_named(chain: Chain) -> bool:
    return chain.type == "Person" and chain.is_entity
