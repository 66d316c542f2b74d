"""Headlines that name who speaks before a colon, or after a colon or a dash."""

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from kg.annotate.layout.pieces import Parts, parts_of, pieces
from kg.annotate.layout.signatures import is_phrase
from kg.english.lexicon import words

_LINE = re.compile(r"\S[^\n\r]*")
# "Moss on trade: …" is Moss.
_SPEAKER_FIRST = re.compile(
    r"(?P<source>[^:\n\"“”]{2,60}?)(?: (?:on|about) [^:\n\"“”]+)?"
    r"(?P<cue>:) +(?P<content>\S.*)"
)
_SPEAKER_LAST = re.compile(
    r"(?P<content>.*\S) ?(?P<cue>(?<! ):(?= )|(?<= )[-–—]) ?"
    r"(?P<source>[^:\n\"“”]{2,60})"
)
# Lines of more words are text. A source of more tokens is a clause; a content of fewer
# words is a label's value ("Photo: Ada Moss").
_MAX_WORDS, _MAX_SOURCE, _MIN_CONTENT = 24, 6, 3
# A name before a colon may be the topic, too; so many words have to come again in
# what the article's text gives as that source's words, if the name is a place's.
_SHARED_WORDS = 2
_PLACES = frozenset({"LOC", "NORP"})
_SPEAKING_NOUNS = words("people.speaking_in_headlines")
_NOUNS = frozenset({"NOUN", "PROPN"})
_CONTENT_WORDS = _NOUNS | {"VERB", "ADJ", "NUM"}


def headline_statements(doc: Doc) -> Iterator[Parts]:
    """Yield source, cue and content of headlines: "Moss: No talks before May".

    A name before a colon is as often the topic ("Budget: Taxes to rise"). It speaks if
    what follows is in quotation marks, if the article's text gives it as a source, or
    if there is no text and the name is a person's or a spokesman's. Needs tags, lemmas,
    `doc.ents`, `doc.spans["quotes"]` and `doc.spans["attribution"]`.
    """
    article = doc.text  # spaCy joins all tokens at each look
    lines = list(_LINE.finditer(article))
    has_body = any(line[0].rstrip()[-1] in '.?!”"' for line in lines[1:])
    for line in lines:
        text = line[0].rstrip()
        if text.endswith(".") or len(text.split()) > _MAX_WORDS:
            continue
        for pattern in (_SPEAKER_FIRST, _SPEAKER_LAST):
            match = pattern.fullmatch(article, line.start(), line.start() + len(text))
            parts = _parts(doc, match) if match else {}
            if parts and _speaks(doc, parts, has_body=has_body):
                yield parts
                break


def _parts(doc: Doc, match: re.Match[str]) -> Parts:
    """Return what a line's stretches are in tokens; nothing if they are no headline."""
    parts = parts_of(
        **{
            part: doc.char_span(*match.span(part), alignment_mode="contract")
            for part in match.groupdict()
        }
    )
    source, content = parts.get("SOURCE"), parts.get("CONTENT")
    if source is None or content is None or not is_phrase(source):
        return {}
    words = sum(not token.is_punct for token in content)
    return parts if words >= _MIN_CONTENT and len(source) <= _MAX_SOURCE else {}


def _speaks(doc: Doc, parts: Parts, *, has_body: bool) -> bool:
    """Whether the name beside the colon says what is on its other side."""
    source, content = parts["SOURCE"], parts["CONTENT"]
    if source.root.pos_ not in _NOUNS:
        return False
    if _is_borne_out(doc, source, content):
        return True
    is_speaker = _is_person(source) or _singular(source.root) in _SPEAKING_NOUNS
    if _holds_quotation(doc, content):
        # A body behind a dash is as often the outlet, so it has to come first.
        is_body_in_front = (
            source.root.ent_type_ == "ORG" and source.start < content.start
        )
        return is_speaker or is_body_in_front
    return is_speaker and not has_body


def _is_person(source: Span) -> bool:
    # "Mayor Moss": the head is the title, the name comes last.
    return "PERSON" in {source[-1].ent_type_, source.root.ent_type_}


def _singular(noun: Token) -> str:
    """Return a noun's lemma; headlines' plurals are often missed: "forecasters"."""
    lemma = noun.lemma_.lower()
    return lemma if lemma in _SPEAKING_NOUNS else lemma.removesuffix("s")


def _holds_quotation(doc: Doc, content: Span) -> bool:
    return any(
        content.start <= quote.start and quote.end <= content.end
        for quote in doc.spans.get("quotes", ())
    )


def _is_borne_out(doc: Doc, source: Span, content: Span) -> bool:
    """Whether the article's text has the same source say something, too.

    A place is often the topic, and its name a source by chance; it has to say the same.
    """
    spans = list(doc.spans.get("attribution", ()))
    said = (
        pieces((s for s in spans if s.id == other.id), "CONTENT")
        for other in pieces(spans, "SOURCE")
        if not _lies_in_headline(other, source.root, content)
        and source.root.lemma_.lower() in {token.lemma_.lower() for token in other}
    )
    if all(token.ent_type_ in _PLACES for token in source):
        return any(_shares_words(contents, content) for contents in said)
    return next(said, None) is not None


def _lies_in_headline(span: Span, head: Token, content: Span) -> bool:
    """Whether a span begins between the speaker's name and the end of what is said."""
    first, last = min(head.i, content.start), max(head.i + 1, content.end)
    return first <= span.start < last


def _shares_words(contents: list[Span], headline: Span) -> bool:
    shared = set().union(*map(_lemmas, contents)) & _lemmas(headline)
    return len(shared) >= _SHARED_WORDS


def _lemmas(span: Span) -> set[str]:
    return {token.lemma_.lower() for token in span if token.pos_ in _CONTENT_WORDS}
