"""Tokens: spaCy's own, but for runs without any space that it takes too long over."""

import re
from collections.abc import Callable
from itertools import pairwise

from spacy.lang.en import English
from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]
from spacy.tokens import Doc
from spacy.util import compile_infix_regex

# spaCy takes one mark after another off a run's end, and looks at all of the run each
# time. No word and hardly an address is longer than this.
_LONG_RUN = re.compile(r"\S{500}(?=\S)")

# spaCy parts "Kenya-Ghana", but not what follows a dot: "U.S.-Ghana", "U.S.-led".
_AFTER_INITIALS = r"(?<=[A-Z]\.)[-–/](?=[A-Za-z])"
# Verbs that say "again", "together" or the contrary are one word in UD's treebanks.
_PREFIXED = re.compile(
    r"(?:re|de)-[a-z]+|co-(?:(?:operat|ordinat)[a-z]+|[a-z]+(?:ed|ing))", re.IGNORECASE
)
# Which spaCy parts as contractions.
_WORDS = frozenset({"cant", "hed", "hes", "id", "im", "ima", "wed", "wont"})


def part_initials(tokenizer: Tokenizer) -> Tokenizer:
    """Return a tokenizer of spaCy's that parts initials from what a hyphen joins.

    "U.S.-Ghana ties" gives "U.S.", "-", "Ghana" and "ties". It is changed in place.
    """
    infixes = compile_infix_regex([*English.Defaults.infixes, _AFTER_INITIALS])
    tokenizer.infix_finditer = infixes.finditer
    return tokenizer


def keep_words_whole(tokenizer: Tokenizer) -> Tokenizer:
    """Return a tokenizer of spaCy's that leaves whole words whole.

    "Wed" and "wont" are words of their own, whatever they mean without an apostrophe,
    and so are "re-elected" and "co-operate". It is changed in place.
    """
    tokenizer.token_match = _PREFIXED.fullmatch
    tokenizer.rules = {
        text: parts
        for text, parts in tokenizer.rules.items()
        if text.lower() not in _WORDS
    }
    return tokenizer


class RunTokenizer:
    """Tokenize like `tokenizer`, in time that grows with a text's length, no faster.

    A run of brackets, of quotation marks or of code is read in pieces; a text without
    such runs has the tokens that spaCy gives it.
    """

    def __init__(self, tokenizer: Callable[[str], Doc]) -> None:
        self._tokenizer = tokenizer

    def __call__(self, text: str) -> Doc:
        cuts = [match.end() for match in _LONG_RUN.finditer(text)]
        if not cuts:
            return self._tokenizer(text)
        bounds = pairwise([0, *cuts, len(text)])
        pieces = [self._tokenizer(text[start:end]) for start, end in bounds]
        whole = Doc.from_docs(pieces, ensure_whitespace=False)
        if whole is None:
            raise ValueError("no tokens in a text that has some")
        return whole
