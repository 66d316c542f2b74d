"""Things in an event's roles where nobody stands there, and whom a deed is for."""

from collections.abc import Iterable
from dataclasses import replace

from spacy.tokens import Token

from kg.annotate.labels import AMOUNT_LABELS
from kg.english.arguments import logical_objects, logical_subjects
from kg.extract.events.noun_roles import phrase_heads
from kg.extract.events.participants import counted
from kg.extract.events.predicate import Predicate
from kg.extract.events.roles import Roles, helped_further_on

# Prepositions before what an event noun is aimed at, whatever it is.
_AIMING = frozenset({"on", "against", "at"})
# Types whose object is what somebody gives, sends or says: no recipient.
_OF_SOMETHING = frozenset({"AID", "MOBILIZE"})
# Types that announce, refuse or ask for something: whom that is for stands in it.
_FOR_OTHERS = frozenset(
    {"AGREE", "CONCEDE", "REJECT", "RETREAT", "REQUEST", "MOBILIZE"}
)


def with_things(predicate: Predicate, found: Roles) -> Roles:
    """Fill the roles in which nobody stands with the things that do.

    "Oslo condemned the raid" has the recipient "raid", "a bomb killed ten" the actor
    "bomb". Of what is agreed or refused it is the first who is named in it: "agreed to
    lend money to Chad" has "Chad". Needs a parse with morphology and `doc.ents`.
    """
    verb = predicate.token
    if predicate.is_nominal:
        return replace(found, recipients=found.recipients or _things_hit(predicate))
    actors = found.actors or _things(logical_subjects(verb), found.recipients)
    recipients = found.recipients
    # Who steps down does it to nobody.
    if predicate.frame.mode == "resign":
        return replace(found, actors=actors)
    if not recipients and predicate.frame.type in _FOR_OTHERS:
        further = helped_further_on(predicate, list(actors))
        # "fired a missile into the sea": there it fell, and harmed nobody.
        is_site = predicate.frame.type == "MOBILIZE" and found.place in further
        recipients = () if is_site else tuple(further)
    if not recipients and predicate.frame.type not in _OF_SOMETHING:
        recipients = _things(logical_objects(verb), actors)
    return replace(found, actors=actors, recipients=recipients)


def _things_hit(predicate: Predicate) -> tuple[Token, ...]:
    """Return what an event noun is aimed at: the base of "an attack on a base"."""
    aims = [slot for slot in predicate.frame.recipient if slot in _AIMING]
    return _things((h for a in aims for h in phrase_heads(predicate, a)), ())


def _things(heads: Iterable[Token], others: Iterable[Token]) -> tuple[Token, ...]:
    known = set(others)
    nouns = (counted(head) for head in heads)
    return tuple(n for n in nouns if _is_thing(n) and n not in known)


def _is_thing(noun: Token) -> bool:
    """Whether a noun stands for a thing, not for how much: "fined Oslo 4 euros"."""
    return noun.pos_ in {"NOUN", "PROPN"} and noun.ent_type_ not in AMOUNT_LABELS
