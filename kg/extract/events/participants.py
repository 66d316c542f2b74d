"""Which words stand for people, states and organisations, and where they hide."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from kg.annotate.labels import AMOUNT_LABELS, NAME_LABELS
from kg.english.clauses import DOCUMENTS, phrases
from kg.english.inflection import noun_forms
from kg.english.lexicon import words
from kg.english.nouns import HUMAN, noun_classes
from kg.english.trees import coordinated, has_feature, lemma
from kg.extract.events.frames import load_lexicon

_PERSON_CLASSES = HUMAN | {"people"}
_BODY_CLASSES = frozenset({"body", "alliance", "state"})
_STATES_OF = frozenset({"emergency", "siege", "alert", "war", "readiness"})
# Nouns that name a state with an article and an idea without.
_ABSTRACT = frozenset({"democracy", "dictatorship", "community", "power"})
_OTHER_LABELS = frozenset({"DATE", "EVENT", "TIME"})
_PERSONAL = words("function_words.personal")
_PLACE_PREPOSITIONS = words("places.prepositions")
_GOAL_PREPOSITIONS = _PLACE_PREPOSITIONS | words("places.goal_prepositions")
# Phrases inside a noun phrase that name who it belongs to or is about.
_INSIDE = ("of", "by", "from", "against", "on", "with", "between", "in", "for", "to")


def counted(token: Token) -> Token:
    """Return what a quantity counts: "thousands of troops" gives "troops"."""
    for _ in range(3):
        if not _is_quantity(token) and lemma(token) != "state":
            break
        parts = phrases(token)
        inner = parts.get("of") or parts.get("in") or []
        if not inner or (lemma(token) == "state" and lemma(inner[0]) not in _STATES_OF):
            break
        token = inner[0]
    return token


def _is_quantity(token: Token) -> bool:
    return (
        token.pos_ in {"NUM", "SYM"}
        or lemma(token) in load_lexicon().classes["quantity"]
    ) and token.ent_type_ not in NAME_LABELS


def is_person(token: Token) -> bool:
    """Tell whether a word stands for a person or people."""
    token = counted(token)
    if token.ent_type_ and token.ent_type_ not in AMOUNT_LABELS:
        return token.ent_type_ in {"PERSON", "NORP"} or (
            token.pos_ == "NOUN" and _is_person_noun(token)
        )
    if token.pos_ in {"PRON", "DET", "ADJ"}:
        return lemma(token) in _PERSONAL - {"it"}
    if token.pos_ == "NUM":
        return True
    return token.pos_ in {"NOUN", "PROPN"} and _is_person_noun(token)


def is_participant(token: Token) -> bool:
    """Tell whether a word can act: a name, a pronoun, people or an organisation."""
    token = counted(token)
    if token.ent_type_ in NAME_LABELS:
        return True
    if token.ent_type_ in _OTHER_LABELS:
        return False
    if token.pos_ in {"PRON", "DET"}:
        return lemma(token) in _PERSONAL and token.dep_ != "expl"
    if token.pos_ == "PROPN":
        return True
    if lemma(token) in _ABSTRACT and not any(c.dep_ == "det" for c in token.children):
        return False
    return token.pos_ == "NOUN" and (_is_person_noun(token) or _is_body_noun(token))


def _is_person_noun(token: Token) -> bool:
    word = lemma(token).rpartition("-")[2]
    return word in load_lexicon().classes["person"] or bool(
        noun_classes(token) & _PERSON_CLASSES
    )


def _is_body_noun(token: Token) -> bool:
    classes = load_lexicon().classes
    return (
        lemma(token) in classes["organisation"]
        or lemma(token) in classes["troop"]
        or bool(noun_classes(token) & _BODY_CLASSES)
    )


def is_plural(tokens: Iterable[Token]) -> bool:
    """Tell whether words stand for more than one: coordinated, plural or collective."""
    found = list(tokens)
    if len(found) > 1:
        return True
    return any(
        has_feature(counted(token), "Number", "Plur")
        or _is_quantity(token)
        or lemma(token) in {"people", "they", "we", "police", "public", "crowd"}
        for token in found
    )


def is_in_classes(token: Token, classes: Iterable[str]) -> bool:
    """Tell whether a noun is in one of the classes, or is one of the words.

    `@` before a name marks a test: @participant, @person, @place, @named, @plural.
    """
    return any(_is_in_class(token, name) for name in classes)


def _is_in_class(token: Token, name: str) -> bool:
    token = counted(token)
    if name.startswith("@"):
        return _passes(token, name)
    words = load_lexicon().classes.get(name)
    forms = noun_forms(token)
    if words is None:
        return name in forms
    return any(f in words or f.rpartition("-")[2] in words for f in forms)


def _passes(token: Token, test: str) -> bool:
    if test == "@person":
        return is_person(token)
    if test == "@participant":
        return is_participant(token)
    if test == "@place":
        return token.ent_type_ == "LOC"
    if test == "@named":
        return token.ent_type_ == "PERSON"
    if test == "@demonym":
        return token.ent_type_ in {"NORP", "LOC"}
    if test == "@plural":
        return is_participant(token) and is_plural([token])
    return test == "@any"


def modifiers(noun: Token) -> Iterator[Token]:
    """Yield the adjectives and nouns before a noun ("Russian missile test")."""
    for child in noun.children:
        if child.dep_ in {
            "amod",
            "compound",
            "nmod",
            "nmod:desc",
            "nmod:unmarked",
        } and (child.i < noun.i and not any(c.dep_ == "case" for c in child.children)):
            yield from coordinated(child)


def possessors(noun: Token) -> list[Token]:
    """Return the possessors of a noun that can act ("Oslo's", "its")."""
    return [
        head
        for child in noun.children
        if child.dep_ == "nmod:poss"
        for head in coordinated(child)
        if head.ent_type_ in NAME_LABELS or is_participant(head) or _is_own(head)
    ]


def _is_own(token: Token) -> bool:
    return token.lower_ in {"his", "her", "its", "their", "our", "my", "your"}


def named_modifiers(noun: Token) -> list[Token]:
    """Return the names and demonyms before a noun ("a Ukrainian incursion")."""
    return [token for token in modifiers(noun) if token.ent_type_ in NAME_LABELS]


def inside(noun: Token) -> list[Token]:
    """Return who is named within a noun phrase whose head cannot act.

    "the Kremlin's decision", "a ruling by the court", "Israeli attacks" give
    "Kremlin", "court", "Israeli".
    """
    noun = counted(noun)
    own = is_in_classes(noun, ("approval", "sympathy", "displeasure"))
    if (found := possessors(noun)) and not own:
        return found
    parts = phrases(noun)
    for preposition in _INSIDE:
        heads = [head for head in parts.get(preposition, ()) if is_participant(head)]
        if heads:
            return heads
    if found := _agents_of_clause(noun) or named_modifiers(noun):
        return found
    return _deeper(noun)


def _agents_of_clause(noun: Token) -> list[Token]:
    """Return who made a thing: "an appeal filed by the union" gives "union"."""
    return [
        head
        for child in noun.children
        if child.dep_ == "acl"
        for head in phrases(child).get("by", ())
        if is_participant(head)
    ]


def _deeper(noun: Token) -> list[Token]:
    parts = phrases(noun)
    for preposition in ("of", "in", "on", "to", "for"):
        for head in parts.get(preposition, ()):
            if found := possessors(head) or named_modifiers(head):
                return found
    return []


def places(head: Token, *, is_motion: bool = False) -> list[Token]:
    """Return the named places where something is, or with `is_motion` goes to."""
    prepositions = _GOAL_PREPOSITIONS if is_motion else _PLACE_PREPOSITIONS
    found = (
        _place_name(noun)
        for preposition, nouns in phrases(head).items()
        if preposition in prepositions
        for noun in nouns
    )
    return [place for place in found if place is not None]


def _place_name(noun: Token) -> Token | None:
    """Return the name of a place: "the Kursk region", "the city of Kharkiv"."""
    if noun.ent_type_ == "LOC":
        return noun
    if lemma(noun) not in load_lexicon().classes["place"]:
        return None
    named = [*modifiers(noun), *phrases(noun).get("of", ())]
    named += [child for child in noun.children if child.dep_ in {"appos", "flat"}]
    return next((token for token in named if token.ent_type_ == "LOC"), None)


def is_message(token: Token) -> bool:
    """Tell whether a noun is a text or a speech."""
    return lemma(token) in DOCUMENTS
