"""Quotations without a verb of their own: introduced by a colon, or going on."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from spacy.tokens import Doc, Span, Token

from kg.annotate.layout.overruns import words_of
from kg.annotate.layout.signatures import Parts

_SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
_ENDS = frozenset(".?!…")
# Fewer words than this in quotation marks are a title or a word under discussion.
_MIN_QUOTED = 6


def introduced_quotations(
    doc: Doc, groups: Mapping[int, Sequence[Span]]
) -> Iterator[Parts]:
    """Yield source, cue and content of whole quotations that no attribution has.

    'He put it so: "..."' gives the colon's verb and its subject, whether or not a
    paragraph ends there. 'Ada warned of rain. "It will be heavy."' goes on with the
    source of the sentence before, which ends right there. Needs a parse and
    `doc.spans["quotes"]`.
    """
    claimed = words_of(chain.from_iterable(groups.values()), "CONTENT")
    ending = _sources_by_end(groups)
    for quote in doc.spans.get("quotes", ()):
        if not _is_whole(quote) or not claimed.isdisjoint(
            range(quote.start, quote.end)
        ):
            continue
        before = _last_word(doc, quote.start)
        if before is None:
            continue
        parts = _by_colon(before) if before.text == ":" else _going_on(before, ending)
        if parts:
            yield {**parts, "CONTENT": quote}


def _is_whole(quote: Span) -> bool:
    """Tell whether a quotation opens with a capital and ends as sentences do."""
    words = [token for token in quote if not (token.is_punct or token.is_space)]
    marks = {token.text[-1] for token in quote[-3:] if token.is_punct}
    is_opening = len(words) >= _MIN_QUOTED and words[0].text[:1].isupper()
    return is_opening and not marks.isdisjoint(_ENDS)


def _last_word(doc: Doc, start: int) -> Token | None:
    return next((doc[i] for i in range(start - 1, -1, -1) if not doc[i].is_space), None)


def _by_colon(colon: Token) -> Parts:
    """Return the nearest verb before a colon that has a subject, and its subject."""
    for verb in reversed(list(colon.doc[colon.sent.start : colon.i])):
        subject = next((each for each in verb.lefts if each.dep_ in _SUBJECTS), None)
        if subject is not None:
            doc = colon.doc
            source = doc[subject.left_edge.i : subject.right_edge.i + 1]
            return {"SOURCE": source, "CUE": doc[verb.i : verb.i + 1]}
    return {}


def _sources_by_end(
    groups: Mapping[int, Sequence[Span]],
) -> dict[int, tuple[int, Span]]:
    """Return, for each token at which attributions end, the first one's source.

    Each with a number that says which comes before the others.
    """
    found: dict[int, tuple[int, Span]] = {}
    for number, spans in enumerate(groups.values()):
        sources = [span for span in spans if span.label_ == "SOURCE"]
        end = max(span.end for span in spans)
        if sources and sources[0].end <= end:
            found.setdefault(end, (number, sources[0]))
    return found


def _going_on(before: Token, ending: Mapping[int, tuple[int, Span]]) -> Parts:
    """Return the source of the attribution that ends at the word before a quotation."""
    if before.text[-1] not in _ENDS or "\n" in before.doc[before.i + 1].text:
        return {}
    found = [ending[end] for end in (before.i, before.i + 1) if end in ending]
    return {"SOURCE": min(found)[1]} if found else {}
