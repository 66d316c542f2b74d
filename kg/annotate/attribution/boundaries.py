"""Edges of attribution spans, put right by quotation marks and syntax."""

import numpy as np
from spacy.tokens import Doc, Span, Token

from kg.annotate.attribution.asides import mend_gaps
from kg.annotate.encoder.arrays import Ints
from kg.english.lexicon import words

NONE, SOURCE, CONTENT, CUE = 0, 1, 2, 3

# A quotation belongs to a content that holds this share of its words.
_QUOTE_SHARE = 0.7
# Relations of words that stand before their head in a noun phrase.
_BEFORE_HEAD = frozenset({"amod", "case", "compound", "det", "nmod:poss", "nummod"})
# A phrase goes on for this many words at most.
_REACH = 4
# Relations of words that open their head's clause or phrase.
_OPENING = _BEFORE_HEAD | {"mark"}
_COMPLEMENTIZERS = words("function_words.complementizers")
_FUNCTION_TAGS = frozenset({"ADP", "CCONJ", "SCONJ", "DET", "PART", "AUX", "PUNCT"})
_QUOTE_MARKS = frozenset({'"', "“", "”", "‘", "’", "'", "``", "''", "«", "»"})
_DOUBLE_MARKS = frozenset({'"', "“", "”", "``", "''", "«", "»"})
_BRACKETS = {"(": ")", "[": "]"}
# Marks that attribute by themselves: "Moss: No talks before May".
_CUES = frozenset({":", "-", "–", "—", "--"})


def tidy_labels(doc: Doc, labels: Ints) -> Ints:
    """Return the labels of a doc's tokens, for one attribution, with edges put right.

    Quotations that are nearly all content become so whole, marks included; a content
    that breaks off inside a phrase goes on to its head; stray words and punctuation at
    the edges of spans are taken off.
    """
    labels = labels.copy()
    _cut_at_paragraphs(doc, labels)
    for quote in doc.spans.get("quotes", []):
        _take_quotation(quote, labels)
    _drop_strays(doc, labels)
    _finish_phrases(doc, labels)
    _begin_phrases(doc, labels)
    _drop_hearer(doc, labels)
    _keep_names_whole(doc, labels)
    mend_gaps(doc, labels, CONTENT)
    _drop_foreign_marks(doc, labels)
    _trim(doc, labels)
    _drop_conjunctions(doc, labels)
    return labels


def runs(labels: Ints) -> list[tuple[int, int, int]]:
    """Return start, end and label of each run of equal labels other than none."""
    bounds = [0, *(np.flatnonzero(np.diff(labels)) + 1).tolist(), len(labels)]
    return [
        (start, end, int(labels[start]))
        for start, end in zip(bounds, bounds[1:], strict=False)
        if end > start and labels[start] != NONE
    ]


def _take_quotation(quote: Span, labels: Ints) -> None:
    inside = labels[quote.start : quote.end]
    content = inside == CONTENT
    is_entered = quote.start > 0 and labels[quote.start - 1] == CONTENT
    if content.any() and (
        content.mean() >= _QUOTE_SHARE or (is_entered and content[:2].all())
    ):
        inside[inside == NONE] = CONTENT
        inside[[0, -1]] = CONTENT


def _drop_strays(doc: Doc, labels: Ints) -> None:
    """Take off runs of punctuation or of one function word, if a better run is left."""
    for label in (CONTENT, SOURCE, CUE):
        found = [(s, e) for s, e, x in runs(labels) if x == label]
        weak = [(s, e) for s, e in found if _is_stray(doc, s, e)]
        for start, end in weak:
            if label != CUE and (len(weak) < len(found) or _is_marks(doc, start, end)):
                labels[start:end] = NONE


def _is_stray(doc: Doc, start: int, end: int) -> bool:
    only = [token for token in doc[start:end] if not token.is_space]
    return all(token.is_punct for token in only) or (
        len(only) == 1 and only[0].pos_ in _FUNCTION_TAGS
    )


def _is_marks(doc: Doc, start: int, end: int) -> bool:
    return all(token.is_punct or token.is_space for token in doc[start:end])


def _finish_phrases(doc: Doc, labels: Ints) -> None:
    """Carry a content that breaks off inside a phrase on to the phrase's head.

    "in the coming | days": the last word stands before the head that it belongs to.
    """
    for _, end, label in runs(labels):
        if label != CONTENT:
            continue
        last = doc[end - 1]
        is_inside = last.dep_ in _BEFORE_HEAD or _is_degree(last)
        head = last.head.i if is_inside else -1
        if end <= head < end + _REACH and not labels[end : head + 1].any():
            labels[end : head + 1] = CONTENT


def _is_degree(word: Token) -> bool:
    """Whether a word says how much of the next word: "so | far"."""
    is_next = word.dep_ == "advmod" and word.head.i == word.i + 1
    return is_next and word.head.pos_ in {"ADJ", "ADV", "NUM"}


def _begin_phrases(doc: Doc, labels: Ints) -> None:
    """Carry a content that starts inside a phrase back to where the phrase starts.

    "to | harshly punish", "half | of them": the words before belong to its own.
    """
    for start, end, label in runs(labels):
        if label != CONTENT:
            continue
        first = start
        while first and labels[first - 1] == NONE and start - first < _REACH:
            word = doc[first - 1]
            is_inside = start <= word.head.i < end
            if not (is_inside and word.dep_ in _OPENING and word.lower_ != "that"):
                break
            first -= 1
        labels[first:start] = CONTENT


def _drop_hearer(doc: Doc, labels: Ints) -> None:
    """Take off the hearer that stands before what was said.

    "asked | Ada Moss | whether she would go": an object of the cue, with a clause of
    the cue after it.
    """
    cues = set(np.flatnonzero(labels == CUE).tolist())
    for start, end, label in runs(labels):
        if label != CONTENT:
            continue
        for child in (child for cue in cues for child in doc[cue].children):
            if child.dep_ in {"obj", "iobj"} and child.left_edge.i == start:
                after = child.right_edge.i + 1
                if after < end and _opens_clause(doc[after], cues):
                    labels[start:after] = NONE


def _opens_clause(word: Token, cues: set[int]) -> bool:
    """Whether a word opens a clause that depends on one of the cues."""
    if word.lower_ not in _COMPLEMENTIZERS:
        return False
    return word.head.dep_ == "ccomp" and word.head.head.i in cues


def _drop_conjunctions(doc: Doc, labels: Ints) -> None:
    """Take off what ties a content to the sentence before it or to the next clause.

    Of ", | underscoring | its need", whose rest the content leaves out, as well.
    """
    for start, end, label in runs(labels):
        if label != CONTENT or end == start + 1:
            continue
        first, last = doc[start], doc[end - 1]
        if first.dep_ == "cc" and first.text[0].isupper():
            labels[start] = NONE
        if last.dep_ == "cc" or (last.dep_ == "mark" and last.head.i >= end):
            labels[end - 1] = NONE
        if end > start + 2 and _is_comma(doc, end - 2) and _is_broken(last, end):
            labels[end - 2 : end] = NONE


def _is_broken(word: Token, end: int) -> bool:
    """Whether a verb's object or clause lies wholly after an end."""
    rest = [x for x in word.children if x.dep_ in {"obj", "ccomp", "xcomp"}]
    return word.pos_ == "VERB" and any(x.left_edge.i >= end for x in rest)


def _cut_at_paragraphs(doc: Doc, labels: Ints) -> None:
    """End spans with their paragraph; of two parts the one nearer to the cue stays.

    A quotation alone goes on over paragraphs.
    """
    cues = np.flatnonzero(labels == CUE)
    quoted = np.zeros(len(doc), bool)
    for quote in doc.spans.get("quotes", []):
        quoted[quote.start : quote.end] = True
    for start, end, label in runs(labels):
        for i in range(start + 1, end - 1):
            if doc[i].text.count("\n") < 2 or (quoted[i - 1] and quoted[i + 1]):
                continue
            cue = cues[np.argmin(np.abs(cues - i))] if len(cues) else end
            if label == CUE or cue < i:
                labels[i:end] = NONE
                break
            labels[start : i + 1] = NONE


def _keep_names_whole(doc: Doc, labels: Ints) -> None:
    """Give a name that falls into two parts to the one that has more of it."""
    for ent in doc.ents:
        inside = labels[ent.start : ent.end]
        parts = np.bincount(inside, minlength=CUE + 1)
        parts[NONE] = 0
        if np.count_nonzero(parts) > 1:
            inside[:] = parts.argmax()


def _drop_foreign_marks(doc: Doc, labels: Ints) -> None:
    """Take off a content's edge the mark that closes or opens a quotation beside it."""
    quotes = doc.spans.get("quotes", [])
    opening = {quote.start for quote in quotes}
    closing = {quote.end - 1 for quote in quotes}
    for start, end, label in runs(labels):
        if label != CONTENT or end == start + 1:
            continue
        if doc[start].text in _DOUBLE_MARKS and start in closing - opening:
            labels[start] = NONE
        if doc[end - 1].text in _DOUBLE_MARKS and end - 1 in opening - closing:
            labels[end - 1] = NONE


def _trim(doc: Doc, labels: Ints) -> None:
    """Take punctuation and white space off the edges; quotation marks stay.

    So does a colon or dash that is all there is of a cue.
    """
    found = runs(labels)
    cues = [(start, end) for start, end, label in found if label == CUE]
    mark = cues[0] if len(cues) == 1 and doc[slice(*cues[0])].text in _CUES else None
    for start, end, label in found:
        if (start, end) == mark:
            continue
        while start < end and _is_loose(doc, start, (start, end)):
            labels[start] = NONE
            start += 1
        while start < end and _is_loose(doc, end - 1, (start, end)):
            end -= 1
            labels[end] = NONE
        if label == SOURCE and start < end and doc[start].pos_ == "ADP":
            labels[start] = NONE
        while label == SOURCE and end > start + 1 and _is_left_over(doc, end - 1):
            end -= 1
            labels[end] = NONE


def _is_left_over(doc: Doc, i: int) -> bool:
    """Whether a source's last word opens a clause that the source leaves out."""
    return doc[i].lower_ in {"who", "which"} or _is_comma(doc, i)


def _is_comma(doc: Doc, i: int) -> bool:
    return doc[i].text in {",", ";"}


def _is_loose(doc: Doc, i: int, bounds: tuple[int, int]) -> bool:
    token = doc[i]
    if token.is_space:
        return True
    if not token.is_punct or token.text in _QUOTE_MARKS:
        return False
    texts = {other.text for other in doc[bounds[0] : bounds[1]]}
    if token.text in _BRACKETS:
        return _BRACKETS[token.text] not in texts
    if token.text in _BRACKETS.values():
        opening = {close: open_ for open_, close in _BRACKETS.items()}
        return opening[token.text] not in texts
    return token.text not in ("?", "!", "...", "…")
