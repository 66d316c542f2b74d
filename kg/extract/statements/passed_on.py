"""Words that one source passes on from another: "Tass quoted Lavrov as saying"."""

from collections.abc import Mapping, Sequence

from spacy.tokens import Span, Token

from kg.english.trees import lemma

_PASSING_ON = frozenset({"cite", "quote"})
# Who is quoted, with his title, takes no more words before "as".
_LONGEST_SOURCE = 20

Attributed = dict[str, list[Span]]


def from_who_said_it(parts: Mapping[str, Sequence[Span]]) -> Attributed:
    """Return an attribution whose source is the one quoted, not the one who quotes.

    Takes spans by SOURCE, CUE and CONTENT. "Tass quoted Lavrov as saying it fell" has
    the source "Lavrov", the cue "saying" and the content "it fell" afterwards; other
    attributions stay. Needs tags and a parse.
    """
    found = {label: list(spans) for label, spans in parts.items()}
    cue = min(found["CUE"], key=lambda span: span.start, default=None)
    verb = _saying_after(cue) if cue else None
    if cue is None or verb is None:
        return found
    doc = cue.doc
    told = [child for child in verb.rights if child.dep_ in {"iobj", "obj"}]
    start = verb.i + 1
    if lemma(verb) == "tell" and told:
        start = told[0].right_edge.i + 1
    contents = [_after(span, cue, start) for span in found["CONTENT"]]
    found["SOURCE"] = [doc[cue.end : verb.i - 1]]
    found["CUE"] = [doc[verb.i : verb.i + 1]]
    found["CONTENT"] = [span for span in contents if span is not None]
    return found


def _saying_after(cue: Span) -> Token | None:
    """Return the "saying" of "quoted ... as saying"."""
    if lemma(cue.root) not in _PASSING_ON:
        return None
    after = cue.doc[cue.end : cue.end + _LONGEST_SOURCE]
    for token in after[1:-1]:
        if token.is_sent_start:
            return None
        following = cue.doc[token.i + 1]
        if token.lower_ == "as" and following.lower_.endswith("ing"):
            return following if following.pos_ == "VERB" else None
    return None


def _after(content: Span, cue: Span, start: int) -> Span | None:
    """Return what of a content is said: all before the cue, all from `start` on."""
    if content.end <= cue.start:
        return content
    start = max(content.start, start)
    return content.doc[start : content.end] if start < content.end else None
