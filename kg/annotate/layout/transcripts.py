"""Transcripts and interviews: paragraphs that open with the name of who speaks."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Span

# "MR. HOLT:", "Jane Doe (via interpreter):", "Q:"; the colon ends the label.
_LABEL = re.compile(
    r"^[ \t]*(?P<label>[^\W\d_][^\n:;?!\"“”()]{0,60}?)"
    r"(?: ?\([^()\n]{1,40}\))?:(?=\s|$)",
    re.MULTILINE,
)
_PARAGRAPH = re.compile(r"[^\s][^\n\r]*")
# Stage directions, and what closes a transcript.
_ASIDE = re.compile(r"[(\[][^()\[\]]*[)\]]\.?")
_END = re.compile(r"(?:#\s*)+|[*_–—-]{3,}|\(?(?:END|Ends?|End of transcript)\)?\.?")
_SPOKEN_END = re.compile(r"[.?!…—–-][\"”’')\]]*$")
# Who speaks, where a transcript gives no name.
ROLES = frozenset(
    {"q", "a", "question", "answer", "interviewer", "interviewee", "moderator"}
    | {"operator", "host", "presenter", "anchor", "reporter", "correspondent"}
    | {"journalist", "interpreter", "translator", "participant", "audience member"}
    | {"audience", "speaker", "narrator", "caller", "staff", "voice", "press"}
    | {"the court", "witness", "counsel", "chair", "chairman", "chairwoman"}
)
_HONORIFICS = frozenset({"mr", "mrs", "ms", "miss", "mx", "dr", "prof", "sir", "lord"})
_PARTICLES = frozenset({"of", "the", "and", "for", "to"}) | frozenset(
    {"al", "bin", "da", "de", "del", "den", "der", "di", "du", "el", "ibn", "la", "van"}
    | {"von", "le"}
)
_FIRST_PERSON = frozenset({"i", "we", "our", "my"})
_MAX_WORDS = 9
# At least this share of the turns has to end as sentences do: lists of facts do not.
_SPOKEN_SHARE = 0.6


@dataclass(frozen=True, slots=True)
class Turn:
    """One speaker's turn: the label that names the speaker, and the paragraphs.

    `colon` is the label's, None where it is one token with what stands before it.
    """

    label: Span
    colon: Span | None
    paragraphs: tuple[Span, ...]


def turns(doc: Doc) -> list[Turn]:
    """Return the turns of a transcript in text order; none where the text is no such.

    "Q: Will you go?" and "A: I will." are two. Lists of facts ("Place: Geneva") have
    labels that nobody bears, and their lines are no sentences. Needs `doc.ents`.
    """
    text = doc.text  # spaCy joins all tokens at each look
    labels = [
        (label, match.end())
        for match in _LABEL.finditer(text)
        if (label := doc.char_span(*match.span("label"))) is not None
    ]
    known = {ent[-1].lower_ for ent in doc.ents if ent.label_ == "PERSON"}
    labels = [each for each in labels if _names_speaker(each[0], known)]
    is_dialogue = len({_key(label) for label, _ in labels}) > 1 or _is_alone(labels)
    ends = [label.start_char for label, _ in labels[1:]] + [len(text)]
    found = [
        Turn(
            label,
            doc.char_span(start - 1, start),
            tuple(_paragraphs(doc, text, (start, end), all_=is_dialogue)),
        )
        for (label, start), end in zip(labels, ends, strict=False)
    ]
    if _is_alone(labels):
        return found if _is_address(found[0], known) else []
    return found if _is_transcript(found) else []


def _is_alone(labels: Sequence[tuple[Span, int]]) -> bool:
    return len(labels) == 1 and labels[0][0].text.isupper()


def _is_address(turn: Turn, known: set[str]) -> bool:
    """Tell whether one named speaker has the rest of the text, and says "I" or "we"."""
    is_named = len(turn.label) > 1 and turn.label[-1].lower_ in known
    words = {token.lower_ for paragraph in turn.paragraphs for token in paragraph}
    return is_named and not words.isdisjoint(_FIRST_PERSON)


def _names_speaker(label: Span, known: set[str]) -> bool:
    words = [token for token in label if token.is_alpha or "-" in token.text]
    if label.text.strip(". ").lower() in ROLES:
        return label.text[:1].isupper()
    if not 0 < len(words) <= _MAX_WORDS or words[-1].text[:1].islower():
        return False
    if any(w.text[:1].islower() and w.text not in _PARTICLES for w in words):
        return False
    return (
        any(token.ent_type_ == "PERSON" for token in label)
        or words[0].lower_.strip(".") in _HONORIFICS
        or words[-1].lower_ in known
        or label.text.isupper()
    )


def _key(label: Span) -> str:
    return str(label[-1].lower_)


def _paragraphs(
    doc: Doc, text: str, bounds: tuple[int, int], *, all_: bool
) -> Iterator[Span]:
    """Yield a turn's paragraphs; the first alone, where nobody else has a label."""
    for paragraph in _PARAGRAPH.finditer(text, *bounds):
        spoken = paragraph[0].strip()
        if _END.fullmatch(spoken):
            return
        span = doc.char_span(
            paragraph.start(),
            paragraph.start() + len(spoken),
            alignment_mode="contract",
        )
        if span is not None and not _ASIDE.fullmatch(spoken):
            yield span
        if not all_:
            return


def _is_transcript(found: Sequence[Turn]) -> bool:
    spoken = [turn for turn in found if turn.paragraphs]
    if len(spoken) < 2:
        return False
    ends = sum(
        _SPOKEN_END.search(turn.paragraphs[-1].text) is not None for turn in spoken
    )
    if ends < _SPOKEN_SHARE * len(spoken):
        return False
    names = Counter(_key(turn.label) for turn in spoken)
    return (
        max(names.values()) > 1
        or any(turn.label.text.strip(". ").lower() in ROLES for turn in spoken)
        or all(turn.label.text.isupper() for turn in spoken)
    )
