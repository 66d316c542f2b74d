"""Personal and possessive pronouns with person, number and gender."""

from typing import Final, Literal

from spacy.tokens import Token

Number = Literal["singular", "plural"]
Gender = Literal["feminine", "masculine", "neuter"]
Features = tuple[int, Number, Gender | None]

# How many sentences back a pronoun's antecedent may be.
REACH = 4
# Stands for nobody where the start of an antecedent would stand.
NOBODY = -1

_FEATURES: Final[dict[str, Features]] = {
    **dict.fromkeys(("i", "me", "my", "mine", "myself"), (1, "singular", None)),
    **dict.fromkeys(("we", "us", "our", "ours", "ourselves"), (1, "plural", None)),
    **dict.fromkeys(("you", "your", "yours", "yourself"), (2, "singular", None)),
    **dict.fromkeys(("he", "him", "his", "himself"), (3, "singular", "masculine")),
    **dict.fromkeys(("she", "her", "hers", "herself"), (3, "singular", "feminine")),
    **dict.fromkeys(("it", "its", "itself"), (3, "singular", "neuter")),
    **dict.fromkeys(
        ("they", "them", "their", "theirs", "themselves", "both"), (3, "plural", None)
    ),
}
_POSSESSIVE_ONLY = frozenset({"my", "your", "its", "our", "their"})
_SUBJECT_FORMS = {
    "me": "i", "us": "we", "him": "he", "his": "he", "her": "she", "them": "they",
    "mine": "i", "yours": "you", "ours": "we", "hers": "she", "theirs": "they",
}  # fmt: skip
_EMPTY_DEPS = frozenset({"expl", "expl:pass", "expl:impers"})
# Where "both" stands alone; elsewhere it goes with a noun or a list.
_ALONE_DEPS = frozenset({"nsubj", "nsubj:pass", "obj", "iobj", "obl"})
# Clauses that "it" stands in for: "it is clear that ...".
_EXTRAPOSED_DEPS = frozenset({"csubj", "ccomp", "advcl", "csubj:pass"})


def pronoun_features(token: Token) -> Features | None:
    """Return person, number and gender of a pronoun that stands for someone.

    "she" gives (3, "singular", "feminine"), "ours" (1, "plural", None). None for other
    words, for "US" in capitals, for the "it" of "it is clear that" and for the "both"
    of "both men". Needs a parse.
    """
    features = _FEATURES.get(token.lower_)
    if features is None or (token.lower_ == "us" and token.text != "us"):
        return None
    # Possessives are determiners in some corpora; "mine" may also be a noun.
    if token.pos_ not in {"PRON", "DET"} or token.dep_ in _EMPTY_DEPS:
        return None
    if token.lower_ == "it" and _is_dummy(token):
        return None
    if token.lower_ == "both" and not _stands_alone(token):
        return None
    return features


def is_first_person(word: str) -> bool:
    """Tell whether a word is "I", "we" or one of their forms, in whatever case."""
    features = _FEATURES.get(word.lower())
    return features is not None and features[0] == 1


def pronoun_lemma(token: Token) -> str:
    """Return the subject form of a pronoun, or of a possessive the form itself.

    "him" gives "he", "her" gives "she" but stays "her" in "her house"; reflexive
    pronouns stay as they are. Needs a parse.
    """
    if token.dep_ == "nmod:poss" or token.lower_ in _POSSESSIVE_ONLY:
        return token.lower_
    return _SUBJECT_FORMS.get(token.lower_, token.lower_)


def _stands_alone(both: Token) -> bool:
    """Tell "both agreed" from "both of them agreed" and "both men agreed"."""
    return both.dep_ in _ALONE_DEPS and not any(
        child.dep_ in {"nmod", "conj", "appos"} for child in both.children
    )


def _is_dummy(token: Token) -> bool:
    """Whether "it" only holds the subject's place: "it is clear that they left"."""
    head = token.head
    if token.dep_ not in {"nsubj", "nsubj:pass"} or head.pos_ not in {"ADJ", "NOUN"}:
        return False
    return any(
        child.dep_ in _EXTRAPOSED_DEPS and child.i > head.i for child in head.children
    )
