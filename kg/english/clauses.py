"""Forms of a predicate (passive, infinitive) and the clauses that it takes.

Everything here reads a parse in Universal Dependencies (UD) and returns head words.
"""

from spacy.tokens import Token

from kg.english.lexicon import words
from kg.english.memory import remembered
from kg.english.trees import coordinated, dependent_words, has_feature

DOCUMENTS = words("saying.documents")
# Verbs of saying and of telling somebody.
SAYING = words("saying.sayable") | words("saying.telling")
CLAUSE_DEPS = frozenset({"xcomp", "ccomp"})
# A participle that modifies a noun or clause needs no auxiliary to be passive.
_MODIFYING_DEPS = frozenset({"acl", "advcl", "amod"})
# With one of these a participle is no passive: "has sent", "Oslo sent", "sent tanks".
_ACTIVE_DEPS = frozenset({"aux", "nsubj", "obj"})
# Under these an infinitive is part of what its governor says.
_DEPENDENT_DEPS = frozenset({"ccomp", "xcomp", "conj", "advcl"})
_COMPLEMENT_PREPOSITIONS = words("function_words.complement_prepositions")


@remembered
def is_passive(verb: Token) -> bool:
    """Tell whether a verb is passive, with or without its auxiliary.

    "was arrested", "the men arrested on Friday", "was arrested and charged" are, "has
    arrested" is not. Needs a parse with morphology.
    """
    relations = {child.dep_ for child in verb.children}
    # With an agent it is, whatever its form was read as: "the rule made by Ada".
    if relations & {"aux:pass", "obl:agent"}:
        return True
    if "nsubj:pass" in relations:
        # A finite verb with an object is active, whatever its subject was parsed as.
        return not ("obj" in relations and has_feature(verb, "VerbForm", "Fin"))
    if not is_past_participle(verb) or relations & _ACTIVE_DEPS:
        return False
    return verb.dep_ in _MODIFYING_DEPS or _is_beside_passive(verb)


def _is_beside_passive(verb: Token) -> bool:
    """Whether a verb shares another's auxiliary: "was arrested and charged"."""
    return verb.dep_ == "conj" and verb.head.pos_ == "VERB" and is_passive(verb.head)


def is_past_participle(verb: Token) -> bool:
    """Tell whether a word is a past participle: "sent" is, "sending" is not.

    Needs morphology.
    """
    return has_feature(verb, "VerbForm", "Part") and has_feature(verb, "Tense", "Past")


def is_infinitive(verb: Token) -> bool:
    """Tell whether a verb stands with "to": "to go" does, "will go" does not.

    Needs a parse.
    """
    return "to" in dependent_words(verb, "mark", "aux")


def particle(verb: Token) -> str | None:
    """Return the particle of a phrasal verb in lower case, such as "down".

    "shot a plane down" gives "down" for "shot", "shot a plane" gives None. Needs a
    parse.
    """
    for child in verb.children:
        if child.dep_ == "compound:prt":
            return child.lower_
    return None


def clauses(predicate: Token) -> list[Token]:
    """Return the head words of a predicate's complement clauses, in text order.

    "agreed to meet and talk" gives "meet" and "talk", "accused of lying" gives
    "lying", "the plan to go" gives "go" for "plan". Needs a parse with morphology.
    """
    found: list[Token] = []
    for child in predicate.children:
        if child.dep_ in CLAUSE_DEPS or _is_complement_modifier(child):
            found.extend(c for c in coordinated(child) if _is_same_form(child, c))
    return found


def _is_same_form(first: Token, other: Token) -> bool:
    """Whether a verb beside an infinitive is not finite: else it stands higher up."""
    return first.i == other.i or not (
        has_feature(first, "VerbForm", "Inf") and has_feature(other, "VerbForm", "Fin")
    )


def _is_complement_modifier(child: Token) -> bool:
    """Whether UD calls a clause a modifier that is a complement: "accused of lying"."""
    if child.dep_ == "acl":
        return is_infinitive(child)
    if child.dep_ != "advcl":
        return False
    return bool(dependent_words(child, "mark", "case") & _COMPLEMENT_PREPOSITIONS)


def first_conjunct(predicate: Token) -> Token:
    """Return the predicate that a coordinated one (UD's `conj`) stands beside.

    In "vowed it will not yield and accused them" the past tense of "accused" goes
    with "vowed", although the parse hangs it on "yield". Needs morphology.
    """
    first = predicate.head
    while _is_finite_under_infinitive(predicate, first) and first.head.i != first.i:
        first = first.head
    return first


def _is_finite_under_infinitive(predicate: Token, first: Token) -> bool:
    return (
        has_feature(predicate, "VerbForm", "Fin")
        and has_feature(first, "VerbForm", "Inf")
        and first.dep_ in _DEPENDENT_DEPS
    )
