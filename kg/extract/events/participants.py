"""Which words stand for people, states and organisations, and where they hide."""

from collections.abc import Callable, Iterable, Iterator

from spacy.tokens import Token

from kg.annotate.labels import AMOUNT_LABELS, NAME_LABELS
from kg.english.clauses import DOCUMENTS
from kg.english.lexicon import words
from kg.english.memory import remembered
from kg.english.nouns import PEOPLE, noun_classes
from kg.english.prepositions import has_preposition, heads_after, phrases
from kg.english.trees import coordinated, has_dependent, has_feature, lemma
from kg.extract.events.compounds import forms_of
from kg.extract.events.frames import load_lexicon

_BODY_CLASSES = frozenset({"body", "alliance", "state"})
# What a state may be of that is no country: "a state of emergency".
_STATES_OF = frozenset({"emergency", "siege", "alert", "war", "readiness"})
# Nouns that name a state with an article and an idea without.
_ABSTRACT = frozenset({"democracy", "dictatorship", "community", "power"})
_OTHER_LABELS = frozenset({"DATE", "EVENT", "TIME"})
_COLLECTIVE = frozenset({"people", "they", "we", "police", "public", "crowd"})
_PERSONAL = words("function_words.personal")
_POSSESSIVES = words("function_words.own")
_ONE = frozenset({"he", "she"})
_BODY_LABELS = frozenset({"ORG", "LOC", "NORP"})
# Relations of a name to the noun before it: "the sharpshooter Ada Quill".
_NAMING_DEPS = frozenset({"appos", "flat", "nmod:desc"})
_PLACE_PREPOSITIONS = words("places.prepositions")
_GOAL_PREPOSITIONS = _PLACE_PREPOSITIONS | words("places.goal_prepositions")
# Relations of a word before a noun; UD and the corpora after it name them differently.
_MODIFIER_DEPS = frozenset(
    {"amod", "compound", "nmod", "nmod:desc", "nmod:unmarked"},
)
# Phrases inside a noun phrase that name who it belongs to or is about, surest first;
# the others say where or what for, so that a name before the noun goes before them.
_OWNER_PREPOSITIONS = ("of", "by", "from", "against", "with", "between")
_TOPIC_PREPOSITIONS = ("on", "in", "for", "to")
_NESTED_PREPOSITIONS = ("of", "in", "on", "to", "for")
# Phrases within phrases to look into: "the end of the probe of the killing of Ada".
_NESTED_DEPTH = 3
# Nouns whose possessor has the feeling and is not whom it is about: "their anger".
_FELT_CLASSES = ("approval", "sympathy", "displeasure")
_LARGE_NUMBERS = frozenset({"dozen", "score", "hundred", "thousand", "million"})
# Quantities that stand inside each other: "dozens of groups of thousands of men".
_MOST_QUANTITIES = 3


@remembered
def counted(token: Token) -> Token:
    """Return what a quantity counts, else the word itself.

    "thousands of troops" gives "troops", "a state of emergency" gives "emergency"; "the
    state of Chad" stays "state". Needs a parse.
    """
    for _ in range(_MOST_QUANTITIES):
        inner = _inner_noun(token)
        if inner is None:
            break
        token = inner
    return token


def _inner_noun(token: Token) -> Token | None:
    is_state = lemma(token) == "state"
    if not is_state and not _is_quantity(token):
        return None
    parts = phrases(token)
    inner = heads_after(parts, "of") or heads_after(parts, "in")
    if not inner or (is_state and lemma(inner[0]) not in _STATES_OF):
        return None
    return inner[0]


def _is_quantity(token: Token) -> bool:
    if token.ent_type_ in NAME_LABELS:
        return False
    return (
        token.pos_ in {"NUM", "SYM"}
        or lemma(token) in load_lexicon().classes["quantity"]
    )


def is_counted(token: Token) -> bool:
    """Tell whether a number says how many: "37 prisoners", "thousands of people", "12".

    Needs a parse.
    """
    is_number = token.pos_ == "NUM" or has_dependent(token, "nummod")
    return is_number or (token.dep_ == "nmod" and _is_quantity(token.head))


@remembered
def is_person(token: Token) -> bool:
    """Tell whether a word stands for a person or people.

    "Ada", "the Danes", "two nurses", "she" and "three were killed" do, "Oslo" and
    "it" do not. Needs a parse and `doc.ents`.
    """
    token = counted(token)
    if token.ent_type_ and token.ent_type_ not in AMOUNT_LABELS:
        return token.ent_type_ in {"PERSON", "NORP"} or (
            token.pos_ == "NOUN" and _is_person_noun(token)
        )
    if token.pos_ in {"PRON", "DET", "ADJ"}:
        # Taggers call "others" and "those" adjectives at times.
        return lemma(token) in _PERSONAL - {"it"}
    if token.pos_ == "NUM" or _is_crowd(token):
        return True
    return token.pos_ in {"NOUN", "PROPN"} and _is_person_noun(token)


@remembered
def is_participant(token: Token) -> bool:
    """Tell whether a word can act: a name, a pronoun, people or an organisation.

    "Ada", "they", "thousands of nurses" and "the ministry" can, "the bridge" and
    "democracy" cannot. Needs a parse and `doc.ents`.
    """
    token = counted(token)
    if token.ent_type_ in NAME_LABELS:
        return True
    if token.ent_type_ in _OTHER_LABELS or _is_idea(token):
        return False
    if token.pos_ in {"PRON", "DET"}:
        return lemma(token) in _PERSONAL and token.dep_ != "expl"
    if token.pos_ == "NOUN":
        return _is_person_noun(token) or _is_body_noun(token) or _is_crowd(token)
    # A name that the model missed.
    return token.pos_ == "PROPN"


def _is_idea(noun: Token) -> bool:
    """Whether a noun means an idea: "for democracy", but not "a democracy"."""
    return (
        noun.pos_ == "NOUN"
        and lemma(noun) in _ABSTRACT
        and not has_dependent(noun, "det")
    )


def participants(tokens: Iterable[Token]) -> list[Token]:
    """Return the words that can act, in the order given. Needs a parse, `doc.ents`."""
    return [token for token in tokens if is_participant(token)]


def counted_participants(tokens: Iterable[Token]) -> list[Token]:
    """Return whom the words that can act count: of "thousands of men", "men".

    Needs a parse and `doc.ents`.
    """
    return [counted(token) for token in participants(tokens)]


@remembered
def _is_person_noun(token: Token) -> bool:
    if any(c.dep_ in _NAMING_DEPS and c.ent_type_ == "PERSON" for c in token.children):
        return True
    # "ex-soldier", "tribe-member": the last part tells.
    word = lemma(token).rpartition("-")[2]
    classes = load_lexicon().classes
    is_listed = word in classes["person"] or word in classes["worker"]
    return is_listed or bool(noun_classes(token) & PEOPLE)


def _is_body_noun(token: Token) -> bool:
    classes = load_lexicon().classes
    return (
        lemma(token) in classes["organisation"]
        or lemma(token) in classes["troop"]
        or bool(noun_classes(token) & _BODY_CLASSES)
    )


def _is_crowd(token: Token) -> bool:
    """Whether a number of nothing said counts people: "hundreds marched"."""
    is_many = has_feature(token, "Number", "Plur") and lemma(token) in _LARGE_NUMBERS
    return is_many and not has_dependent(token, "nmod")


def is_plural(tokens: Iterable[Token]) -> bool:
    """Tell whether words stand for more than one: coordinated, plural or collective.

    "Ada and Bo", "envoys", "ten envoys" and "the police" do, "an envoy" does not.
    Needs a parse with morphology.
    """
    found = list(tokens)
    return len(found) > 1 or any(map(_is_many, found))


def _is_many(token: Token) -> bool:
    # "the United States" is one.
    if token.ent_type_ in {"LOC", "PERSON"}:
        return False
    return (
        has_feature(counted(token), "Number", "Plur")
        or _is_quantity(token)
        or lemma(token) in _COLLECTIVE
    )


def is_in_classes(token: Token, classes: Iterable[str]) -> bool:
    """Tell whether a noun is in one of the classes, or is one of the words.

    "rockets" is in the class "projectile" of `event_nouns.yaml` and is the word
    "rocket". `@` before a name marks a test: @person, @participant, @place, @named,
    @one, @body, @demonym, @plural, @any. Needs a parse and `doc.ents`.
    """
    token = counted(token)
    known = _known_as(token)
    return any(
        test(token) if (test := _TESTS.get(name)) else name in known for name in classes
    )


@remembered
def _known_as(token: Token) -> frozenset[str]:
    """Return the classes that a noun is in, and its own forms, which are no class."""
    classes = load_lexicon().classes
    words = (form for form in forms_of(token) if form not in classes)
    return _classes_of(token).union(words)


@remembered
def _classes_of(token: Token) -> frozenset[str]:
    lexicon = load_lexicon()
    # "mini-submarine": the last part tells.
    forms = (form for f in forms_of(token) for form in (f, f.rpartition("-")[2]))
    found = frozenset().union(*(lexicon.classes_of.get(form, ()) for form in forms))
    # "mediation efforts", "the ceasefire agreement": the word before tells.
    if "wrapping" in lexicon.classes_of.get(lemma(token), ()):
        for child in token.children:
            if child.dep_ == "compound" and child.i < token.i:
                found |= _classes_of(counted(child))
    return found


_TESTS: dict[str, Callable[[Token], bool]] = {
    "@person": is_person,
    "@participant": is_participant,
    "@place": lambda token: token.ent_type_ == "LOC",
    "@named": lambda token: token.ent_type_ == "PERSON",
    "@body": lambda token: token.ent_type_ in _BODY_LABELS or _is_body_noun(token),
    "@one": lambda token: token.ent_type_ == "PERSON" or token.lower_ in _ONE,
    "@demonym": lambda token: token.ent_type_ in {"NORP", "LOC"},
    "@plural": lambda token: is_participant(token) and is_plural([token]),
    "@any": lambda token: True,
}


def modifiers(noun: Token) -> Iterator[Token]:
    """Yield the adjectives and nouns before a noun: "Russian missile test".

    Those coordinated with them too; of "tests of missiles" nothing. Needs a parse.
    """
    for child in noun.children:
        is_before = child.dep_ in _MODIFIER_DEPS and child.i < noun.i
        if is_before and not has_preposition(child):
            yield from coordinated(child)


def possessors(noun: Token) -> list[Token]:
    """Return the possessors of a noun that can act: "Oslo's plan", "its plan".

    "the plan's end" has none: a plan does not act. Needs a parse and `doc.ents`.
    """
    return [
        head
        for child in noun.children
        if child.dep_ == "nmod:poss"
        for head in coordinated(child)
        if _can_possess(head)
    ]


def _can_possess(head: Token) -> bool:
    return (
        head.ent_type_ in NAME_LABELS
        or is_participant(head)
        or head.lower_ in _POSSESSIVES
    )


def named_modifiers(noun: Token) -> list[Token]:
    """Return the names and demonyms before a noun: "a Ukrainian incursion".

    Needs a parse and `doc.ents`.
    """
    return [token for token in modifiers(noun) if token.ent_type_ in NAME_LABELS]


def named_within(
    noun: Token, depth: int = _NESTED_DEPTH, *, is_own: bool = False
) -> list[Token]:
    """Return who is named within a noun phrase whose head cannot act.

    "the Kremlin's decision", "a ruling by the court", "an Israeli motion in the
    Council" give "Kremlin", "court", "Israeli"; "the decision" gives nobody. `depth`
    says how many phrases may stand within each other; with `is_own` what is "his" or
    "theirs" is the subject's, who is not meant. Needs a parse and `doc.ents`.
    """
    noun = counted(noun)
    found = [] if _is_subjects_own(noun) else possessors(noun)
    if is_own:
        found = [head for head in found if head.ent_type_]
    if found:
        return found
    return (
        _first_after(_OWNER_PREPOSITIONS, noun)
        or agents_of_clause(noun)
        or named_modifiers(noun)
        or _first_after(_TOPIC_PREPOSITIONS, noun)
        or _named_in_nested_phrase(noun, depth, is_own=is_own)
    )


def _is_subjects_own(noun: Token) -> bool:
    """Whether a noun is its subject's: "voiced their anger", "made its offer"."""
    if is_in_classes(noun, _FELT_CLASSES):
        return True
    is_light = noun.dep_ == "obj" and lemma(noun.head) in load_lexicon().light_verbs
    return is_light and all(head.pos_ == "PRON" for head in possessors(noun))


def _first_after(prepositions: Iterable[str], noun: Token) -> list[Token]:
    """Return who stands after the first of the prepositions that has somebody."""
    parts = phrases(noun)
    found = (participants(parts.get(preposition, ())) for preposition in prepositions)
    return next(filter(None, found), [])


def agents_of_clause(noun: Token) -> list[Token]:
    """Return who made a thing: "an appeal filed by the union" gives "union".

    Needs a parse and `doc.ents`.
    """
    return [
        head
        for child in noun.children
        if child.dep_ == "acl"
        for head in participants(heads_after(phrases(child), "by"))
    ]


def _named_in_nested_phrase(noun: Token, depth: int, *, is_own: bool) -> list[Token]:
    """Return who is named further down: "the end of Oslo's ban" gives "Oslo"."""
    if depth == 0:
        return []
    nested = heads_after(phrases(noun), *_NESTED_PREPOSITIONS)
    found = (named_within(head, depth - 1, is_own=is_own) for head in nested)
    return next(filter(None, found), [])


def places(head: Token, *, is_motion: bool = False) -> list[Token]:
    """Return the named places where something is, or with `is_motion` goes to.

    "met in Oslo" gives "Oslo", "flew to Oslo" does with `is_motion`, "met in May" gives
    nothing. Needs a parse and `doc.ents`.
    """
    prepositions = _GOAL_PREPOSITIONS if is_motion else _PLACE_PREPOSITIONS
    found = (
        _place_name(noun)
        for preposition, nouns in phrases(head).items()
        if preposition in prepositions
        for noun in nouns
    )
    return [place for place in found if place is not None]


def place_named(noun: Token) -> Token:
    """Return the name of "the town of Goma", and any other word as it is.

    Needs a parse and `doc.ents`.
    """
    if noun.ent_type_ or lemma(noun) not in load_lexicon().classes["place"]:
        return noun
    named = (n for n in heads_after(phrases(noun), "of") if n.ent_type_ == "LOC")
    return next(named, noun)


def _place_name(noun: Token) -> Token | None:
    """Return the name of a place: "the Kursk region", "the city of Kharkiv"."""
    if noun.ent_type_ == "LOC":
        return noun
    if lemma(noun) not in load_lexicon().classes["place"]:
        return None
    named = [*modifiers(noun), *heads_after(phrases(noun), "of")]
    named += [child for child in noun.children if child.dep_ in {"appos", "flat"}]
    return next((token for token in named if token.ent_type_ == "LOC"), None)


def is_message(token: Token) -> bool:
    """Tell whether a noun is a text or a speech: "report" is, "rocket" is not."""
    return lemma(token) in DOCUMENTS
