"""Headlines that name who speaks before a colon, or after a colon or a dash."""

import re
from collections.abc import Iterator
from itertools import chain

from spacy.tokens import Doc, Span, Token

from kg.annotate.layout.pieces import Parts, by_number, parts_of, pieces
from kg.annotate.layout.signatures import is_phrase
from kg.english.lexicon import words
from kg.english.memory import text_of
from kg.english.trees import NOUN_POS
from kg.intervals import Intervals

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
_CONTENT_WORDS = NOUN_POS | {"VERB", "ADJ", "NUM"}


def headline_statements(doc: Doc) -> Iterator[Parts]:
    """Yield source, cue and content of headlines: "Moss: No talks before May".

    A name before a colon is as often the topic ("Budget: Taxes to rise"). It speaks if
    what follows is in quotation marks, if the article's text gives it as a source, or
    if there is no text and the name is a person's or a spokesman's. Needs tags, lemmas,
    `doc.ents`, `doc.spans["quotes"]` and `doc.spans["attribution"]`.
    """
    article = text_of(doc)
    lines = list(_LINE.finditer(article))
    told = _Told(doc)
    has_body = any(line[0].rstrip()[-1] in '.?!”"' for line in lines[1:])
    for line in lines:
        text = line[0].rstrip()
        if text.endswith(".") or len(text.split()) > _MAX_WORDS:
            continue
        for pattern in (_SPEAKER_FIRST, _SPEAKER_LAST):
            match = pattern.fullmatch(article, line.start(), line.start() + len(text))
            parts = _parts(doc, match) if match else {}
            if parts and _speaks(parts, told, has_body=has_body):
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


class _Told:
    """What the article gives as whose words, found by a word of the source."""

    def __init__(self, doc: Doc) -> None:
        attributions = by_number(doc.spans.get("attribution", ()))
        self._contents = {
            number: pieces(spans, "CONTENT") for number, spans in attributions.items()
        }
        self._sources: dict[str, list[Span]] = {}
        for source in chain.from_iterable(
            pieces(spans, "SOURCE") for spans in attributions.values()
        ):
            for lemma in {token.lemma_.lower() for token in source}:
                self._sources.setdefault(lemma, []).append(source)
        quotes = doc.spans.get("quotes", ())
        self._quotes = Intervals((quote.start, quote.end) for quote in quotes)

    def sources(self, head: Token) -> list[Span]:
        """Return the sources that have a word."""
        return self._sources.get(head.lemma_.lower(), [])

    def words(self, source: Span) -> set[str]:
        """Return the lemmas of what a source's attribution has it say."""
        return set().union(*map(_lemmas, self._contents[source.id]))

    def has_quotation(self, content: Span) -> bool:
        """Tell whether a whole quotation stands in a content."""
        touching = self._quotes.over(content.start, content.end)
        return any(
            content.start <= start and end <= content.end
            for start, end in (self._quotes.intervals[number] for number in touching)
        )


def _speaks(parts: Parts, told: _Told, *, has_body: bool) -> bool:
    """Whether the name beside the colon says what is on its other side."""
    source, content = parts["SOURCE"], parts["CONTENT"]
    if source.root.pos_ not in NOUN_POS:
        return False
    if _is_borne_out(told, source, content):
        return True
    is_speaker = _is_person(source) or _singular(source.root) in _SPEAKING_NOUNS
    if told.has_quotation(content):
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


def _is_borne_out(told: _Told, source: Span, content: Span) -> bool:
    """Whether the article's text has the same source say something, too.

    A place is often the topic, and its name a source by chance; it has to say the same.
    """
    head = source.root
    others = (
        other
        for other in told.sources(head)
        if not _lies_in_headline(other, head, content)
    )
    if all(token.ent_type_ in _PLACES for token in source):
        words = _lemmas(content)
        return any(len(told.words(x) & words) >= _SHARED_WORDS for x in others)
    return next(others, None) is not None


def _lies_in_headline(span: Span, head: Token, content: Span) -> bool:
    """Whether a span begins between the speaker's name and the end of what is said."""
    first, last = min(head.i, content.start), max(head.i + 1, content.end)
    return first <= span.start < last


def _lemmas(span: Span) -> set[str]:
    return {token.lemma_.lower() for token in span if token.pos_ in _CONTENT_WORDS}
