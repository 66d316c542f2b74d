"""Names of organisations to chains, with the acronyms and short forms of each."""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from types import MappingProxyType

from kg.english.lexicon import words
from kg.english.nouns import classes_of
from kg.extract.findings import Candidate
from kg.folding import is_acronym, keys_by_word, name_key
from kg.gazetteer.cities import is_city
from kg.gazetteer.organisations import Organisation, organisation_named
from kg.gazetteer.states import find_state
from kg.resolve.article.aliases import is_also
from kg.resolve.article.chains import Chain, Linking, state_chain
from kg.resolve.article.scopes import (
    key_in_article,
    owner_of_body,
    state_with_body,
)
from kg.resolve.initials import key_in_state
from kg.resolve.organisation_names import (
    body_of,
    is_of_some_state,
    leading_state,
    organisation_key,
    state_and_body,
)

_BODIES = words("bodies.in_names")
_OF_STATES = words("bodies.of_states")
_TAILS = words("bodies.tails") | words("bodies.company_tails")
_SMALL_WORDS = words("names.small_words")
# What opens the names of many bodies, and is the short form of none.
_OF_MANY = (
    words("bodies.body")
    | words("bodies.every_state_has")
    | words("bodies.of_states")
    | words("bodies.of_fields")
    | words("bodies.taking_up")
    | _BODIES
    | _TAILS
)
_LEAST_INITIALS = 3
# How many characters before an acronym its expansion may begin.
_FAR = 120
_GOVERNMENT = frozenset({"government", "administration"})
# "Local Government of" is no state's; these are.
_GOVERNMENT_OF = re.compile(
    r"(?:the )?(?:federal |interim |national |royal |transitional )?governments? of ",
    re.IGNORECASE,
)
# A shorter word alone is too often part of other names: "ACT", "Sun".
_LEAST_LETTERS = 4


def organisation_names(linking: Linking) -> dict[str, str]:
    """Map the article's folded names of organisations to the name each stands for.

    With "the Global Widget Board (GWB)" in the text, "global widget board" and "gwb"
    both map to "Global Widget Board"; "the Board" does so, too, where no other name
    ends alike.
    """
    names: dict[str, str] = {}
    organisations = [
        c for c in linking.candidates if c.label == "ORG" and c.form != "nominal"
    ]
    # "LEEDS", in a dateline or a heading, is "Leeds" below.
    for candidate in sorted(organisations, key=lambda c: c.text.isupper()):
        names.setdefault(name_key(candidate.text), _canonical(candidate.text))
    for first, second in pairwise(organisations):
        gap = linking.text_between(first.end, second.start)
        # What the article explains outweighs what the gazetteer knows of an acronym.
        is_short = gap.strip() == "(" and _is_abbreviated(first.text, second.text)
        if is_short or is_also(gap):
            names[name_key(second.text)] = names[name_key(first.text)]
    for candidate in organisations:
        expansion = _expansion(linking, candidate)
        if expansion is not None and candidate.text == names[name_key(candidate.text)]:
            names[name_key(candidate.text)] = expansion
    _add_initials(names)
    _add_short_forms(names)
    _add_opening_words(names, organisations)
    return names


def _is_abbreviated(name: str, short: str) -> bool:
    """Tell "NATO", "MoF" of a "Ministry of Fish" and "Mitur" of one of Tourism.

    A short form that is no acronym has letters of the name alone, in their order.
    """
    if is_acronym(short):
        return True
    letters = iter(name_key(name).replace(" ", ""))
    wanted = name_key(short)
    is_opening = wanted[:1] == name_key(without_article(name))[:1]
    return is_opening and " " not in wanted and all(x in letters for x in wanted)


def link_organisation(
    linking: Linking,
    index: int,
    names: dict[str, str],
    spoken_of: Chain | None = None,
    told: Mapping[str, Chain] = MappingProxyType({}),
) -> None:
    """Link a name to the organisation that it stands for.

    `names` are those of `organisation_names`, `spoken_of` is the state that the article
    speaks of: its "Interior Ministry" is that state's where nothing beside it tells
    another, nor elsewhere in the article (`told`), and so are initials that nobody
    explains. "The Kenyan government" is no body of its own but the state of Kenya.
    """
    candidate = linking.candidates[index]
    key = name_key(candidate.text)
    state = _state_governed(linking, index) if _is_government(key) else None
    if state is not None:
        linking.link(index, state, 0.8, "its government")
        return
    name = names.get(key, _canonical(candidate.text))
    known = organisation_named(candidate.text)
    if known is not None and name == known.name:
        # Its name may be one that other states' bodies have: "Defense Department".
        name = without_article(candidate.text)
    if is_of_some_state(name):
        owner = owner_of_body(linking, index) or told.get(state_and_body(name)[1])
        chain = _chain_of_owner(linking, name, owner, spoken_of)
    else:
        key = organisation_key(name)
        if known is None and spoken_of is not None and is_acronym(name):
            key = key_in_state(key, spoken_of.key)
        chain = linking.chain("Organization", key, name)
    _add_what_is_known(chain, chain.name)
    is_same = name_key(without_article(candidate.text)) == name_key(name)
    score, reason = (1.0, "name") if is_same else (0.9, "known as")
    linking.link(index, chain, score, reason)


def _chain_of_owner(
    linking: Linking, name: str, owner: Chain | None, spoken_of: Chain | None
) -> Chain:
    """Return the chain of a body that every state has, by whose it is here."""
    known = organisation_named(name) or organisation_named(f"United Nations {name}")
    # The gazetteer's is the best known, not the only one of its name.
    if owner is None and known is not None and _is_at_home(linking, known, spoken_of):
        return linking.chain("Organization", name_key(known.name), known.name)
    key = organisation_key(name) if known is None else name_key(name)
    # "The Court" and "Police" may be anybody's.
    if " " in key or key in _OF_STATES:
        owner = owner or state_with_body(linking, key) or spoken_of
    if owner is None:
        return linking.chain("Organization", key_in_article(linking, key), name)
    full = f"{owner.name} {name}"
    known = organisation_named(full)
    if known is not None:
        # What a state's "Congress" is called in full.
        return linking.chain("Organization", name_key(known.name), known.name)
    chain = linking.chain("Organization", body_of(owner.name, key), full)
    if owner.type == "State":
        chain.states.add(owner.key)
    return chain


def _is_at_home(linking: Linking, known: Organisation, spoken_of: Chain | None) -> bool:
    """Tell whether an article may mean the body that the gazetteer knows."""
    return (
        known.state is None
        or spoken_of is None
        or f"State:{known.state}" in linking.chains
    )


def without_article(text: str) -> str:
    """Return a name without the article before it: "White House"."""
    return text.removeprefix("The ").removeprefix("the ")


def _canonical(text: str) -> str:
    known = organisation_named(text)
    return known.name if known else without_article(text)


def _expansion(linking: Linking, candidate: Candidate) -> str | None:
    """Return the words before an acronym in brackets whose initials it has.

    "the chief widget officer (CWO)" gives "chief widget officer", which need not be a
    name; "the widget officer (CWO)" gives nothing.
    """
    before = linking.text_between(max(candidate.start - _FAR, 0), candidate.start)
    if not is_acronym(candidate.text) or not before.endswith(" ("):
        return None
    wanted = name_key(candidate.text).replace(" ", "")
    parts = before.rpartition("\n")[2].removesuffix(" (").split()
    found = ""
    for place in range(len(parts) - 1, -1, -1):
        if name_key(parts[place]) in _SMALL_WORDS:
            continue
        found = "".join(word[0] for word in name_key(parts[place]).split()) + found
        if len(found) >= len(wanted):
            is_meant = found == wanted and len(wanted) >= _LEAST_INITIALS
            return " ".join(parts[place:]) if is_meant else None
    return None


def _add_initials(names: dict[str, str]) -> None:
    """Let initials that nobody explains mean the one name that has them: "GWB"."""
    full: dict[str, set[str]] = {}
    for key, name in names.items():
        initials = "".join(word[0] for word in key.split() if word not in _SMALL_WORDS)
        if len(initials) >= _LEAST_INITIALS:
            full.setdefault(initials, set()).add(name)
    for key, name in names.items():
        is_unexplained = is_acronym(name) and name_key(name) == key
        if is_unexplained and len(full.get(key, ())) == 1:
            names[key] = next(iter(full[key]))


def _add_short_forms(names: dict[str, str]) -> None:
    """Let "the Foreign Ministry" mean the one longer name that it is part of."""
    unknown = [key for key in names if organisation_named(key) is None]
    by_word = keys_by_word(names)
    # The longest first, so that a short form of a short form ends at the full name.
    for short in sorted(unknown, key=lambda key: (-len(key), key)):
        if not _may_be_short(short, names[short]):
            continue
        fuller = by_word[short.split()[0]]
        longer = {names[key] for key in fuller if _is_short_for(short, key)}
        # Of two courts, "the court" is neither; an acronym is explained already.
        if len(longer) == 1 and name_key(names[short]) == short:
            names[short] = longer.pop()


def _may_be_short(key: str, name: str) -> bool:
    """Tell whether a name may be part of a longer one: no acronym and no tiny word."""
    is_word = len(key) >= _LEAST_LETTERS and not is_acronym(name)
    return len(key.split()) > 1 or is_word


def _is_short_for(short: str, full: str) -> bool:
    """Tell whether "foreign ministry" may stand for "russian foreign ministry".

    So may "supreme court" for that "of ghana", "quill institute" for that "for policy
    research", and "ford" for "ford motor company"; "league" may not for "league of
    writers": there are many leagues.
    """
    if full.endswith(f" {short}") and short.endswith("s"):
        # "Rovers" of "Quill Rovers", "Times" of "The Oslo Times".
        return True
    if full.endswith(f" {short}") or full.startswith(f"{short} of "):
        return len(short.split()) > 1 or short in _BODIES
    if full.startswith((f"{short} for ", f"{short} on ")):
        return "body" in classes_of(short.split()[-1])
    return full.startswith(f"{short} ") and full.split()[-1] in _TAILS


def _add_opening_words(
    names: dict[str, str], organisations: Sequence[Candidate]
) -> None:
    """Let "Quill" mean the one "Quill Foods" that the article names before it.

    "Quill Foods said ... Quill added": papers leave out what a company makes or does.
    """
    last = {name_key(each.text): each.start for each in organisations}
    first = {name_key(each.text): each.start for each in reversed(organisations)}
    by_word = keys_by_word(names)
    for short in names:
        if not _may_open(short, names[short]):
            continue
        fuller = {
            names[key]
            for key in by_word[short.split()[0]]
            if key in first and first[key] < last[short] and _opens(short, key)
        }
        if len(fuller) == 1:
            names[short] = fuller.pop()


def _may_open(key: str, name: str) -> bool:
    """Tell whether a name that nothing explains may be the first words of another."""
    return (
        name_key(name) == key
        and _may_be_short(key, name)
        and _OF_MANY.isdisjoint(key.split())
        and organisation_named(name) is None
        and find_state(name) is None
        and not is_city(name)
    )


def _opens(short: str, full: str) -> bool:
    """Tell whether a name goes on with what a company makes: "quill", "quill foods".

    "Quill of Oslo" and "Quill Kenya" may be others.
    """
    rest = full.removeprefix(f"{short} ").split()
    return (
        full.startswith(f"{short} ")
        and rest[0] not in _SMALL_WORDS
        and _BODIES.isdisjoint(rest)
        and find_state(" ".join(rest).title()) is None
    )


def _is_government(key: str) -> bool:
    """Tell "kenyan government" and "government of kenya" from other bodies."""
    return (
        _GOVERNMENT_OF.match(key) is not None or key.rpartition(" ")[2] in _GOVERNMENT
    )


def _state_governed(linking: Linking, index: int) -> Chain | None:
    """Return the one state inside the name of a government."""
    text = linking.candidates[index].text
    opening = _GOVERNMENT_OF.match(text)
    rest = text[opening.end() :] if opening else text
    words_ = without_article(rest).split()
    state, length = leading_state(words_)
    if state is not None and length == len(words_) - (opening is None):
        return state_chain(linking, state)
    chains = [
        chain
        for inner in linking.mentions_inside(index)
        for chain in linking.chains_of(inner)
    ]
    return chains[0] if len(chains) == 1 and chains[0].type == "State" else None


def _add_what_is_known(chain: Chain, name: str) -> None:
    """Add the kind and the state of an organisation that the gazetteer knows."""
    chain.gender = "neuter"
    known = organisation_named(name)
    if known is not None:
        chain.words.add(known.kind)
        if known.state:
            chain.states.add(known.state)
