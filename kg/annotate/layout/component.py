"""Attributions that the layout of an article makes, without a verb of saying."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from spacy.language import Language
from spacy.tokens import Doc, Span

from kg.annotate.layout.dialogue import apart
from kg.annotate.layout.empty import says_nothing
from kg.annotate.layout.headlines import headline_statements
from kg.annotate.layout.hearsay import with_hearsay
from kg.annotate.layout.interviews import answers
from kg.annotate.layout.long_quotations import whole_quotations
from kg.annotate.layout.nested import nested_statements
from kg.annotate.layout.overruns import without_overruns
from kg.annotate.layout.pieces import (
    Parts,
    SpansByNumber,
    by_number,
    indices,
    parts_of,
    pieces,
    words_of,
)
from kg.annotate.layout.signatures import attributable_paragraphs, signed_quotations
from kg.annotate.layout.transcripts import Turn, turns
from kg.annotate.layout.uncued import uncued_quotations
from kg.annotate.quotes import quoted_tokens
from kg.intervals import Intervals

# From this share of its words on, a content is one that the model has, too.
_SAME_SHARE = 0.5


@Language.factory("kg_layouts", assigns=["doc.spans"])
def make_layouts(nlp: Language, name: str) -> "Layouts":
    """Create the component that attributes transcripts, signatures and headlines."""
    return Layouts()


class Layouts:
    """Add to `doc.spans["attribution"]` what lines and colons attribute.

    "Q: Will you go?" gets the source "Q", though nothing says "asked". Where the model
    has found a source and a cue, its attribution stays; those of its attributions that
    say nothing go. The turns of a transcript are quotations, too: `doc.spans["quotes"]`
    gets them, and `doc.spans["turns"]` their labels. A turn has a SPEAKER, too, where
    its label is no name and the text tells whom it means, and a HEARER where it asks
    the other one of two. Needs a dependency parse, `doc.ents` and the spans of "quotes"
    and "attribution".
    """

    def __call__(self, doc: Doc) -> Doc:
        attributions = _mended(doc)
        transcript = turns(doc) or answers(doc)
        _drop_over_labels(attributions, transcript)
        _add_quotes(doc, transcript)
        doc.spans["turns"] = [turn.label for turn in transcript]
        laid_out = list(_turn_parts(transcript))
        laid_out += _unclaimed(doc, attributions, laid_out)
        laid_out += attributable_paragraphs(doc)
        laid_out += nested_statements(attributions.values())
        kept = chain.from_iterable(attributions.values())
        doc.spans["attribution"] = [*kept, *_numbered_spans(attributions, laid_out)]
        return doc


def _mended(doc: Doc) -> SpansByNumber:
    """Return the model's attributions without those that say nothing or run on."""
    attributions = by_number(doc.spans.get("attribution", ()))
    quoted = quoted_tokens(doc)
    speakers = words_of(chain.from_iterable(attributions.values()), "SOURCE")
    telling = {
        number: spans
        for number, spans in attributions.items()
        if not _is_quoted_name(spans, speakers)
        and not _is_dateline(spans)
        and not says_nothing(spans, quoted)
    }
    told = with_hearsay(doc, without_overruns(telling, quoted))
    return apart(doc, whole_quotations(doc, told))


def _is_quoted_name(attribution: Sequence[Span], speakers: set[int]) -> bool:
    """Whether what nobody says is a speaker's own name: Ada “Patch” Moss said …"""
    names = {
        token.i
        for piece in pieces(attribution, "CONTENT")
        for token in piece
        if not token.is_punct
    }
    return names <= speakers and not pieces(attribution, "SOURCE")


def _is_dateline(attribution: Sequence[Span]) -> bool:
    """Whether a place before a colon was taken for a speaker: "Oslo: Rain".

    Where the place does speak, `headline_statements` finds it.
    """
    sources = pieces(attribution, "SOURCE")
    if len(sources) != 1 or _worded_cues(attribution):
        return False
    after = sources[0].doc[sources[0].end :][:1].text
    return after == ":" and all(token.ent_type_ == "LOC" for token in sources[0])


def _drop_over_labels(attributions: SpansByNumber, transcript: Sequence[Turn]) -> None:
    """Drop what the model made of a turn's label, or across it."""
    labels = {index for turn in transcript for index in indices(turn.label)}
    for number, spans in list(attributions.items()):
        if any(not labels.isdisjoint(indices(span)) for span in spans):
            del attributions[number]


def _add_quotes(doc: Doc, transcript: Sequence[Turn]) -> None:
    """Put the turns of a transcript behind the quotations that marks make."""
    if transcript:
        doc.spans["quotes"] = list(doc.spans.get("quotes", ())) + [
            Span(doc, paragraph.start, paragraph.end, "QUOTE")
            for turn in transcript
            for paragraph in turn.paragraphs
        ]


def _turn_parts(transcript: Sequence[Turn]) -> Iterator[Parts]:
    for turn in transcript:
        for paragraph in turn.paragraphs:
            yield parts_of(
                source=turn.label,
                cue=turn.colon,
                content=paragraph,
                speaker=turn.speaker,
                hearer=turn.hearer,
            )


def _unclaimed(
    doc: Doc, attributions: SpansByNumber, spoken: Sequence[Parts]
) -> list[Parts]:
    """Return what layout attributes beside the turns that are `spoken`.

    The first to attribute a word has it: turns, then signatures, headlines and colons;
    a good attribution of the model comes before these three.
    """
    claims = _Claims(attributions)
    claimed = {i for parts in spoken for span in parts.values() for i in indices(span)}
    candidates = [
        *signed_quotations(doc),
        *headline_statements(doc),
        *uncued_quotations(doc, attributions),
    ]
    found = []
    for parts in candidates:
        content = parts["CONTENT"]
        if content.start in claimed:
            continue
        if _make_room(attributions, claims.on(content), content):
            found.append(parts)
            claimed.update(indices(content))
    return found


class _Claims:
    """Which attributions have a content where, before room is made among them."""

    def __init__(self, attributions: SpansByNumber) -> None:
        found = [
            (number, content)
            for number, spans in attributions.items()
            for content in pieces(spans, "CONTENT")
        ]
        self._numbers = [number for number, _ in found]
        self._places = Intervals((content.start, content.end) for _, content in found)

    def on(self, content: Span) -> list[int]:
        """Return the numbers of those that share a word with a content, in order."""
        touching = self._places.over(content.start, content.end)
        return sorted({self._numbers[place] for place in touching})


def _make_room(
    attributions: SpansByNumber, claiming: Iterable[int], content: Span
) -> bool:
    """Take a content out of those attributions `claiming` it that it is not part of.

    They lack source or cue, or have both in another paragraph, with what was said
    there. Tell if none is left that has the content.
    """
    for number in claiming:
        spans = attributions.get(number, [])
        if not _has_most_of(spans, content):
            continue
        others = _without(spans, content)
        if not _worded_cues(spans) or not pieces(spans, "SOURCE"):
            del attributions[number]
        elif pieces(others, "CONTENT") and _is_in_other_paragraph(spans, content):
            attributions[number] = others
        else:
            return False
    return True


def _has_most_of(attribution: Sequence[Span], content: Span) -> bool:
    shared = words_of(attribution, "CONTENT") & set(indices(content))
    return len(shared) >= _SAME_SHARE * len(content)


def _without(attribution: Sequence[Span], content: Span) -> list[Span]:
    """Return an attribution's spans without its pieces that have words of a content."""
    words = set(indices(content))
    return [
        span
        for span in attribution
        if span.label_ != "CONTENT" or words.isdisjoint(indices(span))
    ]


def _worded_cues(attribution: Sequence[Span]) -> list[Span]:
    """Return the cues that are more than a colon or a dash."""
    cues = pieces(attribution, "CUE")
    return [cue for cue in cues if any(token.is_alpha for token in cue)]


def _is_in_other_paragraph(attribution: Sequence[Span], content: Span) -> bool:
    """Whether a paragraph ends between an attribution's first cue and a content."""
    cue = _worded_cues(attribution)[0]
    first, last = sorted((cue, content), key=lambda span: span.start)
    return "\n" in cue.doc[first.end : last.start].text


def _numbered_spans(
    attributions: SpansByNumber, laid_out: Sequence[Parts]
) -> Iterator[Span]:
    """Yield the spans of layout's attributions, numbered on from the model's."""
    for number, parts in enumerate(laid_out, max(attributions, default=0) + 1):
        for label, span in parts.items():
            yield Span(span.doc, span.start, span.end, label, span_id=number)
