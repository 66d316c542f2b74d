"""Quotations that the model left alone: short, introduced by a colon, or going on."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from spacy.tokens import Doc, Span, Token

from kg.annotate.layout.pieces import Parts, indices, pieces, words_of
from kg.english.clauses import SAYING

_SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
_SENTENCE_ENDS = frozenset(".?!…")
# Fewer words than this in quotation marks are a title or a word under discussion.
_MIN_QUOTED = 6


def uncued_quotations(
    doc: Doc, attributions: Mapping[int, Sequence[Span]]
) -> Iterator[Parts]:
    """Yield source, cue and content of whole quotations that no attribution has.

    Takes the attributions so far, by number. 'He put it so: "We shall rebuild."' gives
    "He" and "put", the subject and verb before the colon, whether or not a paragraph
    ends there. 'Ada warned of rain. "It will be heavy."' gives "Ada", the source of the
    attribution that ends right there, and no cue, and so does a quotation that is the
    next paragraph as a whole. Short words that a verb of saying stands behind have that
    and its subject: '"Why?" asked Ada'. A question that the next quotation answers
    has neither: '"Why?" "No reason," said Ada'. Needs a dependency parse and
    `doc.spans["quotes"]`.
    """
    attributed = words_of(chain.from_iterable(attributions.values()), "CONTENT")
    starts = {quote.start for quote in doc.spans.get("quotes", ())}
    sources = _sources_by_end(attributions.values())
    told = _sources_by_end(filter(_is_told, attributions.values()))
    for quote in doc.spans.get("quotes", ()):
        if not attributed.isdisjoint(indices(quote)):
            continue
        parts = _told_behind(quote)
        if parts or (_is_question(quote) and quote.end in starts & attributed):
            yield {**parts, "CONTENT": quote}
            continue
        if not _is_full_sentence(quote):
            continue
        before = _word_before(quote)
        if before is None:
            continue
        parts = (
            _introduced_by(before)
            if before.text == ":"
            else _continued_from(
                before, quote, told if _is_apart(before, quote) else sources
            )
        )
        if parts:
            yield {**parts, "CONTENT": quote}


def _is_full_sentence(quote: Span) -> bool:
    """Whether a quotation opens with a capital and ends as sentences do."""
    words = [token for token in quote if not (token.is_punct or token.is_space)]
    # The last three tokens: a full stop, the closing mark, and a mark inside it.
    marks = {token.text[-1] for token in quote[-3:] if token.is_punct}
    is_opening = len(words) >= _MIN_QUOTED and words[0].text[:1].isupper()
    return is_opening and not marks.isdisjoint(_SENTENCE_ENDS)


def _is_question(quote: Span) -> bool:
    return quote[-2:][0].text[-1] == "?"


def _told_behind(quote: Span) -> Parts:
    """Return the verb of saying right behind what it says, and its subject."""
    verb, doc = quote.root.head, quote.doc
    is_telling = verb.pos_ == "VERB" and verb.lemma_.lower() in SAYING
    is_said = quote[-2:][0].text[-1] in _SENTENCE_ENDS | {","}
    if not (is_telling and is_said) or verb.i < quote.end:
        return {}
    subject = next((c for c in verb.children if c.dep_ in _SUBJECTS), None)
    if subject is None or quote.end not in {verb.i, subject.left_edge.i}:
        return {}
    source = doc[subject.left_edge.i : subject.right_edge.i + 1]
    is_apart = source.start >= quote.end and not source.start <= verb.i < source.end
    return {"SOURCE": source, "CUE": doc[verb.i : verb.i + 1]} if is_apart else {}


def _word_before(quote: Span) -> Token | None:
    before = quote.doc[: quote.start]
    return next((token for token in reversed(before) if not token.is_space), None)


def _introduced_by(colon: Token) -> Parts:
    """Return the nearest verb before a colon that has a subject, and its subject."""
    for verb in reversed(list(colon.doc[colon.sent.start : colon.i])):
        subject = next((each for each in verb.lefts if each.dep_ in _SUBJECTS), None)
        if subject is not None:
            doc = colon.doc
            source = doc[subject.left_edge.i : subject.right_edge.i + 1]
            return {"SOURCE": source, "CUE": doc[verb.i : verb.i + 1]}
    return {}


def _sources_by_end(
    attributions: Iterable[Sequence[Span]],
) -> dict[int, tuple[int, Span]]:
    """Return, for each token at which attributions end, the source of the first.

    Each with its place among all attributions, by which ends beside each other compare.
    """
    found: dict[int, tuple[int, Span]] = {}
    for place, spans in enumerate(attributions):
        sources = pieces(spans, "SOURCE")
        if sources:
            end = max(span.end for span in spans)
            found.setdefault(end, (place, sources[0]))
    return found


def _is_told(attribution: Sequence[Span]) -> bool:
    """Whether words tell that somebody spoke, not the colon of a transcript's turn."""
    cues = pieces(attribution, "CUE")
    return any(token.is_alpha for cue in cues for token in cue)


def _is_apart(before: Token, quote: Span) -> bool:
    """Whether a paragraph ends between a word and a quotation."""
    return "\n" in before.doc[before.i + 1 : quote.start].text


def _continued_from(
    before: Token, quote: Span, sources: Mapping[int, tuple[int, Span]]
) -> Parts:
    """Return the source of the attribution that ends with the sentence before.

    Where a paragraph ends between them the quotation has to be all of the next one:
    one beside other words may be another speaker's.
    """
    is_beside = not _is_apart(before, quote) or _is_whole_paragraph(quote)
    if before.text[-1] not in _SENTENCE_ENDS or not is_beside:
        return {}
    # Contents stop before or after the full stop, which is the word `before`.
    found = [sources[end] for end in (before.i, before.i + 1) if end in sources]
    return {"SOURCE": min(found)[1]} if found else {}


def _is_whole_paragraph(quote: Span) -> bool:
    """Whether nothing stands behind a quotation in its paragraph."""
    after = quote.doc[quote.end : quote.end + 1].text
    return not after or "\n" in after
