"""Names of organisations to chains, with the acronyms and short forms of each."""

from itertools import pairwise

from kg.english.lexicon import words
from kg.folding import is_acronym, keys_by_word, name_key
from kg.gazetteer.organisations import organisation_named
from kg.resolve.article.chains import Chain, Linking

_BODIES = words("bodies.in_names")
_TAILS = words("bodies.tails") | words("bodies.company_tails")
_SMALL_WORDS = words("names.small_words")
_LEAST_INITIALS = 3
_GOVERNMENT = frozenset({"government", "administration"})
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
    for candidate in organisations:
        names.setdefault(name_key(candidate.text), _canonical(candidate.text))
    for first, second in pairwise(organisations):
        gap = linking.text_between(first.end, second.start)
        # What the article explains outweighs what the gazetteer knows of an acronym.
        if gap.strip() == "(" and is_acronym(second.text):
            names[name_key(second.text)] = names[name_key(first.text)]
    _add_initials(names)
    _add_short_forms(names)
    return names


def link_organisation(linking: Linking, index: int, names: dict[str, str]) -> None:
    """Link a name to the organisation that it stands for.

    `names` are those of `organisation_names`. "The Kenyan government" is no body of its
    own but the state of Kenya.
    """
    candidate = linking.candidates[index]
    key = name_key(candidate.text)
    state = _state_governed(linking, index) if _is_government(key) else None
    if state is not None:
        linking.link(index, state, 0.8, "its government")
        return
    name = names.get(key, candidate.text)
    chain = linking.chain("Organization", name_key(name), name)
    _add_what_is_known(chain, name)
    is_same = name_key(without_article(candidate.text)) == name_key(name)
    score, reason = (1.0, "name") if is_same else (0.9, "known as")
    linking.link(index, chain, score, reason)


def without_article(text: str) -> str:
    """Return a name without the article before it: "White House"."""
    return text.removeprefix("The ").removeprefix("the ")


def _canonical(text: str) -> str:
    known = organisation_named(text)
    return known.name if known else without_article(text)


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

    So may "supreme court" for that "of ghana", and "ford" for "ford motor company";
    "league" may not for "league of writers": there are many leagues.
    """
    if full.endswith(f" {short}") or full.startswith(f"{short} of "):
        return len(short.split()) > 1 or short in _BODIES
    return full.startswith(f"{short} ") and full.split()[-1] in _TAILS


def _is_government(key: str) -> bool:
    return key.rpartition(" ")[2] in _GOVERNMENT


def _state_governed(linking: Linking, index: int) -> Chain | None:
    """Return the one state inside the name of a government."""
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
