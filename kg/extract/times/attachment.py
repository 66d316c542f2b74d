"""When something happened or was said: the time that hangs on its predicate."""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from datetime import date

from spacy.tokens import Doc, Span, Token

from kg.english.lexicon import words
from kg.english.trees import CLAUSE_POS, has_dependent, has_feature, lemma
from kg.records import When

# Clauses that share the time of the clause above: "struck on Friday, killing two".
_SHARING_DEPS = frozenset({"conj", "advcl", "xcomp", "parataxis"})
# "Friday's vote", "the 2022 invasion": such a time says which one.
_ATTRIBUTE_DEPS = frozenset({"nmod:poss", "compound", "amod", "nummod"})
# "the talks on Friday" date the talking, "the talks in 2022" only say which talks:
# a noun's time may last less than so many days and still date the noun's verb.
_WEEK = 7
_TIME_NOUNS = words("calendar.nouns")
_COUNTING = frozenset({"after", "before"})
_PUBLISHING = words("saying.publishing")
_BOUNDING = words("calendar.bounding")


def predicate_of_same_time(predicate: Token) -> Token | None:
    """Return the word above whose time is this predicate's too, if any.

    In "struck on Friday, killing two" "killing" has the time of "struck". A finite
    clause ("as they left") and a complement ("said that they left") have their own.
    Needs a parse with morphology.
    """
    head, relation = predicate.head, predicate.dep_.split(":")[0]
    if head == predicate:
        return None
    # A noun's event is its verb's: "held a vote on Friday".
    if predicate.pos_ not in CLAUSE_POS:
        return head if relation not in {"acl", "ccomp"} else None
    if predicate.dep_ == "advcl" and has_feature(predicate, "VerbForm", "Fin"):
        return None
    is_sharing = relation in _SHARING_DEPS and head.pos_ in CLAUSE_POS
    return head if is_sharing else None


def when_of(
    doc: Doc,
    span: Span,
    times: Sequence[When],
    published: date | None,
    *,
    above: Callable[[Token], Token | None] = predicate_of_same_time,
) -> When | None:
    """Return the time that a predicate's own clause gives it, if any.

    `span` is a cue or the trigger of an event, `times` those of the article, in text
    order. For "said" in "said on Friday that they left on Monday" it is Friday, for
    "left" Monday; "left last week on Friday" has the day, not the week. `above` gives
    the word whose time a predicate without its own shares. Needs a dependency parse.
    """
    near = list(times_of_sentence(doc, span.root.sent, times))
    if beside := [pair for pair in near if _is_beside(span, pair[1])]:
        return _narrowed(*beside[0], near)
    predicate: Token | None = span.root
    while predicate is not None:
        tokens = set(span) | {predicate}
        if found := [pair for pair in near if _hangs_on(tokens, *pair)]:
            nearest = min(found, key=lambda pair: _distance(span, pair[1]))
            return _narrowed(*nearest, near)
        predicate = above(predicate)
    return None


def _narrowed(when: When, place: Span, near: Sequence[tuple[When, Span]]) -> When:
    """Return the time inside a time that stands right behind it, else that itself."""
    inside = (
        other
        for other, behind in near
        if _follows(place, behind) and when.from_ <= other.from_ and other.to <= when.to
    )
    return next(inside, when)


def when_after(doc: Doc, span: Span, times: Sequence[When]) -> When | None:
    """Return the time right after a phrase: "according to officials on Thursday"."""
    near = times_of_sentence(doc, span.root.sent, times)
    return next((when for when, place in near if _follows(span, place)), None)


def inferred(published: date) -> When:
    """Return the day of publication, for what the text does not date."""
    return When(from_=published, to=published, basis="inferred")


def times_within(sent: Span, times: Sequence[When]) -> Sequence[When]:
    """Return the times that open in a sentence, of an article's in text order."""
    first, last = (
        bisect_left(times, place, key=lambda when: when.start or 0)
        for place in (sent.start_char, sent.end_char)
    )
    return times[first:last]


def times_of_sentence(
    doc: Doc, sent: Span, times: Sequence[When]
) -> Iterator[tuple[When, Span]]:
    """Yield the times that stand in a sentence and date something, with their words."""
    for when in times_within(sent, times):
        if when.start is None or when.end is None:
            continue
        place = doc.char_span(when.start, when.end, alignment_mode="expand")
        if place is None or not sent.start <= place.start < sent.end:
            continue
        if not _only_bounds(place):
            yield when, place


def _is_beside(span: Span, place: Span) -> bool:
    """Tell whether a time stands in or right after a verb: "said Thursday it ...".

    There the parse is not asked: parsers often hang such a time on the next verb.
    """
    if span.start < place.start and place.end <= span.end:
        return True
    if span.root.pos_ not in CLAUSE_POS or place.root.dep_ in _ATTRIBUTE_DEPS:
        return False
    return _follows(span, place)


def _follows(span: Span, place: Span) -> bool:
    between = span.doc[span.end : max(span.end, place.start)]
    return place.start >= span.end and (
        len(between) == 0 or (len(between) == 1 and between[0].lower_ == "on")
    )


def _only_bounds(place: Span) -> bool:
    """Tell whether a time only bounds its clause: "since 1990", "by Friday"."""
    # "after the 2022 protests": there the protests bound, and the year is theirs.
    if place.root.dep_ in _ATTRIBUTE_DEPS | {"nmod:unmarked", "nmod"} and (
        place.root.head.i >= place.end
    ):
        return False
    # Two words: an article or adverb may stand between, "by late Friday".
    before = place.doc[max(place.sent.start, place.start - 2) : place.start]
    return any(token.lower_ in _BOUNDING for token in before)


def _hangs_on(tokens: set[Token], when: When, place: Span) -> bool:
    """Tell whether a time hangs on one of the tokens within its own clause.

    `place` holds the words of the time. Through nouns it hangs on a verb only where
    those dates are short: "held talks on Friday", not "praised the 2022 pact".
    """
    token = place.root
    is_noun = all(one.pos_ not in CLAUSE_POS for one in tokens)
    is_attribute = False
    while token.head != token:
        if token in tokens or (token.pos_ in CLAUSE_POS and not _publishes(token)):
            return False
        if _is_counted_from(token):
            return False
        if token.head in tokens:
            if not is_attribute:
                return True
            return _is_phrase(place) if is_noun else _is_short_phrase(when, place)
        # The night of "on the night of Friday" is part of the time.
        is_time = lemma(token.head) in _TIME_NOUNS
        is_attribute |= token.head.pos_ not in CLAUSE_POS and not is_time
        token = token.head
    return False


def _is_counted_from(noun: Token) -> bool:
    """Tell whether a time is counted from a noun: "two days after the vote in May"."""
    cases = {child.lower_ for child in noun.children if child.dep_ == "case"}
    return not cases.isdisjoint(_COUNTING) and any(
        child.dep_ in {"nmod:unmarked", "obl:unmarked"} and lemma(child) in _TIME_NOUNS
        for child in noun.children
    )


def _publishes(token: Token) -> bool:
    """Tell "findings published Tuesday", whose day is that of what they say."""
    is_participle = token.dep_ == "acl" and has_feature(token, "VerbForm", "Part")
    return is_participle and token.lemma_.lower() in _PUBLISHING


def _is_phrase(place: Span) -> bool:
    """Tell "the sentencing of men in May" from "the sentencing of the May rioters"."""
    return has_dependent(place.root, "case") and place.root.dep_ != "nmod:poss"


def _is_short_phrase(when: When, place: Span) -> bool:
    """Tell "the talks on Friday" from "the 2022 invasion" and "Friday's vote".

    The first often is a wrong parse of what dates the verb, the others never are.
    """
    root = place.root
    if not root.dep_.startswith(("nmod", "obl", "dep")) or root.dep_ == "nmod:poss":
        return False
    cases = {child.lower_ for child in root.children if child.dep_ == "case"}
    return cases <= {"on"} and (when.to - when.from_).days < _WEEK


def _distance(span: Span, place: Span) -> int:
    return min(abs(place.start - span.end), abs(span.start - place.end))
