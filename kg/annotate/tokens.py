"""Tokens: spaCy's own, but for runs without any space, and a few that it misreads."""

import re
from collections.abc import Callable
from itertools import pairwise

from spacy.language import Language
from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]
from spacy.tokens import Doc
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

# spaCy takes one mark after another off a run's end, and looks at all of the run each
# time. No word and hardly an address is longer than this.
_LONG_RUN = re.compile(r"\S{500}(?=\S)")

# spaCy parts "Kenya-Ghana", but not what follows a dot: "U.S.-Ghana", "U.S.-led".
_AFTER_INITIALS = r"(?<=[A-Z]\.)[-–/](?=[A-Za-z])"
# Verbs that say "again", "together" or the contrary are one word in UD's treebanks.
_PREFIXED = re.compile(
    r"(?:re|de)-[a-z]+|co-(?:(?:operat|ordinat)[a-z]+|[a-z]+(?:ed|ing))", re.IGNORECASE
)
# The network's name at the end of a sentence, which looks like an initial.
_NETWORK = ("on", "X.")
# Which spaCy parts as contractions.
_WORDS = frozenset({"cant", "hed", "hes", "id", "im", "ima", "wed", "wont"})


def make_tokenizer(nlp: Language) -> "RunTokenizer":
    """Create the tokenizer of an English pipeline.

    It parts words as spaCy does, save that "U.S.-Ghana" is "U.S.", "-" and "Ghana", and
    that "Wed" and "wont" are whole, words of their own, not "we'd" without its mark,
    and so are "re-elected" and "co-operate".
    """
    english = nlp.Defaults
    # In one go: each change to a tokenizer lets it read all of its rules again.
    tokenizer = Tokenizer(
        nlp.vocab,
        rules={
            text: parts
            for text, parts in english.tokenizer_exceptions.items()
            if text.lower() not in _WORDS
        },
        prefix_search=compile_prefix_regex(english.prefixes or ()).search,
        suffix_search=compile_suffix_regex(english.suffixes or ()).search,
        infix_finditer=compile_infix_regex(
            [*(english.infixes or ()), _AFTER_INITIALS]
        ).finditer,
        token_match=_PREFIXED.fullmatch,
        url_match=english.url_match,
    )
    return RunTokenizer(tokenizer)


class RunTokenizer:
    """Tokenize like `tokenizer`, in time that grows with a text's length, no faster.

    A run of brackets, of quotation marks or of code is read in pieces; a text without
    such runs has the tokens that spaCy gives it.
    """

    def __init__(self, tokenizer: Callable[[str], Doc]) -> None:
        self._tokenizer = tokenizer

    def __call__(self, text: str) -> Doc:
        return _with_network(self._read(text))

    def _read(self, text: str) -> Doc:
        cuts = [match.end() for match in _LONG_RUN.finditer(text)]
        if not cuts:
            return self._tokenizer(text)
        bounds = pairwise([0, *cuts, len(text)])
        pieces = [self._tokenizer(text[start:end]) for start, end in bounds]
        whole = Doc.from_docs(pieces, ensure_whitespace=False)
        if whole is None:
            raise ValueError("no tokens in a text that has some")
        return whole


def _with_network(doc: Doc) -> Doc:
    """Return a doc with the full stop of "wrote on X. Later" as a token of its own.

    "Ada X. Quill" keeps her initial.
    """
    found = [b for a, b in pairwise(doc) if (a.lower_, b.text) == _NETWORK]
    if found:
        with doc.retokenize() as retokenizer:
            for token in found:
                retokenizer.split(token, ["X", "."], heads=[(token, 0), (token, 0)])
    return doc
