"""Headlines that name who speaks before a colon, or after a colon or a dash."""

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from kg.annotate.layout.signatures import Parts, is_nominal, parts_of
from kg.english.lexicon import words

_LINE = re.compile(r"\S[^\n\r]*")
# "Moss on trade: …" is Moss.
_FIRST = re.compile(
    r"(?P<source>[^:\n\"“”]{2,60}?)(?: (?:on|about) [^:\n\"“”]+)?"
    r"(?P<cue>:) +(?P<content>\S.*)"
)
_LAST = re.compile(
    r"(?P<content>.*\S) ?(?P<cue>(?<! ):(?= )|(?<= )[-–—]) ?"
    r"(?P<source>[^:\n\"“”]{2,60})"
)
_MAX_WORDS, _MAX_SOURCE, _MIN_CONTENT = 24, 6, 3
# A name before a colon may be the topic, too; so many words have to come again in
# what the article's text gives as that source's words, if the name is a place's.
_SHARED_WORDS = 2
_PLACES = frozenset({"LOC", "NORP"})
_SPEAKING_NOUNS = words("people.speaking_in_headlines")


def headline_statements(doc: Doc) -> Iterator[Parts]:
    """Yield source, cue and content of headlines: "Moss: No talks before May".

    A name before a colon is as often the topic ("Budget: Taxes to rise"). It speaks if
    what follows is in quotation marks, if the article's text gives it as a source, or
    if there is no text and the name is a person's or a spokesman's. Needs tags, `ents`,
    `doc.spans["quotes"]` and `doc.spans["attribution"]`.
    """
    article = doc.text  # spaCy joins all tokens at each look
    lines = list(_LINE.finditer(article))
    has_body = any(line[0].rstrip()[-1] in '.?!”"' for line in lines[1:])
    for line in lines:
        text = line[0].rstrip()
        if text.endswith(".") or len(text.split()) > _MAX_WORDS:
            continue
        for pattern in (_FIRST, _LAST):
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
    if source is None or content is None or not is_nominal(source):
        return {}
    words = sum(not token.is_punct for token in content)
    return parts if words >= _MIN_CONTENT and len(source) <= _MAX_SOURCE else {}


def _speaks(doc: Doc, parts: Parts, *, has_body: bool) -> bool:
    source, content = parts["SOURCE"], parts["CONTENT"]
    head = source.root
    if head.pos_ not in {"NOUN", "PROPN"}:
        return False
    is_place = all(token.ent_type_ in _PLACES for token in source)
    if _is_borne_out(doc, head, content, is_place=is_place):
        return True
    is_person = source[-1].ent_type_ == "PERSON" or head.ent_type_ == "PERSON"
    is_speaker = is_person or _singular(head) in _SPEAKING_NOUNS
    quotes = doc.spans.get("quotes", ())
    is_quoted = any(
        content.start <= quote.start and quote.end <= content.end for quote in quotes
    )
    if is_quoted:
        return is_speaker or (head.ent_type_ == "ORG" and source.start < content.start)
    return is_speaker and not has_body


def _singular(noun: Token) -> str:
    lemma = noun.lemma_.lower()
    return lemma if lemma in _SPEAKING_NOUNS else lemma.removesuffix("s")


def _is_borne_out(doc: Doc, head: Token, content: Span, *, is_place: bool) -> bool:
    """Tell whether the text has the same source say something, of a place the same."""
    spans = doc.spans.get("attribution", ())
    known = _lemmas(content)
    for source in spans:
        if source.label_ != "SOURCE" or _is_between(source, head, content):
            continue
        if head.lemma_.lower() not in {token.lemma_.lower() for token in source}:
            continue
        said = [s for s in spans if s.id == source.id and s.label_ == "CONTENT"]
        shared = set().union(*map(_lemmas, said)) & known
        if not is_place or len(shared) >= _SHARED_WORDS:
            return True
    return False


def _is_between(span: Span, head: Token, content: Span) -> bool:
    """Tell whether a span lies in the headline itself."""
    first, last = min(head.i, content.start), max(head.i + 1, content.end)
    return first <= span.start < last


def _lemmas(span: Span) -> set[str]:
    return {
        token.lemma_.lower()
        for token in span
        if token.pos_ in {"NOUN", "PROPN", "VERB", "ADJ", "NUM"}
    }
