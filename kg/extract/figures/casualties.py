"""What a sentence says happened to the people whom a number counts: killed, wounded."""

from spacy.tokens import Token

from kg.english.clauses import is_infinitive
from kg.english.inflection import base_forms
from kg.english.lexicon import words
from kg.english.nouns import noun_classes
from kg.english.polarity import has_negator, modals
from kg.english.trees import CLAUSE_POS
from kg.extract.figures.unit_names import unit_names

_PEOPLE_CLASSES = frozenset({"person", "people", "office"})
_COUNT_NOUNS = words("quantities.count_nouns")
# UD relations of what stands with a noun: adjectives, participles, relative clauses.
_MODIFIER_DEPS = frozenset({"amod", "acl", "acl:relcl"})
# The one to whom a verb does something; other treebanks write the last two.
_PATIENT_DEPS = frozenset({"nsubj:pass", "obj", "dobj", "nsubjpass"})


def casualty_of(noun: Token) -> str | None:
    """Return what happened to the people of a noun phrase, None for other things.

    "officer" in "killed an officer" gives "killed", "tank" in "hit a tank" None. Needs
    a dependency parse.
    """
    return happened_to(noun) if noun_classes(noun) & _PEOPLE_CLASSES else None


def happened_to(noun: Token) -> str | None:
    """Return the name of what a clause says happened to a noun, None of nothing.

    "soldiers" gives "killed" in "killed 20 soldiers", "20 soldiers died", "20 dead
    soldiers" and "20 soldiers were killed", but not in "may kill 20 soldiers". The
    names are those of `units.yaml`. Needs a dependency parse.
    """
    return _told_by_modifier(noun) or _told_by_clause(_first_of_series(noun))


def harms() -> frozenset[str]:
    """Return the names of all that may happen to people: "killed", "arrested"."""
    tables = ("verbs", "subject_verbs", "adjectives", "tolls")
    return frozenset(name for each in tables for name in unit_names(each).values())


def is_toll(noun: Token) -> bool:
    """Tell whether a noun counts things itself: "toll", "number"."""
    return noun.lemma_.lower() in _COUNT_NOUNS


def toll_of(subject: Token) -> str | None:
    """Return what "the death toll" or "the number of injuries" counts, None of others.

    A bare "toll" counts the killed: news uses it of nothing else.
    """
    if not is_toll(subject):
        return None
    tolls, adjectives = unit_names("tolls"), unit_names("adjectives")
    for child in subject.children:
        if child.dep_ in {"compound", "amod", "nmod"}:
            name = tolls.get(child.lemma_.lower()) or adjectives.get(child.lower_)
            if name:
                return name
    return "killed" if subject.lower_ == "toll" else None


def _told_by_modifier(noun: Token) -> str | None:
    """Read "20 wounded soldiers" and "20 soldiers killed on Friday"."""
    for child in noun.children:
        if child.dep_ in _MODIFIER_DEPS and _is_suffered(child):
            name = unit_names("adjectives").get(child.lower_) or _harm_of(child)
            if name:
                return name
    return None


def _told_by_clause(noun: Token) -> str | None:
    verb = noun.head
    if verb == noun:
        return None
    if noun.dep_ in _PATIENT_DEPS:
        return _harm_of(verb) or _resulting_state(verb, noun) or _passive_state(verb)
    return _state_of_subject(verb) if noun.dep_ == "nsubj" else None


def _passive_state(word: Token) -> str | None:
    """Read "were injured" where the tagger took the participle for an adjective."""
    if word.pos_ != "ADJ" or not _is_told_as_fact(word):
        return None
    return unit_names("adjectives").get(word.lower_)


def _first_of_series(noun: Token) -> Token:
    """Return the first of coordinated nouns, which alone hangs on the verb in UD."""
    while noun.dep_ in {"conj", "appos"} and noun.head.pos_ not in CLAUSE_POS:
        noun = noun.head
    return noun


def _resulting_state(verb: Token, noun: Token) -> str | None:
    """Read "left 20 people dead" and "20 people were reported missing"."""
    adjectives = unit_names("adjectives")
    states = (
        adjectives.get(child.lower_)
        for child in verb.children
        if child.dep_ in {"xcomp", "ccomp"} and child.i > noun.i
    )
    return next(filter(None, states), None)


def _state_of_subject(predicate: Token) -> str | None:
    """Read "20 people died" and "20 people are missing"."""
    if name := unit_names("subject_verbs").get(predicate.lemma_.lower()):
        return name
    # "20 people killed two" has the form of "20 people killed", but is their deed.
    if predicate.pos_ == "VERB" and predicate.lower_ != "missing":
        return None
    return unit_names("adjectives").get(predicate.lower_)


def _is_suffered(modifier: Token) -> bool:
    """Tell "people killed in the attack" from "people killing"."""
    return not modifier.lower_.endswith("ing") or modifier.lower_ == "missing"


def _harm_of(verb: Token) -> str | None:
    """Return what a verb says is done to its object: "slain" is killed."""
    if verb.pos_ != "VERB" or not _is_told_as_fact(verb):
        return None
    verbs = unit_names("verbs")
    return next((verbs[form] for form in base_forms(verb) if form in verbs), None)


def _is_told_as_fact(verb: Token) -> bool:
    """Tell "killed two" from "a plot to kill two", "may kill two", "not killed"."""
    return not (modals(verb) or has_negator(verb) or is_infinitive(verb))
