"""Addressees: whom a statement was said to."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Span, Token

from kg.extract.findings import Argument
from kg.extract.spans import coordinated, to_argument

# Verbs of communication whose object is the hearer (Levin 1993: tell and inform
# verbs, order and urge verbs); with others the object is what is talked about.
_HEARER_OBJECT = frozenset(
    {"advise", "alert", "ask", "assure", "beg", "brief", "caution", "challenge"}
    | {"command", "convince", "counsel", "direct", "encourage", "entreat", "exhort"}
    | {"implore", "inform", "instruct", "invite", "notify", "order", "persuade"}
    | {"press", "pressure", "promise", "question", "reassure", "remind", "request"}
    | {"tell", "tip", "urge", "warn"}
)
# Nouns of communication whose "to" or "with" phrase names the hearer.
_COMMUNICATION = frozenset(
    {"address", "answer", "appeal", "briefing", "call", "conversation", "discussion"}
    | {"e-mail", "email", "interview", "letter", "meeting", "memo", "message", "note"}
    | {"phone", "plea", "presentation", "reply", "report", "response", "speech"}
    | {"statement", "talk", "talks", "telegram", "testimony", "warning"}
)
# "in a letter to", "at a meeting with"; not "after", "ahead of", "prior to".
_DURING = frozenset({"at", "by", "during", "in", "on", "over", "through", "via"})
_TO_HEARER = frozenset({"to", "with", "before"})
# English suffixes that make nouns for people out of verbs and nouns.
_AGENT_SUFFIXES = ("er", "or", "ist", "ian", "ant", "man", "woman", "people")
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})


def addressees(
    cue: Span, source: Span | None, contents: Sequence[Span]
) -> Iterator[Argument]:
    """Yield the phrases that name the hearers of a cue, in text order.

    "told reporters", "said in a letter to Congress", "asked Ada whether" and "was
    told by" (where the subject hears) yield one each. Needs a parse.
    """
    taken = {
        token.i for span in (*contents, *([source] if source else [])) for token in span
    }
    heads = {
        head.i: head
        for hearer in _hearers(cue.root)
        for head in coordinated(hearer)
        if head.i not in taken and head.pos_ in _NOMINAL
    }
    for _, head in sorted(heads.items()):
        yield to_argument(head)


def _hearers(verb: Token) -> Iterator[Token]:
    takes_hearer = verb.lemma_.lower() in _HEARER_OBJECT
    for child in verb.children:
        if child.dep_ == "iobj" or (
            takes_hearer and child.dep_ in {"obj", "nsubj:pass"}
        ):
            yield child
        elif child.dep_ in {"obl", "nmod"}:
            yield from _oblique_hearers(child)
        elif child.dep_ == "obj" and _is_communication(child):
            yield from _nominal_hearers(child)
    if _is_communication(verb):
        yield from _nominal_hearers(verb)


def _oblique_hearers(noun: Token) -> Iterator[Token]:
    if _is_communication(noun):
        if _preposition(noun) in _DURING:
            yield from _nominal_hearers(noun)
    elif _preposition(noun) == "to" and _is_animate(noun):
        yield noun


def _nominal_hearers(noun: Token) -> Iterator[Token]:
    for child in noun.children:
        if child.dep_ in {"nmod", "obl"} and _preposition(child) in _TO_HEARER:
            yield child


def _is_communication(noun: Token) -> bool:
    return noun.pos_ == "NOUN" and noun.lemma_.lower() in _COMMUNICATION


def _is_animate(noun: Token) -> bool:
    """Whether a phrase can hear: a name of people, a pronoun or an agent noun."""
    return (
        noun.pos_ == "PRON"
        or noun.ent_type_ in {"PERSON", "ORG", "NORP"}
        or noun.lemma_.lower().endswith(_AGENT_SUFFIXES)
    )


def _preposition(noun: Token) -> str:
    return next((child.lemma_ for child in noun.children if child.dep_ == "case"), "")
