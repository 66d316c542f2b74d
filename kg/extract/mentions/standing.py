"""Which mentions merely stand in their clause, so that it is not about them."""

from spacy.tokens import Span, Token

from kg.english.lexicon import words
from kg.english.nouns import noun_classes
from kg.english.trees import has_dependent, has_feature, lemma
from kg.extract.figures.unit_names import unit_names

_SITE_CASES = words("places.prepositions")
# With a verb, whence or where to: an attack on Lamu, aid to Lamu are about Lamu.
_ROUTE_CASES = _SITE_CASES | words("places.route_prepositions")
_DIRECTIONS = words("places.directions")
_REGIONS = words("places.regions")
_DIVISIONS = words("places.divisions")
_SITES = words("places.sites")
# "I welcome you" and "I thank you" are about both.
_PUTTING = frozenset({"ask", "assure", "promise", "remind", "tell"})
_OBJECTS = frozenset({"obj", "iobj"})
# From a name to the noun that it names or belongs to: "Helmand province".
_NAMING_DEPS = frozenset(
    {"compound", "amod", "nmod:poss", "appos", "nmod:desc", "nmod:unmarked", "flat"}
)
_BEFORE_NOUN_DEPS = frozenset({"compound", "amod", "nmod:poss", "nmod:desc"})
# Beside a name: "Ada Quill, president of Kenya", "Kenyan President Ada Quill".
_BESIDE_NAME_DEPS = frozenset({"nmod:desc", "compound", "flat", "appos"})
_LARGER_PLACE_DEPS = frozenset({"nmod:unmarked", "appos", "conj", "nmod:npmod", "flat"})
# A noun phrase nests no deeper in prose; the climb ends on any tree.
_MOST_NOUNS = 6


def merely_stands(name: Span, *, is_state: bool) -> bool:
    """Tell whether a state or place is named only to say where, whence or whose.

    `is_state` tells "in Kenya" from "in Nairobi", the town: who speaks of peace in
    Kenya, or in East Africa, speaks of the state. "Nairobi" merely stands in "died in
    Nairobi", and "Kenya" in "died in Nairobi, Kenya", "in southern Kenya", "the Kenyan
    town of Lamu" and "Kenyan President Ada Quill". Needs a parse and `doc.ents`.
    """
    root = name.root
    if (
        _is_seat(name)
        or _tells_currency(root)
        or _is_larger_place(name)
        or _tells_who(root)
        or _is_whole_of_part(name)
    ):
        return True
    is_wide = is_state or not _REGIONS.isdisjoint(part.lower_ for part in name)
    return not is_wide and _is_site(root)


def only_holds_clause(pronoun: Token) -> bool:
    """Tell whether "I" or "you" only say who holds what follows: "I think he left".

    So do both of "I want to ask you about him"; "I left" and "they let me think so"
    speak of the speaker. Needs a parse.
    """
    verb = pronoun.head
    if pronoun.dep_ in _OBJECTS:
        return pronoun.lower_ == "you" and lemma(verb) in _PUTTING
    is_aside = verb.dep_ == "parataxis" and not has_dependent(verb, "cop", "obj", "obl")
    holds = has_dependent(verb, "ccomp") or is_aside
    asks = any(map(_puts_to_you, (verb, *verb.children)))
    return pronoun.dep_ == "nsubj" and (holds or asks)


def _puts_to_you(verb: Token) -> bool:
    """Tell whether a verb is that of "ask you", "tell you"."""
    objects = (child for child in verb.children if child.dep_ in _OBJECTS)
    return lemma(verb) in _PUTTING and any(each.lower_ == "you" for each in objects)


def _is_seat(name: Span) -> bool:
    """Tell whether a name says where a body has its seat: "Nairobi-based"."""
    return name.doc[name.end : name.end + 2].text == "-based"


def _tells_currency(name: Token) -> bool:
    """Tell whether a name only says which money: "300 million Kenyan shillings"."""
    is_before = name.dep_ in _BEFORE_NOUN_DEPS and name.i < name.head.i
    return is_before and lemma(name.head) in unit_names("currencies")


def _is_larger_place(name: Span) -> bool:
    """Tell whether a name follows a comma after the place that lies in it."""
    root, before = name.root, name.start - 1
    if root.dep_ not in _LARGER_PLACE_DEPS or before < 1:
        return False
    follows = name.doc[before].text in {",", "("} and _is_named(name.doc[before - 1])
    return follows and root.head.i < name.start and not _is_listed(root)


def _is_listed(name: Token) -> bool:
    """Tell whether a name is one of several: "Lamu, Kenya and Ghana" lists three."""
    first = name.head if name.dep_ == "conj" else name
    members = [name, *(child for child in first.children if child.dep_ == "conj")]
    return any(has_dependent(member, "cc", "conj") for member in members)


def _tells_who(name: Token) -> bool:
    """Tell whether a name only says which person: "the president of Kenya".

    "Kenyan doctors" are a group, and whose they are matters.
    """
    noun = name.head
    if noun.ent_type_ == "PERSON":
        return _case_of(name) in {"of", "from", "in"} or name.dep_ == "amod"
    if has_feature(noun, "Number", "Plur"):
        return False
    if name.dep_ in _BEFORE_NOUN_DEPS:
        return "office" in noun_classes(noun) or _is_beside_person(noun)
    return _case_of(name) in {"of", "from"} and "office" in noun_classes(noun)


def _is_beside_person(noun: Token) -> bool:
    """Tell whether a noun says who a person of that name is: "doctor Ada Quill"."""
    pairs = [(noun, noun.head), *((child, child) for child in noun.children)]
    return any(
        hanging.dep_ in _BESIDE_NAME_DEPS and named.ent_type_ == "PERSON"
        for hanging, named in pairs
    )


def _is_whole_of_part(name: Span) -> bool:
    """Tell whether a part is meant: "southern Kenya", "Kenya's province of Lamu"."""
    root = name.root
    before = [child for child in root.children if child.i < name.start]
    if any(child.lower_ in _DIRECTIONS for child in before):
        return True
    noun = root.head
    if root.dep_ not in _BEFORE_NOUN_DEPS or lemma(noun) not in _DIVISIONS:
        return False
    return _case_of(noun) in _SITE_CASES or any(
        _is_named(child) for child in noun.children if child.i != root.i
    )


def _is_site(place: Token) -> bool:
    """Tell whether a place is where something is: "in Lamu", "at the port of Lamu"."""
    for _ in range(_MOST_NOUNS):
        noun, case = place.head, _case_of(place)
        if place.dep_ in {"obl", "nmod"} and case in _cases_of_site(place):
            return True
        if case == "of" and noun.lower_ in _DIRECTIONS:
            return True
        if not (place.dep_ == "conj" or _names_its_head(place, case)):
            return False
        place = noun
    return False


def _cases_of_site(place: Token) -> frozenset[str]:
    """Return the prepositions before a place where something is, or goes."""
    if lemma(place) in _DIVISIONS:
        return _SITE_CASES | {"on"}
    return _ROUTE_CASES if place.dep_ == "obl" else _SITE_CASES


def _names_its_head(place: Token, case: str | None) -> bool:
    """Tell whether a name tells which town or building: "Lamu county"."""
    is_part = lemma(place.head) in _DIVISIONS | _SITES
    return is_part and (place.dep_ in _NAMING_DEPS or case == "of")


def _is_named(token: Token) -> bool:
    return token.ent_type_ == "LOC"


def _case_of(token: Token) -> str | None:
    """Return a phrase's preposition in lower case, None where it has none."""
    for child in token.children:
        if child.dep_ == "case" and child.i < token.i:
            return child.lower_
    return None
