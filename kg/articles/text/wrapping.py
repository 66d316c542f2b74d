"""Undo the hard wrapping of wires, mails and Markdown: lines that end in mid-sentence.

A line break inside a sentence is no end of anything, but one after a title is. What
tells them apart is the paragraph: text that was wrapped goes on in lower case at the
start of some line, or leads on at the end of one ("of the"), which headings, lists and
verses seldom do.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import Any

import msgspec

from kg.records import Extraction

# From a line's start, for a search from each of its characters would take a square.
_PARAGRAPH = re.compile(
    r"(?<![^\r\n])[^\r\n]++(?:(?:\r\n|\r|\n)[^\S\r\n]*[^\s][^\r\n]*)+"
)
_BREAK = re.compile(r"[^\S\r\n]*(?:\r\n|\r|\n)[^\S\r\n]*")
_HYPHENATED = re.compile(r"([^\W\d_]+)-(\r\n|\r|\n)([^\W\d_]+)")
# What no line of a heading or list ends with.
_LEADS_ON = re.compile(r"\b(?:an?|and|of|the|to|with)$")
_VOWELS = re.compile(r"[aeiouy]+", re.IGNORECASE)
_AFTER_NAME = re.compile(r"[A-Z][\w.’']*\s$")
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday")
_ENDS = '.?!:;…"”’)]'
# A paragraph is wrapped where at most this share of its breaks was not forced: where
# the next word would still have stood in the line.
_LOOSE = 0.34


@dataclass(frozen=True, slots=True)
class Unwrapped:
    """A text without line breaks inside its sentences.

    `removed` holds places of `text`, in order: before each, the original has as many
    characters more as `lengths` says (a hyphen and a line break inside a word).
    """

    text: str
    removed: tuple[int, ...] = ()
    lengths: tuple[int, ...] = ()

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Return where a stretch of the text stands in the original."""
        return self._place(start), self._place(end - 1) + 1

    def _place(self, offset: int) -> int:
        return offset + sum(self.lengths[: bisect_right(self.removed, offset)])


def unwrapped(text: str) -> Unwrapped:
    r"""Return a text with blanks for the line breaks that wrapping put into sentences.

    "The envoy said on\nMonday that he\nwould go." has two such breaks; "Talks fail\nThe
    envoy left." has none. A word that was parted by a hyphen is whole again where it
    stands unparted elsewhere in the text, or is a name behind another.
    """
    if "\n" not in text and "\r" not in text:
        return Unwrapped(text)
    flowing = _PARAGRAPH.sub(lambda found: _flowing(found[0]), text)
    return _without_hyphens(text, flowing)


def rewrapped(extraction: Extraction, reading: Unwrapped, text: str) -> Extraction:
    """Return an extraction of the unwrapped text with offsets into the original.

    Every stretch has the original's characters again, line breaks and hyphens too.
    """
    found: Extraction = _rewrapped(extraction, reading, text)
    return found


def _rewrapped(value: Any, reading: Unwrapped, text: str) -> Any:
    if isinstance(value, tuple):
        return tuple(_rewrapped(each, reading, text) for each in value)
    if not isinstance(value, msgspec.Struct):
        return value
    fields = {
        name: _rewrapped(getattr(value, name), reading, text)
        for name in value.__struct_fields__
    }
    if isinstance(fields.get("start"), int):
        start, end = reading.original(fields["start"], fields["end"])
        fields |= {"start": start, "end": end, "text": text[start:end]}
    return msgspec.structs.replace(value, **fields)


def _flowing(paragraph: str) -> str:
    """Put blanks for the breaks of a wrapped paragraph; the length stays."""
    lines = _BREAK.split(paragraph)
    is_sentence = any(line[:1].islower() for line in lines[1:])
    if not is_sentence and not any(map(_LEADS_ON.search, lines[:-1])):
        return paragraph
    width = max(map(len, lines))
    loose = [_is_loose(line, after, width) for line, after in _pairs(lines)]
    is_filled = sum(loose) <= _LOOSE * len(loose)
    kept: set[int] = set()
    for number, (line, after) in enumerate(_pairs(lines)):
        # A line that goes on with the sentence of the one before is no heading.
        opens = number == 0 or number - 1 in kept or lines[number - 1][-1:] in _ENDS
        if is_filled and opens and loose[number] and _is_heading(line, after):
            kept.add(number)
    breaks = enumerate(_BREAK.finditer(paragraph))
    pieces, end = [], 0
    for number, found in breaks:
        pieces.append(paragraph[end : found.start()])
        pieces.append(found[0] if number in kept else " " * len(found[0]))
        end = found.end()
    return "".join([*pieces, paragraph[end:]])


def _pairs(lines: list[str]) -> list[tuple[str, str]]:
    return list(zip(lines, lines[1:], strict=False))


def _is_loose(line: str, after: str, width: int) -> bool:
    """Whether the next line's first word would have stood in this one, too."""
    word = after.partition(" ")[0]
    return len(line) + 1 + len(word) <= width


def _is_heading(line: str, after: str) -> bool:
    """Whether a line may be a heading or end before one; "the United" may not."""
    if line[:1].islower():
        return False
    return line.rstrip()[-1:] not in _ENDS and not after[:1].islower()


def _without_hyphens(original: str, flowing: str) -> Unwrapped:
    """Join the words that a hyphen parted at a line's end: "Bolu-" and "arte"."""
    pieces, removed, lengths = [], [], []
    end = size = 0
    for found in _HYPHENATED.finditer(original):
        gap = found.start(2), found.start(3)
        if flowing[gap[0]].isspace() and flowing[gap[0]] not in "\r\n":
            is_word = _stands_elsewhere(original, found) or _is_parted_name(found)
            cut = gap[0] - 1 if is_word else gap[0]
            pieces.append(flowing[end:cut])
            size += cut - end
            removed.append(size)
            lengths.append(gap[1] - cut)
            end = gap[1]
    return Unwrapped("".join([*pieces, flowing[end:]]), tuple(removed), tuple(lengths))


def _is_parted_name(parted: re.Match[str]) -> bool:
    """Whether the parts are of a name behind another: "Ms. Quin-" and "tavalle".

    Two of one syllable each are not: "Kim Jong-un". A weekday is one word.
    """
    first, second = parted[1], parted[3]
    if (first + second).lower() in _WEEKDAYS:
        return True
    syllables = [len(_VOWELS.findall(each)) for each in (first, second)]
    is_name = first[:1].isupper() and second.islower() and sum(syllables) > 2
    before = parted.string[max(parted.start() - 30, 0) : parted.start()]
    return is_name and _AFTER_NAME.search(before) is not None


def _stands_elsewhere(text: str, parted: re.Match[str]) -> bool:
    whole = parted[1] + parted[3]
    return re.search(rf"\b{re.escape(whole)}\b", text, re.IGNORECASE) is not None
