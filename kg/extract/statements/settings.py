"""In which setting a statement was made, and whether it stands apart from the story."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Span, Token

from kg.english.lexicon import words
from kg.english.trees import has_feature
from kg.extract.findings import Setting

# In this order: a letter that is posted is a post.
_NOUNS: dict[Setting, frozenset[str]] = {
    "post": words("settings.post"),
    "interview": words("settings.interview"),
    "letter": words("settings.letter"),
    "briefing": words("settings.briefing"),
    "address": words("settings.address"),
    "talks": words("settings.talks"),
    "visit": words("settings.visit"),
    "document": words("settings.document"),
}
_POSTING = frozenset({"tweet", "blog", "post"})
_SPEAKING = frozenset({"speak", "talk", "tell", "remark"})
_APART = words("settings.apart")


def setting_of(cue: Span, contents: Sequence[Span]) -> Setting | None:
    """Return in which setting something was said, None where its sentence names none.

    "wrote on Twitter" is a post, "Speaking to the BBC, she said" an interview, "said in
    a letter" a letter. What is said itself tells nothing. Needs lemmas and a parse.
    """
    outside = list(_outside(cue, contents))
    lemmas = {token.lemma_.lower() for token in outside if _names_setting(token)}
    named = (each for each, nouns in _NOUNS.items() if not lemmas.isdisjoint(nouns))
    found = next(named, None)
    is_asked = found is None and any(map(_speaks_to_outlet, outside))
    return "interview" if is_asked else found


def _outside(cue: Span, contents: Sequence[Span]) -> Iterator[Token]:
    """Yield the words of a cue's sentence that are not said."""
    inside = {token.i for span in contents for token in span}
    yield from (token for token in cue.sent if token.i not in inside)


def _names_setting(token: Token) -> bool:
    """Tell "in a call" from "called", "tweeted" from other verbs."""
    return token.pos_ in {"NOUN", "PROPN"} or token.lemma_ in _POSTING


def _speaks_to_outlet(token: Token) -> bool:
    """Tell "speaking to the BBC" and "in remarks to NPR" from "told reporters"."""
    if token.lemma_.lower() not in _SPEAKING:
        return False
    hearers = (x for x in token.children if x.dep_ in {"obl", "obj", "iobj", "nmod"})
    return any(hearer.ent_type_ == "ORG" for hearer in hearers)


def is_apart(cue: Span) -> bool:
    """Tell "has said", "previously said" and "insists" from "said": on no told day.

    Needs lemmas and a parse.
    """
    verb = cue.root
    near = {verb, *verb.children, *cue, *cue.doc[cue.end : cue.end + 1]}
    if any(token.lower_ in _APART for token in near):
        return True
    auxiliaries = [child for child in verb.children if child.dep_.startswith("aux")]
    is_perfect = any(child.lemma_ == "have" for child in auxiliaries)
    return is_perfect or any(has_feature(x, "Tense", "Pres") for x in _finite(verb))


def _finite(verb: Token) -> Iterator[Token]:
    """Yield the finite ones of a verb and its auxiliaries."""
    auxiliaries = (child for child in verb.children if child.dep_.startswith("aux"))
    for token in (verb, *auxiliaries):
        if has_feature(token, "VerbForm", "Fin"):
            yield token
