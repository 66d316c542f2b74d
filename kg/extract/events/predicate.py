"""An event predicate, and what its subjects and phrases give for its roles."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from kg.annotate.labels import NAME_LABELS
from kg.english.arguments import logical_objects, owners, surface_subjects
from kg.english.polarity import is_negated
from kg.english.prepositions import heads_after, phrases
from kg.english.trees import (
    coordinated,
    dependent_words,
    has_dependent,
    has_feature,
    lemma,
    name_of,
)
from kg.extract.events.frames import Frame, load_lexicon
from kg.extract.events.participants import (
    agents_of_clause,
    counted,
    is_in_classes,
    is_message,
    is_participant,
    is_person,
    named_modifiers,
    participants,
    possessors,
)

# What does things for those who made it: "signed a law that bans".
_MADE = ("law", "plan", "agreement")
# Who act for states or others, which are named after them: "the envoys of Oslo".
_SENT = ("leader", "troop")
_A_PAIR = 2
_DONE_TO_DEPS = frozenset({"nsubj:pass", "obj"})
# Longest office between a state's name or an office's first word and the person.
_LONGEST_TITLE = 4


@dataclass(frozen=True, slots=True)
class Predicate:
    """A trigger with its frame; `light_verb` is that beside an event noun.

    In "launched an attack" the trigger is "attack" and the light verb "launched".
    """

    token: Token
    frame: Frame
    light_verb: Token | None = None

    @property
    def verb(self) -> Token:
        """Return the word that carries subject, modality and negation."""
        return self.light_verb if self.light_verb is not None else self.token

    @property
    def is_nominal(self) -> bool:
        """Whether an event noun is the trigger."""
        return self.token.pos_ in {"NOUN", "PROPN"}


def agents_behind(subjects: Iterable[Token]) -> list[Token]:
    """Return who acts: the subjects that can, and those behind the ones that cannot.

    "The envoy", "Oslo's report" and "Russian missiles" give "envoy", "Oslo" and
    "Russian"; "prices" gives nobody. Needs a parse and `doc.ents`.
    """
    return [agent for subject in subjects for agent in _agents(counted(subject))]


def _agents(subject: Token) -> list[Token]:
    if is_participant(subject):
        return [subject]
    if is_message(subject) or is_in_classes(subject, _MADE):
        # Of a text those count who issued it, and a name before it: "a BBC report".
        return participants(owners(subject)) + named_modifiers(subject)
    return (
        possessors(subject)
        or participants(heads_after(phrases(subject), "by"))
        or [name for name in named_modifiers(subject) if not _hosts(name, subject)]
        or agents_of_clause(subject)
    )


def _hosts(name: Token, noun: Token) -> bool:
    """Whether an event was where a name before it says: "the Madrid bombings"."""
    return lemma(noun) in load_lexicon().nouns and is_site(name)


def is_site(name: Token) -> bool:
    """Tell whether a name before an event noun says whom or where it hits.

    "Kabul" does; adjectives ("Russian") and abbreviations ("US") name who did it.
    Needs tags and `doc.ents`.
    """
    is_abbreviation = name.text.replace(".", "").isupper()
    is_noun = any(word.pos_ == "PROPN" for word in name_of(name))
    return name.ent_type_ == "LOC" and is_noun and not is_abbreviation


def role_fillers(heads: Iterable[Token], frame: Frame) -> list[Token]:
    """Return the heads that can fill a role of a frame, counted things for counts.

    "thousands of troops" gives "troops". "bridge" fills none but in a frame with the
    flag `things`. Needs a parse and `doc.ents`.
    """
    return [word for word in map(counted, heads) if _can_fill(word, frame)]


def _can_fill(word: Token, frame: Frame) -> bool:
    is_thing = "things" in frame.flags and word.pos_ in {"NOUN", "PROPN"}
    # "freed three": in a role of people a number means some.
    is_count = word.pos_ == "NUM" and word.dep_ in _DONE_TO_DEPS and is_person(word)
    return is_thing or is_count or is_participant(word)


def fillers_or_owners(heads: Iterable[Token], frame: Frame) -> list[Token]:
    """Return the heads that can fill a role, and of the others whom they belong to.

    After "on", "Mali" gives itself and "Mali's border" gives "Mali". Needs a parse and
    `doc.ents`.
    """
    found: list[Token] = []
    for head in heads:
        direct = role_fillers([head], frame)
        found.extend(direct or possessors(head) or named_modifiers(head))
    return found


def named_apart(tokens: Iterable[Token]) -> Iterator[Token]:
    """Yield words, and in place of a group the names that say who is in it.

    Of "two envoys, Ada Quill and Bo Moss, met" it yields "Ada" and "Bo", of "the
    envoys of Oslo and Rome" "Oslo" and "Rome". A group of which some are named stands
    beside them: "ten people, including Ada Quill, were held" yields "people" and
    "Ada". Needs a parse with morphology and `doc.ents`.
    """
    for token in tokens:
        yield from _names_of_group(token) or [token, *_members(token)]


def _names_of_group(noun: Token) -> list[Token]:
    if not has_feature(noun, "Number", "Plur"):
        return []
    beside = [c for c in noun.children if c.dep_ == "appos" and not _is_among(c)]
    first = [child for child in beside if child.ent_type_ == "PERSON"]
    names = [name for child in first for name in coordinated(child)]
    if len(names) < _A_PAIR and is_in_classes(noun, _SENT):
        names = [n for n in heads_after(phrases(noun), "of") if n.ent_type_ == "LOC"]
    return names if len(names) >= _A_PAIR else []


def _members(noun: Token) -> list[Token]:
    """Return who is said to be in a group: "ten people, among them Ada Quill".

    Also "Ada Quill was among ten people", "Ada Quill, one of ten officers".
    """
    if noun.ent_type_ or not has_feature(noun, "Number", "Plur"):
        return []
    found = [*heads_after(phrases(noun), "including"), *_members_beside(noun)]
    named = (each for head in found for each in coordinated(head))
    return [name for name in dict.fromkeys(named) if name.ent_type_ in NAME_LABELS]


def _members_beside(noun: Token) -> Sequence[Token]:
    if "among" in dependent_words(noun, "case"):
        return [] if is_negated(noun) else surface_subjects(noun)
    one = noun.head
    if noun.dep_ == "nmod" and one.lower_ == "one":
        if one.dep_ == "appos":
            return [one.head]
        is_told = has_dependent(one, "cop") and not is_negated(one)
        return surface_subjects(one) if is_told else []
    return [child for child in noun.children if _is_among(child)]


def _is_among(name: Token) -> bool:
    """Whether a name says who is in a group before it: "men, among them Ada Quill"."""
    return name.dep_ in {"appos", "nmod"} and "among" in phrases(name)


def parties_to_object(predicate: Predicate) -> list[Token]:
    """Return between whom a thing is: "a treaty between Chad and Mali was signed".

    Needs a parse and `doc.ents`.
    """
    if "mutual" not in predicate.frame.recipient:
        return []
    things = logical_objects(predicate.token)
    return participants(h for n in things for h in heads_after(phrases(n), "between"))


def distinct(tokens: Iterable[Token]) -> list[Token]:
    """Drop repeats: of one name's words all but one, and a title beside its name.

    Needs `doc.ents`.
    """
    first_words: dict[int, Token] = {}
    for token in tokens:
        first_words.setdefault(name_of(token).start, token)
    found = list(first_words.values())
    people = [token for token in found if token.ent_type_ == "PERSON"]
    return [
        token
        for token in found
        if token in people or not any(_is_title_of(token, name) for name in people)
    ]


def _is_title_of(token: Token, name: Token) -> bool:
    """Whether nothing but a title's words stand between a word and a name after it.

    The parser may make "Prime" the subject of "Prime Minister Ada Berg spoke", beside
    "Berg".
    """
    between = token.doc[token.i + 1 : name_of(name).start]
    return (
        token.i < name.i
        and len(between) <= _LONGEST_TITLE
        and all(word.pos_ in {"NOUN", "PROPN", "ADJ"} for word in between)
    )
