"""Running text out of a corpus that gives its words alone."""

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from kg.train.namebanks import bio_sentences

# After these no space follows; before the others none stands.
_OPENING = frozenset("([{“‘$£#")
_CLOSING = re.compile(
    r"[,.;:?!)\]}%”’]+|\.{3}|'|['’](?:s|re|ve|ll|d|m)|n['’]t", re.IGNORECASE
)


def column_text(path: Path) -> str:
    """Return the text of a file of words and tags, a paragraph a block of lines.

    The file keeps no spaces, so offsets in this text hold for this rule alone.
    Raises `OSError`.
    """
    blocks = (words for words, _ in bio_sentences(path))
    return running_text(blocks)


def running_text(paragraphs: Iterable[Sequence[str]]) -> str:
    """Join words into paragraphs, a blank line between them.

    Marks stand at the word that they belong to, and straight quotation marks open and
    close in turn: `running_text([['"', "Yes", ",", '"', "he", "said"]])` is
    `"Yes," he said`.
    """
    return "\n\n".join(_paragraph(words) for words in paragraphs)


def _paragraph(words: Sequence[str]) -> str:
    text, quoted, glued = "", False, True
    for word in words:
        if word == '"':
            before = "" if quoted or glued else " "
            quoted = not quoted
            glued = quoted
        else:
            before = "" if glued or _CLOSING.fullmatch(word) else " "
            glued = word in _OPENING
        text += before + word
    return text
