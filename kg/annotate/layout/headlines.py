"""Headlines that name who speaks before a colon, or after a colon or a dash."""

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from kg.annotate.layout.signatures import Parts, is_nominal, parts_of
from kg.intervals import Intervals

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
# Those whom news names by what they do (people, bodies, documents); singular.
_SPEAKING_NOUNS = frozenset(
    {
        "activist",
        "agency",
        "aide",
        "ambassador",
        "analyst",
        "army",
        "audit",
        "authority",
    }
    | {"bishop", "campaigner", "chairman", "chairwoman", "charity", "chief", "coroner"}
    | {"court", "detective", "diplomat", "doctor", "economist", "embassy", "expert"}
    | {"forecaster", "general", "government", "governor", "inquiry", "inspector"}
    | {"investigator", "judge", "lawyer", "lawmaker", "mayor", "military", "minister"}
    | {"ministry", "monitor", "official", "police", "poll", "premier", "president"}
    | {"prosecutor", "regulator", "report", "rescuer", "researcher", "resident"}
    | {"scientist", "senator", "source", "spokesman", "spokesperson", "spokeswoman"}
    | {"study", "survey", "survivor", "union", "villager", "watchdog", "witness"}
)


def headline_statements(doc: Doc) -> Iterator[Parts]:
    """Yield source, cue and content of headlines: "Moss: No talks before May".

    A name before a colon is as often the topic ("Budget: Taxes to rise"). It speaks if
    what follows is in quotation marks, if the article's text gives it as a source, or
    if there is no text and the name is a person's or a spokesman's. Needs tags, `ents`,
    `doc.spans["quotes"]` and `doc.spans["attribution"]`.
    """
    article = doc.text  # spaCy joins all tokens at each look
    lines = list(_LINE.finditer(article))
    told = _Told(doc)
    has_body = any(line[0].rstrip()[-1] in '.?!”"' for line in lines[1:])
    for line in lines:
        text = line[0].rstrip()
        if text.endswith(".") or len(text.split()) > _MAX_WORDS:
            continue
        for pattern in (_FIRST, _LAST):
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
    if source is None or content is None or not is_nominal(source):
        return {}
    words = sum(not token.is_punct for token in content)
    return parts if words >= _MIN_CONTENT and len(source) <= _MAX_SOURCE else {}


class _Told:
    """What the article gives as whose words, by the words of the source."""

    def __init__(self, doc: Doc) -> None:
        spans = doc.spans.get("attribution", ())
        self._sources: dict[str, list[Span]] = {}
        self._contents: dict[int, list[Span]] = {}
        for span in spans:
            if span.label_ == "CONTENT":
                self._contents.setdefault(span.id, []).append(span)
            elif span.label_ == "SOURCE":
                for lemma in {token.lemma_.lower() for token in span}:
                    self._sources.setdefault(lemma, []).append(span)
        quotes = doc.spans.get("quotes", ())
        self._quotes = Intervals((quote.start, quote.end) for quote in quotes)

    def sources(self, head: Token) -> list[Span]:
        """Return the sources that have a word."""
        return self._sources.get(head.lemma_.lower(), [])

    def words(self, source: Span) -> set[str]:
        """Return the lemmas of what a source's attribution has it say."""
        return set().union(*map(_lemmas, self._contents.get(source.id, ())))

    def has_quotation(self, content: Span) -> bool:
        """Tell whether a whole quotation stands in a content."""
        found = self._quotes.over(content.start, content.end)
        return any(
            content.start <= self._quotes.intervals[n][0]
            and self._quotes.intervals[n][1] <= content.end
            for n in found
        )


def _speaks(parts: Parts, told: _Told, *, has_body: bool) -> bool:
    source, content = parts["SOURCE"], parts["CONTENT"]
    head = source.root
    if head.pos_ not in {"NOUN", "PROPN"}:
        return False
    is_place = all(token.ent_type_ in _PLACES for token in source)
    if _is_borne_out(told, head, content, is_place=is_place):
        return True
    is_person = source[-1].ent_type_ == "PERSON" or head.ent_type_ == "PERSON"
    is_speaker = is_person or _singular(head) in _SPEAKING_NOUNS
    if told.has_quotation(content):
        return is_speaker or (head.ent_type_ == "ORG" and source.start < content.start)
    return is_speaker and not has_body


def _singular(noun: Token) -> str:
    lemma = noun.lemma_.lower()
    return lemma if lemma in _SPEAKING_NOUNS else lemma.removesuffix("s")


def _is_borne_out(told: _Told, head: Token, content: Span, *, is_place: bool) -> bool:
    """Tell whether the text has the same source say something, of a place the same."""
    known = _lemmas(content)
    for source in told.sources(head):
        if _is_between(source, head, content):
            continue
        if not is_place or len(told.words(source) & known) >= _SHARED_WORDS:
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
