"""Which events tell something although nobody in them has a name."""

from spacy.tokens import Token

from kg.english.trees import has_dependent, has_feature
from kg.extract.events.participants import is_counted, is_participant
from kg.extract.events.predicate import Predicate
from kg.extract.events.roles import Roles
from kg.records import Factuality

_HAPPENED = frozenset({"actual", "reported"})
# Types by which somebody does a thing to a thing: "gunmen torched the clinic".
_OF_FORCE = frozenset({"ASSAULT", "COERCE"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})


def is_particular(predicate: Predicate, found: Roles, how_sure: Factuality) -> bool:
    """Tell whether an event tells who did what to whom, or how many there were.

    "Police beat a cameraman" and "37 were freed" do; "they attacked them", "police
    beat people" as a habit and "men who defend rights" do not. Needs a parse with
    morphology and `doc.ents`.
    """
    if any(map(is_counted, (*found.actors, *found.recipients))):
        return True
    if (
        not _is_past(predicate.verb)
        or how_sure not in _HAPPENED
        or found.actors == found.recipients
    ):
        return False
    is_force = predicate.frame.type in _OF_FORCE
    done_to = [each for each in found.recipients if _is_told(each, is_force=is_force)]
    return bool(done_to) and any(_is_told(each) for each in found.actors)


def _is_past(verb: Token) -> bool:
    """Whether a verb tells what was done: "attacked", "attacked it, killing"."""
    is_beside = verb.dep_ in {"advcl", "conj"} and not has_dependent(verb, "mark")
    if is_beside and has_feature(verb, "VerbForm", "Part"):
        return has_feature(verb, "Tense", "Past") or _is_past(verb.head)
    return has_feature(verb, "Tense", "Past")


def _is_told(token: Token, *, is_force: bool = False) -> bool:
    """Whether a word tells by itself who it is: a noun for people, a certain thing."""
    if token.pos_ == "PRON":
        return False
    if is_participant(token):
        return True
    first = token.doc[token.left_edge.i]
    is_owned = any(child.dep_ == "nmod:poss" for child in token.children)
    return is_force and (is_owned or first.lower_ in _DEFINITE)
