"""The kind of a statement: speech, belief, intention and so on, by its cue and form.

Attributions are more than speech: an article also says what somebody thinks, plans or
fears, and what a study shows. The words come from `kinds.yaml`. What is no statement
by the judgement of `kg.annotate.standing` has the kind "other".
"""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, cast

from spacy.tokens import Span, Token

from kg.annotate.syntax.lemmas import spellings
from kg.records import Certainty, StatementForm, StatementKind
from kg.tables import read_table


def kind_of(cue: Span | None, form: StatementForm) -> StatementKind:
    """Return the kind: speech, denial, belief, intention, feeling, stance, finding.

    The first word of the cue that has a kind decides: "declined to say" is speech,
    "plans to announce" an intention. Words in quotation marks are speech, and so is
    what no class holds; a denial stays one. Needs lemmas.
    """
    kind = next(_kinds_in(cue), None) if cue else None
    if kind == "denial":
        return kind
    return "speech" if form == "direct" else kind or "speech"


def kind_of_word(word: Token) -> StatementKind | None:
    """Return the kind that a word alone gives a statement, None where it gives none.

    "said" is speech, "thinks" a belief. Needs lemmas.
    """
    return cast(StatementKind | None, _lexicon()["kinds"].get(_base(word)))


def certainty_of(cue: Span | None, *, negated: bool) -> Certainty | None:
    """Return how sure the source is, where the cue tells; None where it does not.

    "confirmed" is certain, "expects" probable, "suspects" possible, "doubts" doubtful;
    what went unsaid ("did not confirm") is none of them. Needs lemmas.
    """
    if negated or cue is None:
        return None
    degrees = _lexicon()["certainty"]
    found = (degrees[base] for base in map(_base, cue) if base in degrees)
    return cast(Certainty | None, next(found, None))


def _kinds_in(cue: Span) -> Iterator[StatementKind]:
    known = _lexicon()["kinds"]
    for position, word in enumerate(cue):
        base = _base(word)
        if base not in known:
            continue
        # "viewed as", "saw it as": a perception that judges.
        judges = base == "see" and any(x.lower_ == "as" for x in cue[position:])
        yield cast(StatementKind, "belief" if judges else known[base])


def _base(word: Token) -> str:
    """Return the form of a word that the lists hold, its lemma where they hold none.

    A participle after "be" goes by itself ("was convinced that"), any other verb by
    its lemma ("convinced them"). A lemma cut too short is respelt: "prais", "reckone".
    """
    lemma = word.lemma_.lower()
    if _is_compounded(word):
        return ""
    is_state = any(child.dep_ in ("aux:pass", "cop") for child in word.children)
    forms = (word.lower_, lemma) if is_state else (lemma, word.lower_)
    respelt = spellings(lemma) if word.pos_ == "VERB" else ()
    return next(filter(_is_listed, (*forms, *respelt)), lemma)


def _is_listed(form: str) -> bool:
    lexicon = _lexicon()
    return form in lexicon["kinds"] or form in lexicon["certainty"]


def _is_compounded(word: Token) -> bool:
    """Whether a word is a half of one with a hyphen: "clear-eyed" is not "clear"."""
    doc, at = word.doc, word.i
    before = doc[at - 1].text_with_ws if at else ""
    after = doc[at + 1].text if at + 1 < len(doc) and not word.whitespace_ else ""
    return before.endswith("-") or after.startswith("-")


@cache
def _lexicon() -> Mapping[str, Mapping[str, str]]:
    lists: dict[str, Any] = read_table(__package__, "kinds.yaml")
    return {name: _by_word(lists[name]) for name in ("kinds", "certainty")}


def _by_word(classes: Mapping[str, list[str]]) -> dict[str, str]:
    return {
        word: name
        for name, lines in classes.items()
        for line in lines
        for word in line.split()
    }
