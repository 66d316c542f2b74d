"""Names of firms and parties that few texts know, by what their text tells of them."""

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from kg.annotate.names.gazetteer import known_label
from kg.annotate.names.things import Found
from kg.annotate.names.titles import title_start
from kg.english.clauses import SAYING
from kg.english.inflection import base_forms, noun_forms
from kg.english.lexicon import words
from kg.folding import name_key
from kg.gazetteer.cities import is_city
from kg.gazetteer.given_names import is_given_name

_TAILS = words("bodies.company_tails")
_COMPANIES = words("bodies.companies")
# Who makes, runs or belongs to something is a firm, where the name beside it is.
_FIRMS = _COMPANIES | words("bodies.firms_by_trade")
# What "the company" is called where it is taken up, and what only a firm has.
_TAKING_UP = _COMPANIES | {"business", "group"}
_OWNED = words("bodies.owned_by_companies")
_PARTIES = frozenset({"bloc", "coalition", "opposition", "party"})
_OUTLETS = words("bodies.outlets")
_POLITICS = words("bodies.leanings_of_parties")
_LAND = words("names.last_words_of_places")
_AMERICAN_STATES = words("places.american_states")
_RIVALS = frozenset({"competitor", "rival"})
_BUYING = frozenset({"acquire", "buy", "purchase"})
_SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
_OBJECTS = frozenset({"obj", "obl", "obl:agent", "nmod"})
# Where "the company" may be the one that spoke: so many sentences on, at most.
_SENTENCES_ON = 3
_MISTAKEN = frozenset({"LOC", "PERSON"})


def short_for_companies(doc: Doc, found: Found) -> Iterator[tuple[int, int]]:
    """Yield the lone words that open a company's name: "Quill" of "Quill Motor Co.".

    Where a person of the article has that family name, the word may mean either.
    """
    long = {span: label for span, label in found.items() if span[1] - span[0] > 1}
    opening = {
        doc[start].text
        for (start, end), label in long.items()
        if label == "ORG" and doc[end - 1].lower_.strip(".") in _TAILS
    }
    opening -= _family_names(doc, found)
    for span in _mistaken(doc, found):
        if doc[slice(*span)].text in opening:
            yield span


def told_companies(doc: Doc, found: Found) -> Iterator[tuple[int, int]]:
    """Yield the names that their text tells to be a firm's or a party's, everywhere.

    "Shares of Quill fell", "software maker Quill", "Quill, a carmaker", "Quill's
    shareholders"; "Quill said it would ... The company"; "the far-right Quill"; a place
    that speaks. Known
    places, given names and who has a title or a full name in the text are none. Needs
    a parse.
    """
    names = _family_names(doc, found)
    spans = [
        span
        for span in _mistaken(doc, found)
        if not names & {doc[slice(*span)].text, doc[span[1] - 1].text}
    ]
    placed = _placed(doc, spans)
    told = {doc[slice(*span)].text for span in spans if _is_told(doc, found, span)}
    told -= placed
    if told:
        # A firm's rival is one; a politician's is not.
        rivals = {
            doc[slice(*span)].text for span in spans if _is_rival(doc[slice(*span)])
        }
        told |= rivals - placed
    for span in spans:
        if doc[slice(*span)].text in told:
            yield span


def told_outlets(doc: Doc, found: Found) -> Iterator[tuple[int, int]]:
    """Yield the names of papers and stations that a noun says to be such.

    "The newspaper Quill", "broadcaster Ada": whatever the model has them for, and
    everywhere.
    """
    told = {
        doc[start:end].text
        for (start, end), label in found.items()
        if label not in {"ORG", "NORP"}
        and start
        and doc[start - 1].lower_ in _OUTLETS
        and doc[start - 1].pos_ == "NOUN"
        and known_label(doc[start:end].text) is None
        and title_start(doc, start) == start
    }
    for (start, end), label in found.items():
        if label != "NORP" and doc[start:end].text in told:
            yield start, end


def _mistaken(doc: Doc, found: Found) -> Iterator[tuple[int, int]]:
    """Yield the names of no known place or body that are no firm's so far.

    A person's is one word: who has more is called so.
    """
    for (start, end), label in found.items():
        text = doc[start:end].text
        is_short = end == start + 1 or label == "LOC"
        if label in _MISTAKEN and is_short and known_label(text) is None:
            yield start, end


def _family_names(doc: Doc, found: Found) -> set[str]:
    """Return the last words of the persons' names that are full or have a title."""
    return {
        doc[end - 1].text
        for (start, end), label in found.items()
        if label == "PERSON" and (end - start > 1 or title_start(doc, start) < start)
    }


def _placed(doc: Doc, spans: list[tuple[int, int]]) -> set[str]:
    """Return the names that are of towns or people, or stand where places do: "in"."""
    return {
        doc[start:end].text
        for start, end in spans
        if is_city(doc[start:end].text)
        or is_given_name(doc[start].text)
        or (word := doc[start - 1].lower_ if start else "") in {"near", "mr", "mrs"}
        or (word == "in" and not _is_share(doc, start))
    }


def _is_told(doc: Doc, found: Found, span: tuple[int, int]) -> bool:
    name = doc[slice(*span)]
    return (
        _is_share(doc, name.start)
        or _has_what_firms_have(name)
        or _is_beside(name, _FIRMS | _PARTIES)
        or _leans(name)
        or doc[name.end : name.end + 2].text == "news agency"
        or (found[span] == "LOC" and (_is_bought(name) or _speaks(name)))
        or _is_taken_up(doc, found, name)
    )


def _leans(name: Span) -> bool:
    """Tell whether a name has a party's leaning: "the far-right Quill"."""
    before = [child for child in name.root.lefts if child.i < name.start]
    is_the = any(child.lower_ == "the" for child in before)
    leanings = {child.lower_ for child in before if child.dep_ in {"amod", "compound"}}
    return is_the and not _POLITICS.isdisjoint(leanings)


def _is_rival(name: Span) -> bool:
    return _is_beside(name, _RIVALS)


def _is_bought(name: Span) -> bool:
    """Tell whether a name, of no land, is bought: "agreed to buy Quill"."""
    return name.root.dep_ == "obj" and not _BUYING.isdisjoint(
        base_forms(name.root.head)
    )


def _speaks(name: Span) -> bool:
    """Tell whether a name, of no known land, says something: "Quill said".

    Capitals and states speak, too, but those are known.
    """
    verb, last = name.root.head, name[-1].lower_
    is_subject = name.root.dep_ == "nsubj" and name.root.i < verb.i
    is_land = last in _LAND or name_key(name.text) in _AMERICAN_STATES
    return is_subject and not is_land and not SAYING.isdisjoint(base_forms(verb))


def _is_share(doc: Doc, start: int) -> bool:
    """Tell whether a name stands behind "shares of" or "shareholders in"."""
    if start < 2 or doc[start - 1].lower_ not in {"of", "in"}:
        return False
    owned = doc[start - 2]
    return _is_one_of(owned, _OWNED)


def _has_what_firms_have(name: Span) -> bool:
    """Tell whether a name owns what firms alone have: "Quill's shares", "Quill stock".

    So it does a chief executive; many another has an executive.
    """
    owner = name.root
    noun = owner.head
    is_before = owner.dep_ in {"nmod:poss", "compound"} and noun.i > owner.i
    is_chief = noun.lower_ == "executive" and noun.nbor(-1).lower_ == "chief"
    return is_before and (_is_one_of(noun, _OWNED) or is_chief)


def _is_beside(name: Span, nouns: frozenset[str]) -> bool:
    """Tell whether one of some nouns stands beside a name: "Quill, maker of tyres".

    Behind the name it needs its comma, before it none: "software maker Quill".
    """
    doc, root = name.doc, name.root
    before = doc[name.start - 1] if name.start else None
    if before is not None and _is_one_of(before, nouns):
        return True
    beside = [child for child in root.children if child.dep_ == "appos"]
    if root.dep_ == "appos":
        beside.append(root.head)
    return any(not noun.ent_type_ and _is_one_of(noun, nouns) for noun in beside)


def _is_one_of(token: Token, nouns: frozenset[str]) -> bool:
    return token.pos_ == "NOUN" and not nouns.isdisjoint(noun_forms(token))


def _is_taken_up(doc: Doc, found: Found, name: Span) -> bool:
    """Tell whether who speaks of itself as "it" is taken up by "the company".

    "Quill said it would close. The company": no other body acts between.
    """
    if _opens_next_sentence(name):
        return True
    verb = name.root.head
    speaks = not SAYING.isdisjoint(base_forms(verb))
    if name.root.dep_ not in _SUBJECTS or not speaks or not _is_of_itself(verb):
        return False
    noun = next(_taking_up(doc, name.end), None)
    return noun is not None and not any(
        label == "ORG"
        and name.end <= start < noun.i
        and doc[start:end].root.dep_ in _SUBJECTS
        for (start, end), label in found.items()
    )


def _opens_next_sentence(name: Span) -> bool:
    """Tell whether "the company" goes on from the name that a sentence ends with.

    "The dam belongs to Quill Sur. The company said".
    """
    doc, after = name.doc, name.end + 1
    is_last = doc[name.end : after].text == "." and name.root.dep_ in _OBJECTS
    while after < len(doc) and doc[after].is_space:
        after += 1
    noun = doc[after + 1] if is_last and after + 1 < len(doc) else None
    return (
        noun is not None
        and doc[after].lower_ == "the"
        and noun.dep_ in _SUBJECTS
        and _is_one_of(noun, _TAKING_UP)
    )


def _is_of_itself(verb: Token) -> bool:
    """Tell whether what a verb reports has "it" for its subject."""
    return any(
        any(x.lower_ == "it" and x.dep_ in _SUBJECTS for x in clause.children)
        for clause in verb.children
        if clause.dep_ == "ccomp" and clause.i > verb.i
    )


def _taking_up(doc: Doc, start: int) -> Iterator[Token]:
    """Yield the nouns in "the company" in the sentences from a word on."""
    sentences = 0
    for token in doc[start:]:
        sentences += bool(token.is_sent_start)
        if sentences > _SENTENCES_ON:
            return
        is_the = any(word.lower_ == "the" for word in token.lefts)
        is_spoken_for = token.dep_ == "compound" and token.head.lower_.startswith(
            "spokes"
        )
        if (is_the or is_spoken_for) and _is_one_of(token, _TAKING_UP):
            yield token
