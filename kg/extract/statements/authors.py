"""Who says "I" and "we" in a text as a whole: whoever signs or issues it."""

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from kg.annotate.layout.signatures import is_phrase
from kg.annotate.names.component import NameSpan, head_of, names_starting_in
from kg.annotate.quotes import quoted_tokens
from kg.english.arguments import surface_subjects
from kg.english.lexicon import words
from kg.english.memory import text_of
from kg.english.nouns import HUMAN, noun_classes
from kg.english.trees import dependent_words, has_feature, lemma, sentence_of
from kg.extract.statements.documents import Documents
from kg.extract.statements.members import states_served

_LINE = re.compile(r"\S[^\n\r]*")
_BY = re.compile(r"by\s+", re.IGNORECASE)
BEGIN = re.compile(r"^[^\w\n]*begin text[^\w\n]*$", re.IGNORECASE | re.MULTILINE)
# A line of more words is text; a byline stands on one of the first lines.
_MAX_TOKENS = 24
_LINES = 4
# A signature at the end takes no more words, the paper's name included.
_MAX_END = 12
_SIGNED = re.compile(r"[–—―-]\s*$|\n\s*$")
# "Yours faithfully," on the line above.
_VALEDICTION = re.compile(
    r"\n[^\n]*\b(?:yours|sincerely|faithfully|regards|wishes|respectfully)\b[^\n]*\s*$",
    re.IGNORECASE,
)
_SENTENCE_ENDS = frozenset('.?!…”"')
_I = frozenset({"I", "my", "My", "me"})
# So many words into a text it is told who issued it.
_OPENING = 200
_POINTING = frozenset({"following", "below"})
_VOICED = words("saying.voiced")


def authors(doc: Doc, documents: Documents) -> list[Token]:
    """Return the heads of who signs a text at its top, or is said to issue it.

    "Ada Moss, Minister of Trade" or "By Ada Moss" on the first line gives "Moss"; "The
    following statement was released by the governments of Ghana and Togo" gives both
    states. So does "– Ada Moss" at the end of a text that says "I". Headlines, bare
    names and transcripts give nobody. Needs a parse with
    morphology, what `name_spans` needs, `doc.spans["turns"]` and its `documents`.
    """
    # In a transcript each turn has a speaker of its own.
    if doc.spans.get("turns"):
        return []
    found = (
        list(_signing(doc))
        or list(_issuing(doc, documents))
        or list(_signing_below(doc))
    )
    return [each for head in found for each in _members(head)]


def _members(head: Token) -> list[Token]:
    is_plural = has_feature(head, "Number", "Plur")
    return (states_served(head) if is_plural else []) or [head]


def _signing(doc: Doc) -> Iterator[Token]:
    """Yield the persons whom one of the first lines gives as its authors."""
    for number, line in enumerate(_lines(doc)):
        by = _BY.match(line.text)
        start = line.start + (1 if by else 0)
        names = [
            name
            for name in names_starting_in(doc, start, line.end)
            if name.label == "PERSON"
        ]
        if not names or names[0].title_start != start:
            continue
        is_signed = number == 0 and _is_office(doc[names[0].end : line.end])
        if by or (is_signed and len(names) == 1):
            yield from (head_of(doc, name) for name in names)
            return


def _signing_below(doc: Doc) -> Iterator[Token]:
    """Yield the person whose name after a dash or on a line of its own ends a text.

    "... of our local rascals. – Ada Moss": only where the text itself says "I".
    """
    end = len(doc)
    while end and doc[end - 1].is_space:
        end -= 1
    names = names_starting_in(doc, max(end - _MAX_END, 0), end)
    last = next((name for name in names if _opens_signature(doc, name)), None)
    if last is not None and last.label == "PERSON" and _says_i(doc):
        yield head_of(doc, last)


def _opens_signature(doc: Doc, name: NameSpan) -> bool:
    """Whether a sentence ends before a name, with a dash or a line break between."""
    first = name.title_start
    before = doc[max(first - 2, 0) : first]
    if len(before) < 2 or not _SIGNED.search(before.text_with_ws):
        return False
    if _VALEDICTION.search(doc[max(first - _MAX_END, 0) : first].text_with_ws):
        return True
    return any(
        token.text[-1] in _SENTENCE_ENDS for token in doc[max(first - 3, 0) : first]
    )


def _says_i(doc: Doc) -> bool:
    """Whether a text says "I" outside of quotation marks."""
    quoted = quoted_tokens(doc)
    return any(token.text in _I and token.i not in quoted for token in doc)


def _lines(doc: Doc) -> Iterator[Span]:
    """Yield those of the first lines that are no sentences."""
    for _, match in zip(range(_LINES), _LINE.finditer(text_of(doc)), strict=False):
        line = doc.char_span(*match.span(), alignment_mode="contract")
        if line is not None and len(line) <= _MAX_TOKENS and is_phrase(line):
            yield line


def _is_office(span: Span) -> bool:
    """Whether a line goes on after a name with its office: ", Mayor of Bern"."""
    opens = len(span) > 1 and span[0].text == "," and span[-1].text != "."
    return opens and any(noun_classes(token) & HUMAN for token in span)


def _issuing(doc: Doc, documents: Documents) -> Iterator[Token]:
    """Yield who is said to have issued the text that follows, or is its title's."""
    for token in doc[:_OPENING]:
        if lemma(token) in _VOICED and _points_below(token):
            whole = token.head if lemma(token.head) == "text" else token
            yield from documents.told_at(whole)
            return
    for line in list(_lines(doc))[:1]:
        if lemma(line.root) in _VOICED:
            yield from documents.told_at(line.root)
            return
    yield from _introducing(doc)


def _points_below(noun: Token) -> bool:
    """Whether a noun is "the following statement", "the statement below"."""
    around = dependent_words(noun, "amod", "advmod", "nsubj")
    above = dependent_words(noun.head, "nsubj") if noun.dep_ == "nmod" else set()
    return not _POINTING.isdisjoint(around | above)


def _introducing(doc: Doc) -> Iterator[Token]:
    """Yield who does what the sentence before a marked text tells, where they are many.

    "Envoys of Ghana and Togo met in Accra. Begin text: We welcome ..." is both's.
    """
    marked = BEGIN.search(text_of(doc))
    before = (
        doc.char_span(0, marked.start(), alignment_mode="contract") if marked else None
    )
    while before and before[-1].is_space:
        before = before[:-1]
    if before:
        subjects = surface_subjects(sentence_of(before[-1]).root)
        yield from (each for each in subjects if has_feature(each, "Number", "Plur"))
