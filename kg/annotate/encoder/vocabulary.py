"""Wordpieces of the uncased vocabulary of BERT (Devlin et al., 2019).

What its own tokenizer makes of words, of all but some five hundred rare characters
too, which are newer than that; a library that does the same brings 30 MB with it.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from unicodedata import category, normalize

_INNER = "##"
# A longer run of letters has no pieces.
_LONGEST = 100
_SPACES = frozenset("\t\n\r")
_REPLACEMENT = "\ufffd"
# Control, format and private characters, and halves of pairs.
_UNSEEN = frozenset({"Cc", "Cf", "Co", "Cs"})
_ACCENT = "Mn"
# Each of these is a word: Chinese is written without blanks.
_IDEOGRAPHS = (
    *((0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x2A6DF)),
    *((0x2A700, 0x2B73F), (0x2B740, 0x2B81F), (0x2B920, 0x2CEAF), (0x2F800, 0x2FA1F)),
)


class WordPieces:
    """Reads words in pieces, the longest first: "unafraid" as "una", "##fra", "##id".

    `numbers` has the number of each piece, "[UNK]" among them.
    """

    def __init__(self, numbers: Mapping[str, int]) -> None:
        self._numbers = numbers
        self.unknown = numbers["[UNK]"]

    @classmethod
    def of_file(cls, path: str) -> "WordPieces":
        """Read a vocabulary as `numbers_of_file` does."""
        return cls(numbers_of_file(Path(path)))

    def __call__(self, word: str) -> list[int]:
        """Return the numbers of a word's pieces; none where nothing of it is seen."""
        runs = "".join(map(_plain, word)).split()
        return [number for run in runs for number in self._read(run)]

    def _read(self, run: str) -> list[int]:
        if len(run) > _LONGEST:
            return [self.unknown]
        found, start = [], 0
        while start < len(run):
            end, number = self._longest(run, start)
            if number is None:
                return [self.unknown]
            found.append(number)
            start = end
        return found

    def _longest(self, run: str, start: int) -> tuple[int, int | None]:
        opening = _INNER if start else ""
        for end in range(len(run), start, -1):
            number = self._numbers.get(opening + run[start:end])
            if number is not None:
                return end, number
        return start, None


def numbers_of_file(path: Path) -> dict[str, int]:
    """Return a vocabulary's pieces, one a line, numbered from 0 on.

    Raises `OSError` and, of a file that is not UTF-8, `UnicodeDecodeError`.
    """
    lines = path.read_text(encoding="utf-8").splitlines()
    return {line.rstrip(): number for number, line in enumerate(lines)}


@cache
def _plain(character: str) -> str:
    """Return a character in lower case without accents, marks apart: "É" gives "e"."""
    if character in _SPACES:
        return " "
    if character == _REPLACEMENT or category(character) in _UNSEEN:
        return ""
    if character.isspace():
        return " "
    plain = "".join(_parts(character))
    is_word = any(first <= ord(character) <= last for first, last in _IDEOGRAPHS)
    return f" {plain} " if is_word else plain


def _parts(character: str) -> Iterator[str]:
    for part in normalize("NFD", character):
        if category(part) != _ACCENT:
            for small in part.lower():
                yield f" {small} " if _is_mark(small) else small


def _is_mark(character: str) -> bool:
    """Whether a character stands for itself: punctuation, and "$", "+" or "~"."""
    is_sign = character.isascii() and not character.isalnum() and character != " "
    return is_sign or category(character).startswith("P")
