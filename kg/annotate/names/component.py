"""Where the names are: the name model's spans, mended by the gazetteer and titles."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from operator import attrgetter

from spacy.language import Language
from spacy.tokens import Doc, Span, SpanGroup, Token
from spacy.util import filter_spans

from kg.annotate.labels import NAME_LABELS
from kg.annotate.names.gazetteer import known_label, known_spans
from kg.annotate.names.repair import repair
from kg.annotate.names.surnames import CALENDAR
from kg.annotate.names.things import Found
from kg.annotate.names.titles import (
    FORMS_OF_ADDRESS,
    RANKS,
    is_address,
    is_title_noun,
    office_words,
    title_start,
    title_words,
)
from kg.annotate.names.told_labels import is_last_word_of_body
from kg.english.lexicon import words
from kg.english.nouns import noun_classes

# Adjectives of regions: they describe, and name nobody.
_REGIONAL = words("names.regional_adjectives")
# What tells "Middle Eastern" from "the Middle East".
_ADJECTIVES = ("ern", "an")
# Initials of common nouns, units and times.
_COMMON_INITIALS = words("names.common_initials")
# Addresses and figures; a site may be called like its address: "Znak.com".
_NOT_A_NAME = re.compile(
    r"https?:|www\.|\S*@|[\d\W_]+$|.*\.html?\b|(?![A-Z]).*\.\w{2,4}\b|.*/"
)
_BEFORE_OFFICES = words("titles.before_offices")
_SEAT = re.compile(r"[A-Z]-")
# An exchange and a share's initials there.
_SHARE = re.compile(r"\([A-Z][A-Z.]{1,9}: ?[A-Z0-9.]{1,6}\)")
_TICKER = 4
_GENERATIONS = frozenset({"Jr", "Jr.", "Junior", "Sr", "Sr.", "Senior"})
_PARTICLES = words("names.particles")
_EDGES = words("function_words.name_edges")


@dataclass(frozen=True, slots=True)
class NameSpan:
    """A name's tokens, its type and where the title before it starts."""

    start: int
    end: int
    label: str
    title_start: int


def head_of(doc: Doc, name: NameSpan) -> Token:
    """Return the head word of a name with its title, for the parse's relations.

    That is the title's where the name hangs on it, else the name's own.
    """
    root = doc[name.start : name.end].root
    is_inside = name.title_start <= root.head.i < name.start
    return doc[name.title_start : name.end].root if is_inside else root


def name_spans(doc: Doc) -> tuple[NameSpan, ...]:
    """Return the names of a doc in text order; demonyms may lie inside others.

    In "Foreign Minister Ada Hopkins" the name is "Ada Hopkins", its title starts at
    "Foreign". Needs `doc.spans["names"]` and `doc.spans["titles"]`.
    """
    return names_starting_in(doc, 0, len(doc))


def names_starting_in(doc: Doc, start: int, end: int) -> tuple[NameSpan, ...]:
    """Return the names whose first token is inside a stretch, as `name_spans` does."""
    # A title ends where its name starts, and both stand in text order.
    titles = _placed_in(doc.spans["titles"], start, end, attrgetter("end"))
    starts = {title.id: title.start for title in titles}
    return tuple(
        NameSpan(name.start, name.end, name.label_, starts.get(name.id, name.start))
        for name in _placed_in(doc.spans["names"], start, end, attrgetter("start"))
    )


def _placed_in(
    spans: SpanGroup, start: int, end: int, place_of: Callable[[Span], int]
) -> Iterator[Span]:
    """Yield the spans with a place inside a stretch; they are sorted by it."""
    first = bisect_left(spans, start, key=place_of)
    for number in range(first, bisect_left(spans, end, first, key=place_of)):
        yield spans[number]


@Language.factory("kg_mended_names", assigns=["doc.spans", "doc.ents"])
def make_mended_names(nlp: Language, name: str) -> "MendedNames":
    """Create the component that mends the names of `doc.ents`."""
    return MendedNames()


class MendedNames:
    """Put the names in `doc.spans["names"]`, their titles in `doc.spans["titles"]`.

    A title has the span id of its name. The types are those of `doc.ents`, ``WEAPON``
    for kinds of weapons and ``OTHER`` for treaties, meetings and programmes. `doc.ents`
    has the same names afterwards, the outermost where they nest, beside the model's
    dates, amounts and events. Needs `doc.ents` and parts of speech.
    """

    def __call__(self, doc: Doc) -> Doc:
        names: list[Span] = []
        titles: list[Span] = []
        for number, ((start, end), label) in enumerate(_mended(doc), start=1):
            first = title_start(doc, start) if label == "PERSON" else start
            if names and names[-1].start <= first < names[-1].end <= start:
                names[-1] = _without_title(names[-1], first)
                first = max(first, names[-1].end)
            names.append(Span(doc, start, end, label, span_id=number))
            if first < start:
                titles.append(Span(doc, first, start, "TITLE", span_id=number))
        doc.spans["names"], doc.spans["titles"] = names, titles
        others = [ent for ent in doc.ents if ent.label_ not in NAME_LABELS]
        # Names come first: of two spans of one length the earlier in the list stays.
        doc.set_ents(filter_spans([*names, *others]))
        return doc


def _without_title(name: Span, first: int) -> Span:
    """Return a name that a person's title begins in, up to that title.

    "United States District | Judge Quill", "EU | High Representative Quill"; a known
    name that is none without its end stays whole: "White House | spokesman Quill".
    """
    doc, start = name.doc, name.start
    is_known = known_label(name.text) and not known_label(doc[start:first].text)
    is_kept = first == start or is_known or _is_whole(name)
    end = name.end if is_kept else first
    return Span(doc, start, end, name.label_, span_id=name.id)


def _is_whole(name: Span) -> bool:
    """Tell whether what a body is, or is of, ends its name before a title.

    "Reform Party | leader Quill", "Department of Justice | spokesman Quill".
    """
    is_body = "body" in noun_classes(name[-1]) or name[-2:-1].text in {"for", "of"}
    return is_body and len(name) > 1


def _mended(doc: Doc) -> list[tuple[tuple[int, int], str]]:
    offices = office_words(doc)
    titles = title_words(doc)
    titles -= _inside_bodies(doc, titles | offices)
    known = [span for span in known_spans(doc, titles) if not _is_titled(doc, *span)]
    model = list(_model_spans(doc, titles | offices))
    found = _without_overlaps(doc, model, known)
    repair(doc, titles, found)
    return sorted(found.items())


def _inside_bodies(doc: Doc, titles: set[int]) -> set[int]:
    """Return the words that only look like titles: of "General Motors".

    The model leaves titles out of persons' names: what it calls a body or a place with
    its first word is called so. A rank in capitals may have misled it ("DCI Oakes").
    """
    found: set[int] = set()
    for ent in doc.ents:
        is_person = ent.label_ in {"PERSON", "NORP"} or ent.label_ not in NAME_LABELS
        if is_person or ent.start not in titles or ent.end - 1 in titles:
            continue
        if ent[0].lower_.strip(".") in FORMS_OF_ADDRESS or _is_rank_of_person(ent):
            continue
        if _is_hyphen(doc[ent.start - 1]) and ent.start - 2 in titles:
            # The model cut "Secretary-| General Quill".
            continue
        found.update(range(ent.start, ent.end))
    return found


def _is_rank_of_person(name: Span) -> bool:
    """Tell "DCI Oakes" from "ACC Tournament": what follows is a name, no noun.

    So it is of a form of address: "Prof Ulf Stahl".
    """
    rest = name[1:]
    is_rank = name[0].is_upper and name[0].lower_ in RANKS
    # "DR Congo" is no doctor.
    is_before_name = is_rank or (is_address(name[0].text) and not name[0].is_upper)
    return (
        is_before_name
        and len(name) in {2, 3}
        and all(
            token.pos_ == "PROPN"
            and not (token.is_upper or is_last_word_of_body(token))
            for token in rest
        )
    )


def _is_titled(doc: Doc, start: int, end: int, label: str) -> bool:
    """Tell whether a known place is a person here: "Queen Sofia", "Captain Lima"."""
    is_person = label == "LOC" and all(x.ent_type_ == "PERSON" for x in doc[start:end])
    return is_person and title_start(doc, start) < start


def _model_spans(doc: Doc, titles: set[int]) -> Iterator[Span]:
    """Yield the name model's spans without titles, articles and possessive signs."""
    for ent in doc.ents:
        if ent.label_ not in NAME_LABELS or _is_beside_name(ent):
            continue
        start, end, label = ent.start, ent.end, ent.label_
        while start < end and (start in titles or _is_edge(doc[start])):
            label = "PERSON" if start in titles else label
            start += 1
        while (
            end > start
            and (
                _is_edge(doc[end - 1])
                or doc[end - 1].is_lower
                # "UN High | Commissioner for Refugees".
                or (titles.issuperset((end - 1, end)) and not _is_whole(doc[start:end]))
                or _opens_office(doc, start, end)
            )
        ):
            end -= 1
        if start < end < len(doc) - 1 and doc[end].text == ",":
            end += _is_generation(doc[end + 1], label)
        if start < end < len(doc) and _is_generation(doc[end], label):
            end += 1
        if start < end < len(doc) and _is_dot_of_generation(doc[end]):
            end += 1
        while _goes_on_after_hyphen(doc, end, label):
            end += 2
        if start < end and _is_name(doc[start:end]):
            yield Span(doc, start, end, ent.label_)


def _opens_office(doc: Doc, start: int, end: int) -> bool:
    """Tell whether a span ends with what an office opens with: "UN Special | Envoy"."""
    is_part = end > start + 1 and doc[end - 1].lower_ in _BEFORE_OFFICES
    return is_part and end < len(doc) and is_title_noun(doc[end])


def _is_generation(token: Token, label: str) -> bool:
    """Tell whether a word right behind a person's name goes with it: "Junior"."""
    return label == "PERSON" and token.text in _GENERATIONS


def _is_dot_of_generation(token: Token) -> bool:
    """Tell whether a full stop is that of a name's "Jr." or "Sr."."""
    before = token.nbor(-1)
    return (
        token.text == "." and not before.whitespace_ and before.lower_ in {"jr", "sr"}
    )


def _goes_on_after_hyphen(doc: Doc, end: int, label: str) -> bool:
    """Tell whether a hyphen joins one name: "Chung Eui-yong", not "Kenya-Ghana".

    In lower case only a person's name goes on, or one of many hyphens ("Stratford-
    upon-Avon"): a "NATO-led" force has a name before the hyphen and a verb after it.
    """
    if end + 1 >= len(doc) or not _is_hyphen(doc[end]):
        return False
    after = doc[end + 1]
    if after.is_space or after.ent_iob_ == "B" or known_label(after.text) is not None:
        return False
    if after.is_lower and (after.pos_ == "VERB" or after.dep_ in {"amod", "compound"}):
        # "The Quill-led government", "Quill-era rules".
        return False
    is_inside = doc[end - 1].is_lower or (
        end + 2 < len(doc) and _is_hyphen(doc[end + 2])
    )
    return label == "PERSON" or is_inside or not after.is_lower


def _is_seat(doc: Doc, start: int, end: int) -> bool:
    """Tell whether a span is of a lawmaker's party and state: "(D-Calif.)"."""
    first = start if end > start + 1 or not _is_hyphen(doc[start - 1]) else start - 2
    opening = doc[first : first + 2].text
    is_opened = first > 0 and doc[first - 1].text in {"(", ","}
    return is_opened and _SEAT.match(opening) is not None


def _is_beside_name(name: Span) -> bool:
    """Tell whether a span only says more of a name: a lawmaker's seat, a ticker."""
    return _is_seat(name.doc, name.start, name.end) or _is_ticker(name)


def _is_ticker(name: Span) -> bool:
    """Tell whether a name is what a share goes by at an exchange: "(NYSE: NVX)"."""
    around = name.doc[max(name.start - _TICKER, 0) : name.end + _TICKER].text
    return name.text.isupper() and any(
        name.text in match[0] for match in _SHARE.finditer(around)
    )


def _is_hyphen(token: Token) -> bool:
    """Tell whether a hyphen joins the words beside it: "Chung Eui-yong"."""
    joins = token.text in {"-", "‑"} and not token.whitespace_
    return joins and token.i > 0 and not token.nbor(-1).whitespace_


def _is_edge(token: Token) -> bool:
    """Tell whether a token is no part of a name where it opens or closes it."""
    return (
        token.is_space
        or token.is_punct
        or token.lower_ in _EDGES
        or token.pos_ == "PART"
        or (token.is_lower and token.lower_ not in _PARTICLES)
    )


def _is_name(span: Span) -> bool:
    """Tell whether a span can be a name: capitals, no date, address or common noun."""
    text = span.text
    parts = [token.lower_.strip(".") for token in span]
    return (
        any(character.isupper() for character in text)
        and not _NOT_A_NAME.match(text)
        and not all(word in CALENDAR or word.isdigit() for word in parts)
        and not (len(parts) == 1 and parts[0] in _COMMON_INITIALS | _REGIONAL)
        and not _is_pronoun(span)
        and not (parts[-1] in _REGIONAL and parts[-1].endswith(_ADJECTIVES))
        and "\n" not in text
        and text.count("(") == text.count(")")
        and not any(mark in text for mark in "[]$€£{}<>=")
    )


def _is_pronoun(span: Span) -> bool:
    """Tell "We" and "I" from names; "US" in capitals may be tagged as one."""
    is_acronym = span[0].is_upper and len(span[0]) > 1
    is_one = span[0].pos_ == "PRON" or span.text == "Us"
    return len(span) == 1 and is_one and not is_acronym


def _without_overlaps(
    doc: Doc, model: list[Span], known: list[tuple[int, int, str]]
) -> Found:
    """Put the model's spans and the gazetteer's together.

    A known name wins over a span that it covers; a longer span of the model wins
    over a known name inside it, but a demonym there stays ("Russian Foreign
    Ministry"). Partial overlaps go to the known name.
    """
    found = {(span.start, span.end): span.label_ for span in model}
    holder = {i: (span.start, span.end) for span in model for i in range(*_ends(span))}
    for start, end, label in known:
        around = holder.get(start)
        if around is not None and around[1] >= end and around != (start, end):
            if label == "NORP" and around[0] == start and found.get(around) == "ORG":
                found[start, end] = label
            if not _is_list(doc, found.get(around), *around):
                continue
        for span in {holder[i] for i in range(start, end) if i in holder}:
            found.pop(span, None)
        found[start, end] = label
    return found


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _is_list(doc: Doc, label: str | None, start: int, end: int) -> bool:
    """Tell whether a span of places runs over several: "Russia, China", "U.S.-Cuba"."""
    return label in {None, "LOC", "NORP"} and any(
        token.text in {",", "and", "or", "/", "-", "–"} for token in doc[start:end]
    )
