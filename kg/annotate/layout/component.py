"""Attributions that the layout of an article makes, without a verb of saying."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from spacy.language import Language
from spacy.tokens import Doc, Span

from kg.annotate.layout.empty import is_idle
from kg.annotate.layout.headlines import headline_statements
from kg.annotate.layout.overruns import without_neighbours, words_of
from kg.annotate.layout.signatures import (
    Parts,
    attributed_text,
    parts_of,
    signed_quotations,
)
from kg.annotate.layout.transcripts import Turn, turns
from kg.annotate.layout.uncued import introduced_quotations
from kg.annotate.quotes import quoted_tokens
from kg.intervals import Intervals

# From this share of its words on, a content is one that the model has, too.
_SAME_SHARE = 0.5
_Groups = dict[int, list[Span]]


@Language.factory("kg_layouts", assigns=["doc.spans"])
def make_layouts(nlp: Language, name: str) -> "Layouts":
    """Create the component that attributes transcripts, signatures and headlines."""
    return Layouts()


class Layouts:
    """Add to `doc.spans["attribution"]` what lines and colons attribute.

    The turns of a transcript are quotations, too: `doc.spans["quotes"]` gets them.
    Where the model has found a source, its attribution stays.
    """

    def __call__(self, doc: Doc) -> Doc:
        groups = _groups(doc.spans.get("attribution", ()))
        _drop_names(groups)
        _drop_datelines(groups)
        quoted = quoted_tokens(doc)
        groups = {n: spans for n, spans in groups.items() if not is_idle(spans, quoted)}
        groups = without_neighbours(groups, quoted)
        found = turns(doc)
        if found:
            _drop_over_labels(groups, found)
            quotes = list(doc.spans.get("quotes", ()))
            doc.spans["quotes"] = quotes + [
                Span(doc, paragraph.start, paragraph.end, "QUOTE")
                for turn in found
                for paragraph in turn.paragraphs
            ]
        laid = [
            parts_of(source=turn.label, cue=turn.colon, content=paragraph)
            for turn in found
            for paragraph in turn.paragraphs
        ]
        claims = _Claims(groups)
        spoken = {i for parts in laid for span in parts.values() for i in _range(span)}
        for parts in (
            *signed_quotations(doc),
            *headline_statements(doc),
            *introduced_quotations(doc, groups),
        ):
            content = parts["CONTENT"]
            if content.start not in spoken and _make_room(
                groups, claims.on(content), content
            ):
                laid.append(parts)
                spoken.update(_range(content))
        laid += attributed_text(doc)
        kept = chain.from_iterable(groups.values())
        doc.spans["attribution"] = [*kept, *_laid_spans(groups, laid)]
        return doc


def _groups(spans: Iterable[Span]) -> _Groups:
    groups: _Groups = {}
    for span in spans:
        groups.setdefault(span.id, []).append(span)
    return groups


def _drop_names(groups: _Groups) -> None:
    """Drop quoted names that the model took for words of nobody: known as “Patch”."""
    sources = words_of(chain.from_iterable(groups.values()), "SOURCE")
    for number, spans in list(groups.items()):
        words = {
            token.i
            for span in spans
            if span.label_ == "CONTENT"
            for token in span
            if not token.is_punct
        }
        if words <= sources and all(span.label_ != "SOURCE" for span in spans):
            del groups[number]


def _drop_datelines(groups: _Groups) -> None:
    """Drop a place before a colon that the model took for a speaker: "Oslo: Rain".

    Where the place does speak, `headline_statements` finds it.
    """
    for number, spans in list(groups.items()):
        sources = [span for span in spans if span.label_ == "SOURCE"]
        if len(sources) == 1 and not _worded_cues(spans):
            after = sources[0].doc[sources[0].end :][:1].text
            if after == ":" and all(token.ent_type_ == "LOC" for token in sources[0]):
                del groups[number]


def _drop_over_labels(groups: _Groups, found: Sequence[Turn]) -> None:
    """Drop what the model made of a turn's label, or across it."""
    labels = {token.i for turn in found for token in turn.label}
    for number, spans in list(groups.items()):
        if any(labels & set(range(span.start, span.end)) for span in spans):
            del groups[number]


class _Claims:
    """Which attributions have a content where, before room is made among them."""

    def __init__(self, groups: _Groups) -> None:
        found = [(n, s) for n, spans in groups.items() for s in spans]
        contents = [(n, span) for n, span in found if span.label_ == "CONTENT"]
        self._numbers = [number for number, _ in contents]
        self._spans = Intervals((span.start, span.end) for _, span in contents)

    def on(self, content: Span) -> list[int]:
        """Return the numbers of those that share a word with a content, in order."""
        found = self._spans.over(content.start, content.end)
        return sorted({self._numbers[place] for place in found})


def _make_room(groups: _Groups, claiming: Iterable[int], content: Span) -> bool:
    """Take a content out of the attributions that it does not belong to.

    They lack source or cue, or have both in another paragraph, with what was said
    there. Tell if none is left that has the content.
    """
    words = set(range(content.start, content.end))
    for number in claiming:
        spans = groups.get(number, [])
        pieces = [span for span in spans if span.label_ == "CONTENT"]
        own = words_of(pieces, "CONTENT")
        if len(own & words) < _SAME_SHARE * len(words):
            continue
        cues = _worded_cues(spans)
        others = [span for span in pieces if not words & set(_range(span))]
        if not cues or all(span.label_ != "SOURCE" for span in spans):
            del groups[number]
        elif others and _is_elsewhere(cues[0], content):
            groups[number] = [
                span for span in spans if span in others or span.label_ != "CONTENT"
            ]
        else:
            return False
    return True


def _worded_cues(spans: Iterable[Span]) -> list[Span]:
    """Return the cues that are more than a colon or a dash."""
    return [s for s in spans if s.label_ == "CUE" and any(t.is_alpha for t in s)]


def _range(span: Span) -> range:
    return range(span.start, span.end)


def _is_elsewhere(cue: Span, content: Span) -> bool:
    """Whether a paragraph ends between a cue and a content."""
    first, last = sorted((cue, content), key=lambda span: span.start)
    return "\n" in cue.doc[first.end : last.start].text


def _laid_spans(groups: _Groups, laid: Sequence[Parts]) -> Iterator[Span]:
    for number, parts in enumerate(laid, max(groups, default=0) + 1):
        for label, span in parts.items():
            yield Span(span.doc, span.start, span.end, label, span_id=number)
