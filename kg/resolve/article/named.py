"""Names of states, organisations, places, groups and weapons to chains."""

from collections import Counter

from kg.extract.findings import Candidate
from kg.gazetteer.folding import fold, is_acronym
from kg.gazetteer.organisations import Organisation, organisation_named
from kg.gazetteer.states import State, StateForm, find_state
from kg.resolve.article.chains import Chain, Draft

# What a short name may be alone, and what a short name may leave off.
_BODIES = frozenset(
    {"ministry", "department", "court", "council", "parliament", "party", "agency"}
    | {"senate", "congress", "assembly", "commission", "committee", "university"}
    | {"house", "bank"}
)
_TAILS = frozenset(
    {"group", "party", "inc", "corp", "corporation", "company", "foundation", "ltd"}
    | {"institute", "organization", "organisation", "movement", "association", "co"}
)
_GOVERNMENT = frozenset({"government", "administration"})
# Names of states that are more often something else where certain others stand by.
_US_STATES = frozenset({"GEO"})


def link_things(draft: Draft) -> None:
    """Link all names but those of persons, and nominals with a capital ("the West")."""
    _link_states(draft)
    organisations = _organisation_names(draft)
    for index, candidate in enumerate(draft.candidates):
        if index in draft.links or candidate.form in {"pronoun", "nominal"}:
            continue
        if candidate.label == "ORG":
            _link_organisation(draft, index, organisations)
        elif candidate.label == "LOC":
            _link_place(draft, index)
        elif candidate.label == "NORP":
            _link_group(draft, index)
        elif candidate.label == "WEAPON":
            name = candidate.text
            draft.link(index, draft.chain("Weapon", fold(name), name), 0.9, "name")
        elif candidate.label == "OTHER":
            name = candidate.text
            draft.link(index, draft.chain("Other", fold(name), name), 0.7, "name")


def state_chain(draft: Draft, state: State) -> Chain:
    """Return the chain of a state."""
    chain = draft.chain("State", state.id, state.name)
    chain.iso3 = state.iso3
    chain.gender = "neuter"
    chain.states.add(state.id)
    return chain


def state_of(candidate: Candidate) -> tuple[State, StateForm] | None:
    """Return the state that a name, demonym or metonym stands for, and how."""
    if candidate.form in {"pronoun", "nominal"} or candidate.label == "PERSON":
        return None
    found = find_state(candidate.text)
    if found is not None and found[1] == "capital" and candidate.form == "name":
        return None
    return found


def _link_states(draft: Draft) -> None:
    found = {i: state_of(each) for i, each in enumerate(draft.candidates)}
    named = Counter(state[0].id for state in found.values() if state)
    for index, state in found.items():
        if state is None:
            continue
        if state[0].id in _US_STATES and _is_american(state[1], named):
            continue
        score = 0.9 if state[1] == "capital" else 1.0
        reason = f"{state[1]} of the state"
        draft.link(index, state_chain(draft, state[0]), score, reason)


def _is_american(form: StateForm, named: Counter[str]) -> bool:
    """Tell whether "Georgia" is the American one: only the United States is near."""
    return form == "name" and named["USA"] > 0 and not named["RUS"]


def _organisation_names(draft: Draft) -> dict[str, str]:
    """Map the article's organisation names and acronyms to canonical names."""
    names: dict[str, str] = {}
    organisations = [
        c for c in draft.candidates if c.label == "ORG" and c.form != "nominal"
    ]
    for candidate in organisations:
        names.setdefault(fold(candidate.text), _canonical(candidate.text))
    for first, second in zip(organisations, organisations[1:], strict=False):
        gap = draft.between(first.end, second.start)
        if gap.strip() == "(" and is_acronym(second.text):
            names[fold(second.text)] = names[fold(first.text)]
    _add_short_forms(names)
    return names


def _canonical(text: str) -> str:
    known = organisation_named(text)
    return known.name if known else _without_article(text)


def _add_short_forms(names: dict[str, str]) -> None:
    """Let "the Foreign Ministry" mean the one longer name that it is part of."""
    unknown = [key for key in names if organisation_named(key) is None]
    by_word: dict[str, list[str]] = {}
    for key in names:
        for word in dict.fromkeys(key.split()):
            by_word.setdefault(word, []).append(key)
    for short in sorted(unknown, key=lambda key: (-len(key), key)):
        if len(short.split()) < 2 and (len(short) < 4 or is_acronym(names[short])):
            continue
        fuller = by_word[short.split()[0]]
        longer = {names[key] for key in fuller if _is_short_for(short, key)}
        if len(longer) == 1 and fold(names[short]) == short:
            names[short] = longer.pop()


def _is_short_for(short: str, full: str) -> bool:
    """Tell whether "foreign ministry" may stand for "russian foreign ministry".

    So may "supreme court" for that "of ghana", and "ford" for "ford motor company".
    """
    if full.endswith(f" {short}") or full.startswith(f"{short} of "):
        return len(short.split()) > 1 or short in _BODIES
    return full.startswith(f"{short} ") and full.split()[-1] in _TAILS


def _link_organisation(draft: Draft, index: int, names: dict[str, str]) -> None:
    candidate = draft.candidates[index]
    key = fold(candidate.text)
    if key.split()[-1] in _GOVERNMENT:
        states = [c for i in draft.nested(index) for c in draft.of(i)]
        if len(states) == 1 and states[0].type == "State":
            draft.link(index, states[0], 0.8, "its government")
            return
    name = names.get(key, candidate.text)
    chain = draft.chain("Organization", fold(name), name)
    chain.gender = "neuter"
    known: Organisation | None = organisation_named(name)
    if known is not None:
        chain.words.add(known.kind)
        if known.state:
            chain.states.add(known.state)
    same = fold(_without_article(candidate.text)) == fold(name)
    draft.link(index, chain, 1.0 if same else 0.9, "name" if same else "known as")


def _link_place(draft: Draft, index: int) -> None:
    name = _without_article(draft.candidates[index].text)
    if organisation_named(name) is not None:
        _link_organisation(draft, index, {fold(name): _canonical(name)})
        return
    draft.link(index, draft.chain("Location", fold(name), name), 0.9, "name")


def _link_group(draft: Draft, index: int) -> None:
    """Link the name of a people or movement; a bare adjective names nobody."""
    candidate = draft.candidates[index]
    known = organisation_named(candidate.text)
    if known is not None:
        _link_organisation(draft, index, {fold(candidate.text): known.name})
    elif candidate.text.endswith("s") or candidate.speaks:
        name = candidate.text
        draft.link(index, draft.chain("Group", fold(name), name), 0.8, "name")


def _without_article(text: str) -> str:
    return text.removeprefix("The ").removeprefix("the ")
