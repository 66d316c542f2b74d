"""The kind of a statement: speech, belief, intention and so on, by its cue and form.

Attributions are more than speech: an article also says what somebody thinks, plans or
fears, and what a study shows. The words come from `kinds.yaml`.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from kg.records import Statement

OTHER = "other"
_SPEECH = "speech"
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_DOUBLED = re.compile(r"([bdgklmnprtvz])\1$")
_ENDINGS = (
    ("ies", "y"),
    ("ied", "y"),
    ("es", ""),
    ("s", ""),
    ("ed", ""),
    ("ed", "e"),
    ("ing", ""),
    ("ing", "e"),
)
# "viewed as", "saw it as": a perception that judges.
_SEE, _AS = "see", "as"


def kind_of(statement: Statement) -> str:
    """Return the kind: speech, denial, belief, intention, feeling, stance, finding.

    The first word of the cue that has a kind decides: "declined to say" is speech,
    "plans to announce" an intention. Words in quotation marks are speech, and so is
    what has a source but no cue, or a colon for one; a denial stays one. "other" is
    what no class holds.
    """
    cue = statement.cue.text if statement.cue else ""
    kind = next(_kinds_in(cue), None)
    if kind == "denial":
        return kind
    if statement.form == "direct" or (kind is None and statement.form == "mixed"):
        return _SPEECH
    if not _WORD.search(cue):
        return _SPEECH if statement.source else OTHER
    return kind or OTHER


def certainty_of(statement: Statement) -> str | None:
    """Return how sure the source is, where the cue tells; None where it does not.

    "confirmed" is certain, "expects" probable, "suspects" possible, "doubts" doubtful;
    what went unsaid ("did not confirm") is none of them.
    """
    if statement.negated or statement.cue is None:
        return None
    cue = statement.cue.text
    degrees = _lexicon()["certainty"]
    found = (degrees[base] for base in _bases_in(cue) if base in degrees)
    return next(found, None)


def kinds() -> tuple[str, ...]:
    """Return the names of all kinds, `other` last."""
    return (*dict.fromkeys(_lexicon()["kinds"].values()), OTHER)


def _kinds_in(cue: str) -> Iterator[str]:
    known = _lexicon()["kinds"]
    words = _WORD.findall(cue.lower())
    for position, word in enumerate(words):
        bases = [base for base in _bases(word) if base in known]
        if not bases:
            continue
        judges = bases[0] == _SEE and _AS in words[position:]
        yield "belief" if judges else known[bases[0]]


def _bases_in(cue: str) -> Iterator[str]:
    for word in _WORD.findall(cue.lower()):
        yield from _bases(word)


def _bases(word: str) -> Iterator[str]:
    """Yield what a word may be a form of: "planned" gives "planned" and "plan"."""
    irregular = _lexicon()["irregular"].get(word)
    if irregular:
        yield irregular
        return
    yield word
    for ending, base in _ENDINGS:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) > 1:
            yield stem + base
            if _DOUBLED.search(stem):
                yield stem[:-1]


@cache
def _lexicon() -> Mapping[str, Mapping[str, str]]:
    source = files(__package__).joinpath("kinds.yaml").read_text(encoding="utf-8")
    lists: dict[str, Any] = yaml.safe_load(source)
    return {
        "kinds": _by_word(lists["kinds"]),
        "certainty": _by_word(lists["certainty"]),
        "irregular": lists["irregular"],
    }


def _by_word(classes: Mapping[str, list[str]]) -> dict[str, str]:
    return {
        word: name
        for name, lines in classes.items()
        for line in lines
        for word in line.split()
    }
