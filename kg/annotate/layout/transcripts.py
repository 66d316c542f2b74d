"""Transcripts and interviews: paragraphs that open with the name of who speaks."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from spacy.tokens import Doc, Span, Token

from kg.annotate.layout.labels import (
    answerer,
    full_names,
    given_the_floor,
    initials_of,
    is_role,
    questioner,
)
from kg.english.lexicon import words
from kg.english.memory import text_of

# "MR. HOLT:", "Jane Doe (via interpreter):", "Q:"; the colon ends the label. Brackets
# do so, too: "((Ada Moss))".
_LABEL = re.compile(
    r"^[ \t]*(?:(?P<label>[^\W\d_][^\n:;?!\"“”()]{0,60}?)"
    r"(?: ?\([^()\n]{1,40}\))?:|\(\((?P<bracketed>[^\n()]{1,60})\)\):?)(?=\s|$)",
    re.MULTILINE,
)
_PARAGRAPH = re.compile(r"[^\s][^\n\r]*")
# Stage directions, such as "(Laughter.)" or "[crosstalk]".
_STAGE_DIRECTION = re.compile(r"[(\[][^()\[\]]*[)\]]\.?")
# Below a passage that is set off: "— Ada Moss".
_SIGNATURE = re.compile(r"[–—―] ?[^\W\d_][^\n]*[^\W\d_]")
# What closes a transcript; contact lines of the press office follow it. "###" is the
# mark of American press releases.
_END = re.compile(r"(?:#\s*)+|[*_–—-]{3,}|\(?(?:END|Ends?|End of transcript)\)?\.?")
_SPOKEN_END = re.compile(r"[.?!…—–-][\"”’')\]]*$")
_HONORIFICS = words("titles.honorifics")
# Words in lower case inside the name or office of a label.
_PARTICLES = words("names.particles") | words("function_words.title_links")
_FIRST_PERSON = frozenset({"i", "we", "our", "my"})
# Room for a full name with its office; more words before a colon are a sentence.
_MAX_WORDS = 9
# At least this share of the turns has to end as sentences do: lists of facts do not.
_SPOKEN_SHARE = 0.6


@dataclass(frozen=True, slots=True)
class Turn:
    """One speaker's turn: the label that names the speaker, and the paragraphs.

    `colon` is the label's, None where it is one token with what stands before it or
    brackets are there instead. `speaker` is the full name of whom the label means by
    initials or by a part in the talk ("QUESTION"), None where the text does not tell.
    `hearer` is the other one of two, where the turn asks something or no turn does.
    """

    label: Span
    colon: Span | None
    paragraphs: tuple[Span, ...]
    speaker: Span | None = None
    hearer: Span | None = None

    @property
    def name(self) -> Span:
        """The label, or the full name that it stands for."""
        return self.speaker or self.label


def turns(doc: Doc) -> list[Turn]:
    """Return the turns of a transcript in text order; none where the text is no such.

    "Q: Will you go?" and "((Ada Moss)) I will." are two. A speech whose one label is
    in capitals is one turn. Lists of facts ("Place: Geneva") have labels that nobody
    bears, and their lines are no sentences. Needs a parse and `doc.ents`.
    """
    surnames = {ent[-1].lower_ for ent in doc.ents if ent.label_ == "PERSON"}
    labels = [each for each in _labels(doc) if _names_speaker(each, surnames)]
    if len(labels) == 1 and labels[0].span.text.isupper():
        (speech,) = _turns_of(doc, labels, is_dialogue=True)
        return [speech] if _is_address(speech, surnames) else []
    labels = sorted([*labels, *_bare_labels(doc, labels)], key=lambda each: each.start)
    names = full_names(doc, (label.span for label in labels))
    speakers = {_last_word(names.get(each.span.text, each.span)) for each in labels}
    found = list(_turns_of(doc, labels, is_dialogue=len(speakers) > 1))
    told = _with_speakers(found, names)
    return told if _is_transcript(told) else []


class _Label(NamedTuple):
    """A label and the offsets of what opens a turn with it, marks included."""

    span: Span
    start: int
    end: int
    is_in_brackets: bool


def _labels(doc: Doc) -> Iterator[_Label]:
    """Yield what stands before a colon, or in brackets, at the start of a line."""
    for match in _LABEL.finditer(text_of(doc)):
        form = match.lastgroup or "label"
        label = doc.char_span(*match.span(form))
        if label is not None:
            yield _Label(label, *match.span(), form == "bracketed")


def _turns_of(
    doc: Doc, labels: Sequence[_Label], *, is_dialogue: bool
) -> Iterator[Turn]:
    """Yield each label with what stands between it and the next one."""
    ends = [label.start for label in labels[1:]] + [len(text_of(doc))]
    for label, end in zip(labels, ends, strict=False):
        bounds = (label.end, end)
        said = _said(doc, bounds, is_dialogue=is_dialogue)
        # Brackets are no cue.
        at = None if label.is_in_brackets else label.end
        colon = doc.char_span(at - 1, at) if at else None
        yield Turn(label.span, colon, tuple(said))


def _bare_labels(doc: Doc, labels: Sequence[_Label]) -> Iterator[_Label]:
    """Yield the names and initials that open the answers to questions in brackets.

    "((Wirenews)) Who? / Nora Gale I did. / ((WN)) When? / NG At two."
    """
    if not any(label.is_in_brackets for label in labels):
        return
    people = [ent for ent in doc.ents if ent.label_ == "PERSON"]
    names = {ent.text for ent in people}
    names |= {short for ent in people for short in initials_of(ent)}
    # "A" alone may be an article.
    longest = sorted((x for x in names if len(x) > 1), key=lambda x: (-len(x), x))
    opening = re.compile(
        rf"^({'|'.join(map(re.escape, longest))}) (?=[^\W\d_a-z])", re.M
    )
    first = min(label.start for label in labels)
    for match in opening.finditer(text_of(doc), first) if longest else ():
        span = doc.char_span(*match.span(1))
        if span is not None:
            yield _Label(span, *match.span(), is_in_brackets=True)


def _with_speakers(found: Sequence[Turn], names: Mapping[str, Span]) -> list[Turn]:
    """Return turns with the full names of whom their labels mean, and who is asked."""
    read = [(turn.label, turn.paragraphs) for turn in found]
    labels = [turn.label for turn in found]
    before = labels[0].doc[: labels[0].start] if labels else None
    answering = answerer(labels, before) if before else {}
    speakers = {**names, **questioner(read), **answering}
    called = given_the_floor(read)
    told = [
        replace(turn, speaker=speakers.get(turn.label.text) or called.get(place))
        for place, turn in enumerate(found)
    ]
    both = {_last_word(turn.name): turn.name for turn in reversed(told)}
    if len(both) != 2:
        return told
    # Where nobody asks, two exchange remarks: "Welcome, Minister. / Thank you."
    nobody_asks = not any(map(_asks, told))
    return [
        replace(turn, hearer=_other_one(turn, both))
        if nobody_asks or _asks(turn)
        else turn
        for turn in told
    ]


def _asks(turn: Turn) -> bool:
    return any("?" in paragraph.text for paragraph in turn.paragraphs)


def _other_one(turn: Turn, names: Mapping[str, Span]) -> Span:
    own = _last_word(turn.name)
    return next(name for key, name in names.items() if key != own)


def _is_address(turn: Turn, surnames: set[str]) -> bool:
    """Whether one named speaker has the rest of the text, and says "I" or "we"."""
    is_named = len(turn.label) > 1 and _last_word(turn.label) in surnames
    words = {token.lower_ for paragraph in turn.paragraphs for token in paragraph}
    return is_named and not words.isdisjoint(_FIRST_PERSON)


def _names_speaker(label: _Label, surnames: set[str]) -> bool:
    """Whether a label is a speaker's: "Q", "MR. HOLT", "Holt"; not "Place".

    What stands in two brackets may be anybody's: "((Wirenews))".
    """
    span = label.span
    if is_role(span):
        return span.text[:1].isupper()
    words = [token for token in span if token.is_alpha or "-" in token.text]
    return _is_spelt_as_name(words) and (
        label.is_in_brackets
        or any(token.ent_type_ == "PERSON" for token in span)
        or words[0].lower_.strip(".") in _HONORIFICS
        or words[-1].lower_ in surnames
        or span.text.isupper()
    )


def _is_spelt_as_name(words: Sequence[Token]) -> bool:
    """Whether words are capitalised as in "Ana de la Cruz", not as in "There are"."""
    if not 0 < len(words) <= _MAX_WORDS or words[-1].text[:1].islower():
        return False
    return all(not w.text[:1].islower() or w.text in _PARTICLES for w in words)


def _last_word(label: Span) -> str:
    return str(label[-1].lower_)


def paragraphs(doc: Doc, start: int, end: int) -> Iterator[Span]:
    """Yield the paragraphs between two places of the text, without blanks around."""
    for match in _PARAGRAPH.finditer(text_of(doc), start, end):
        first = match.start()
        last = first + len(match[0].rstrip())
        span = doc.char_span(first, last, alignment_mode="contract")
        if span is not None:
            yield span


def _said(doc: Doc, bounds: tuple[int, int], *, is_dialogue: bool) -> Iterator[Span]:
    """Yield what is said between two places, up to what closes a transcript."""
    for paragraph in paragraphs(doc, *bounds):
        if _END.fullmatch(paragraph.text):
            return
        if not _is_aside(paragraph.text):
            yield paragraph
        # Where one name alone has labels, the paragraphs after "KM: The pipes leak."
        # are the interviewer's: "And then?"
        if not is_dialogue:
            return


def _is_aside(paragraph: str) -> bool:
    """Whether nobody says a paragraph: a stage direction, a signature."""
    is_signature = _SIGNATURE.fullmatch(paragraph)
    return bool(is_signature or _STAGE_DIRECTION.fullmatch(paragraph))


def _is_transcript(found: Sequence[Turn]) -> bool:
    """Whether there is an exchange: two turns or more, of sentences, by speakers."""
    spoken = [turn for turn in found if turn.paragraphs]
    return len(spoken) > 1 and _are_sentences(spoken) and _are_speakers(spoken)


def _are_sentences(spoken: Sequence[Turn]) -> bool:
    ends = sum(
        _SPOKEN_END.search(turn.paragraphs[-1].text) is not None for turn in spoken
    )
    return ends >= _SPOKEN_SHARE * len(spoken)


def _are_speakers(spoken: Sequence[Turn]) -> bool:
    """Whether a speaker comes again, is a role, or all labels are in capitals."""
    names = Counter(_last_word(turn.name) for turn in spoken)
    return (
        max(names.values()) > 1
        or any(is_role(turn.label) for turn in spoken)
        or all(turn.label.text.isupper() for turn in spoken)
    )
