"""Where the spans of an attribution begin and end, by quotation marks and syntax."""

from collections.abc import Iterator

import numpy as np
from spacy.tokens import Doc, Span, Token

from kg.annotate.attribution.asides import fill_asides
from kg.annotate.attribution.datelines import dateline_end
from kg.annotate.attribution.paragraphs import cut_at_paragraphs
from kg.annotate.encoder.arrays import Ints
from kg.english.lexicon import words

# The labels of the model's words, in the order of its scores.
NONE, SOURCE, CONTENT, CUE = 0, 1, 2, 3

# A quotation belongs to a content that holds this share of its words.
_QUOTE_SHARE = 0.7
# The source or cue of a quotation stands so near behind it, past a comma.
_BESIDE = 2
# Relations of words that stand before their head in a noun phrase.
_BEFORE_HEAD = frozenset({"amod", "case", "compound", "det", "nmod:poss", "nummod"})
# Relations of words that open their head's clause or phrase.
_OPENING = _BEFORE_HEAD | {"mark"}
# A phrase goes on for this many words at most.
_REACH = 4
# Relations of what goes with a word right before it, and how long it may be.
_COMPLETING = frozenset({"nmod", "flat", "fixed"})
_LONGEST = 12
_COMPLEMENTIZERS = words("function_words.complementizers")
_FUNCTION_TAGS = frozenset({"ADP", "CCONJ", "SCONJ", "DET", "PART", "AUX", "PUNCT"})
_OBJECTS = frozenset({"obj", "iobj"})
_TELLING = words("saying.telling")
_DOUBLE_MARKS = frozenset({'"', "“", "”", "„", "``", "''", "«", "»"})
_QUOTE_MARKS = _DOUBLE_MARKS | {"‘", "’", "'"}
_PARTNERS = {"(": ")", "[": "]", ")": "(", "]": "["}
# Punctuation at an edge that is part of what was said.
_KEPT_MARKS = _QUOTE_MARKS | {"?", "!", "...", "…"}
# Marks that attribute by themselves: "Moss: No talks before May".
_CUE_MARKS = frozenset({":", "-", "–", "—", "--"})


def tidy_labels(doc: Doc, labels: Ints) -> Ints:
    """Return the labels of a doc's tokens, for one attribution, with edges put right.

    Takes one label a token (`NONE`, `SOURCE`, `CONTENT`, `CUE`), and returns as many.
    Quotations that are nearly all content become so whole, marks included; a content
    that breaks off inside a phrase ("in the coming | days") goes on to its head; stray
    words and punctuation at the edges of spans are taken off. Needs a dependency
    parse, `doc.ents` and `doc.spans["quotes"]`.
    """
    labels = labels.copy()
    # The order matters: quotations decide over phrases, and what is left is trimmed.
    cut_at_paragraphs(doc, labels, runs(labels), cue=CUE)
    for quote in doc.spans.get("quotes", []):
        _take_quotation(quote, labels)
        _drop_crumb(quote, labels)
    _drop_strays(doc, labels)
    for start, _ in _runs_of(labels, CONTENT):
        labels[start : dateline_end(doc, start)] = NONE
    _finish_phrases(doc, labels)
    _finish_modified(doc, labels)
    _begin_phrases(doc, labels)
    _drop_hearer(doc, labels)
    _take_object(doc, labels)
    _keep_names_whole(doc, labels)
    fill_asides(doc, labels, CONTENT)
    _drop_foreign_marks(doc, labels)
    _trim(doc, labels)
    _drop_ties(doc, labels)
    return labels


def runs(labels: Ints) -> list[tuple[int, int, int]]:
    """Return start, end and label of each run of equal labels other than `NONE`.

    Of [0, 1, 1, 0, 2] these are (1, 3, 1) and (4, 5, 2).
    """
    bounds = [0, *(np.flatnonzero(np.diff(labels)) + 1).tolist(), len(labels)]
    return [
        (start, end, int(labels[start]))
        for start, end in zip(bounds, bounds[1:], strict=False)
        if end > start and labels[start] != NONE
    ]


def _runs_of(labels: Ints, label: int) -> list[tuple[int, int]]:
    return [(start, end) for start, end, found in runs(labels) if found == label]


def _take_quotation(quote: Span, labels: Ints) -> None:
    """Make a quotation content as a whole, if its content has most of it or enters it.

    A content that comes from before the mark and takes the first word after it has
    entered: the model broke off inside. So it did where the content reaches the closing
    mark and the source or cue comes next: “We came. | We saw,” Ada said.
    """
    inside = labels[quote.start : quote.end]
    content = inside == CONTENT
    is_entered = quote.start > 0 and labels[quote.start - 1] == CONTENT
    has_most = content.mean() >= _QUOTE_SHARE
    beside = labels[quote.end : quote.end + _BESIDE]
    is_told_next = bool(np.isin(beside, (SOURCE, CUE)).any()) and content[-2:].any()
    if content.any() and (
        has_most or is_told_next or (is_entered and content[:2].all())
    ):
        inside[inside == NONE] = CONTENT
        inside[[0, -1]] = CONTENT


def _drop_crumb(quote: Span, labels: Ints) -> None:
    """Take off what only announces a quotation: "Us and them: “Let us go,” he said"."""
    doc, colon = quote.doc, quote.start - 1
    if colon < 0 or doc[colon].text != ":" or labels[quote.start] != CONTENT:
        return
    first = colon
    while first > 0 and labels[first - 1] == CONTENT:
        first -= 1
    if not any(word.pos_ in {"AUX", "VERB"} for word in doc[first:colon]):
        labels[first : colon + 1][labels[first : colon + 1] == CONTENT] = NONE


def _drop_strays(doc: Doc, labels: Ints) -> None:
    """Take off runs of punctuation or of one function word, if a better run is left.

    Cues stay: "to" alone and a colon may be all there is of one.
    """
    for label in (CONTENT, SOURCE):
        found = _runs_of(labels, label)
        strays = [(start, end) for start, end in found if _is_stray(doc, start, end)]
        for start, end in strays:
            if len(strays) < len(found) or _is_marks(doc, start, end):
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
    for _, end in _runs_of(labels, CONTENT):
        last = doc[end - 1]
        is_inside = last.dep_ in _BEFORE_HEAD or _is_degree(last)
        head = last.head.i if is_inside else -1
        if end <= head < end + _REACH and not labels[end : head + 1].any():
            labels[end : head + 1] = CONTENT


def _finish_modified(doc: Doc, labels: Ints) -> None:
    """Carry a content on over what modifies a word of it, right behind.

    "in the port | of Mokha": no mark stands between, and the whole of it hangs on one
    of the content's last words.
    """
    for start, end in _runs_of(labels, CONTENT):
        while end < len(doc) and (after := _complement_end(doc, start, end)):
            if labels[end:after].any():
                break
            labels[end:after] = CONTENT
            end = after


def _complement_end(doc: Doc, start: int, end: int) -> int | None:
    """Return where a phrase of a content ends that opens right behind it."""
    top = doc[end]
    while top.head.i != top.i and top.head.i >= end:
        top = top.head
    is_inside = max(start, end - _REACH) <= top.head.i < end
    is_part = top.dep_ in _COMPLETING and top.left_edge.i == end
    after = top.right_edge.i + 1
    return after if is_inside and is_part and after <= end + _LONGEST else None


def _is_degree(word: Token) -> bool:
    """Whether a word says how much of the next word: "so | far"."""
    is_next = word.dep_ == "advmod" and word.head.i == word.i + 1
    return is_next and word.head.pos_ in {"ADJ", "ADV", "NUM"}


def _begin_phrases(doc: Doc, labels: Ints) -> None:
    """Carry a content that starts inside a phrase back to where the phrase starts.

    "to | harshly punish", "half | of them": the words before belong to its own.
    """
    for start, end in _runs_of(labels, CONTENT):
        first = start
        while first and labels[first - 1] == NONE and start - first < _REACH:
            word = doc[first - 1]
            is_inside = start <= word.head.i < end and word.dep_ in _OPENING
            # "that" is no part of what was said: "said that | it fell".
            if not is_inside or word.lower_ == "that":
                break
            first -= 1
        labels[first:start] = CONTENT


def _drop_hearer(doc: Doc, labels: Ints) -> None:
    """Take off the hearer that stands before what was said.

    "asked | Ada Moss | whether she would go": an object of the cue, with a clause of
    the cue after it; "| he | was told of a fire": the subject of a passive cue.
    """
    cues = set(np.flatnonzero(labels == CUE).tolist())
    _drop_told(doc, labels, cues)
    for start, end in _runs_of(labels, CONTENT):
        for hearer in _objects_of(doc, cues):
            after = hearer.right_edge.i + 1
            if hearer.left_edge.i != start or after >= end:
                continue
            if _opens_clause(doc[after], cues):
                labels[start:after] = NONE


def _drop_told(doc: Doc, labels: Ints, cues: set[int]) -> None:
    """Take off the subject of a passive cue of telling, where more is told than to act.

    "| He | was told that it fell"; in "he was told to go" he is whom it is wanted of.
    """
    for start, end in _runs_of(labels, CONTENT):
        if not any(_is_told(doc[i], cues) for i in range(start, end)):
            continue
        rest = np.flatnonzero(labels[end:] == CONTENT)
        wants = bool(len(rest)) and _opens_infinitive(doc[end + int(rest[0])])
        if len(rest) and not wants:
            labels[start:end] = NONE


def _is_told(word: Token, cues: set[int]) -> bool:
    cue = word.head
    is_subject = word.dep_ == "nsubj:pass" and cue.i in cues
    return is_subject and cue.lemma_.lower() in _TELLING


def _opens_infinitive(word: Token) -> bool:
    head = word.head if word.dep_ == "mark" else word
    return word.lower_ == "to" and head.dep_ in {"xcomp", "ccomp", "advcl"}


def _take_object(doc: Doc, labels: Ints) -> None:
    """Give a content whom it is wanted of, or charged with it.

    "urged | the members to act", "accused | Ada Moss of theft": an object of the cue
    right before its infinitive or "of", or the part of it that the model left out.
    """
    cues = set(np.flatnonzero(labels == CUE).tolist())
    for start, end in _runs_of(labels, CONTENT):
        for wanted in _objects_of(doc, cues):
            first, after = wanted.left_edge.i, wanted.right_edge.i + 1
            is_next = first < start <= after < end and not labels[first:start].any()
            if is_next and _completes_object(doc[after], cues):
                labels[first:start] = CONTENT


def _completes_object(word: Token, cues: set[int]) -> bool:
    """Whether a word opens an infinitive or a phrase that a cue's object goes with."""
    head = word.head if word.dep_ in {"mark", "case"} else word
    return head.dep_ in {"xcomp", "obl"} and head.head.i in cues


def _objects_of(doc: Doc, cues: set[int]) -> Iterator[Token]:
    for cue in cues:
        yield from (child for child in doc[cue].children if child.dep_ in _OBJECTS)


def _opens_clause(word: Token, cues: set[int]) -> bool:
    """Whether a word opens a clause that depends on one of the cues."""
    if word.lower_ not in _COMPLEMENTIZERS:
        return False
    return word.head.dep_ == "ccomp" and word.head.head.i in cues


def _drop_ties(doc: Doc, labels: Ints) -> None:
    """Take off what ties a content to the sentence before it or to the next clause.

    "[But it fell] and", ", | underscoring | its need": the rest is not in the content.
    """
    for start, end in _runs_of(labels, CONTENT):
        if end == start + 1:
            continue
        first, last = doc[start], doc[end - 1]
        if first.dep_ == "cc" and first.text[0].isupper():
            labels[start] = NONE
        if _opens_what_follows(last):
            labels[end - 1] = NONE
            if _is_comma(doc[end - 2]):
                labels[end - 2] = NONE
        follows_comma = end > start + 2 and _is_comma(doc[end - 2])
        if follows_comma and _leaves_out_rest(last):
            labels[end - 2 : end] = NONE


def _opens_what_follows(last: Token) -> bool:
    """Whether a content's last word belongs to what comes after: "as", "which"."""
    is_relative = last.lower_ == "which" or last.dep_ == "mark"
    return last.dep_ == "cc" or (is_relative and last.head.i > last.i)


def _leaves_out_rest(last: Token) -> bool:
    """Whether a content's last word is a verb whose object or clause comes after it."""
    rest = [x for x in last.children if x.dep_ in {"obj", "ccomp", "xcomp"}]
    return last.pos_ == "VERB" and any(x.left_edge.i > last.i for x in rest)


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
    for start, end in _runs_of(labels, CONTENT):
        if end == start + 1:
            continue
        if doc[start].text in _DOUBLE_MARKS and start in closing - opening:
            labels[start] = NONE
        if doc[end - 1].text in _DOUBLE_MARKS and end - 1 in opening - closing:
            labels[end - 1] = NONE


def _trim(doc: Doc, labels: Ints) -> None:
    """Take punctuation and white space off the edges; quotation marks stay.

    So does a colon or dash that is all there is of a cue. A source loses its
    preposition ("by Ada") and the "who" of a clause that it leaves out.
    """
    lone_mark = _lone_cue_mark(doc, labels)
    for start, end, label in runs(labels):
        if (start, end) == lone_mark:
            continue
        first, last = _without_loose_edges(doc, start, end)
        if label == SOURCE and first < last:
            first, last = _without_clause_words(doc, first, last)
        labels[start:first] = NONE
        labels[last:end] = NONE


def _lone_cue_mark(doc: Doc, labels: Ints) -> tuple[int, int] | None:
    cues = _runs_of(labels, CUE)
    is_mark = len(cues) == 1 and doc[slice(*cues[0])].text in _CUE_MARKS
    return cues[0] if is_mark else None


def _without_loose_edges(doc: Doc, start: int, end: int) -> tuple[int, int]:
    while start < end and _is_loose(doc[start], doc[start:end]):
        start += 1
    while start < end and _is_loose(doc[end - 1], doc[start:end]):
        end -= 1
    return start, end


def _is_loose(token: Token, span: Span) -> bool:
    """Whether a token at a span's edge is no part of what the span says."""
    if token.is_space:
        return True
    if not token.is_punct or token.text in _KEPT_MARKS:
        return False
    partner = _PARTNERS.get(token.text)
    return partner is None or all(other.text != partner for other in span)


def _without_clause_words(doc: Doc, start: int, end: int) -> tuple[int, int]:
    while end > start + 1 and _opens_relative_clause(doc[end - 1]):
        end -= 1
    return start + (doc[start].pos_ == "ADP"), end


def _opens_relative_clause(last: Token) -> bool:
    """Whether a source's last word opens a clause that the source leaves out."""
    # The WHO speaks for itself.
    is_relative = last.lower_ in {"who", "which"} and not last.is_upper
    return is_relative or _is_comma(last)


def _is_comma(token: Token) -> bool:
    return token.text in {",", ";"}
