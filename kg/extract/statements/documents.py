"""Who issued a document that speaks: "a UN report", "the ruling", "data from NASA"."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from kg.english.arguments import logical_subjects
from kg.english.clauses import DOCUMENTS
from kg.english.lexicon import forms, words
from kg.english.nouns import noun_classes
from kg.english.prepositions import heads_after, phrases
from kg.english.trees import (
    coordinated,
    dependent_words,
    has_feature,
    lemma,
    name_of,
    sentence_of,
)
from kg.gazetteer.organisations import organisation_named
from kg.gazetteer.states import find_state

_DOCUMENTS = DOCUMENTS | words("saying.sources_of_facts")
# What takes up that somebody was quoted.
_REPORTS = words("saying.quoted")
_ARTICLES = words("saying.articles")
_ISSUING = words("saying.issuing")
# The verb that tells who made what a noun takes up: "sued ... the lawsuit".
_ACTS = forms("saying.acts")
_ISSUED_OF = words("saying.issued_of")
# What any text may be called that the text told of.
_ANY_TEXT = frozenset({"document", "text"})
_CHANNELS = frozenset({"in", "on", "through", "via"})
_MODIFIERS = frozenset({"compound", "amod", "nmod", "nmod:desc"})
# Of the names right before the noun: "the Iran report" is about the place.
_ISSUERS = frozenset({"ORG", "NORP"})
# Of those after "of".
_DOERS = frozenset({"ORG", "PERSON"})
_DATES = frozenset({"DATE", "TIME"})
_CLAUSES = frozenset({"acl", "acl:relcl"})
_DETERMINERS = frozenset({"the", "this", "that", "these", "those"})
# How many words back a document is told of, and who was quoted last.
_REACH, _NEAR = 300, 100
_BODIES = frozenset({"body", "alliance"})


class Documents:
    """The documents of one doc: who issued each, as far as the text tells.

    Needs a parse with morphology, `doc.ents` and `doc.spans["attribution"]`.
    """

    def __init__(self, doc: Doc) -> None:
        self._doc = doc
        spans = doc.spans.get("attribution", ())
        self._cues = {t.i for span in spans if span.label_ == "CUE" for t in span}
        self._sources = sorted(
            (span.end, span.start) for span in spans if span.label_ == "SOURCE"
        )
        self._issuers: dict[int, Sequence[Token]] = {}
        self._nouns: dict[str, list[int]] = {}
        self._verbs: dict[str, list[int]] = {}
        for token in doc:
            if token.pos_ in {"NOUN", "PROPN"}:
                self._nouns.setdefault(lemma(token), []).append(token.i)
            elif token.pos_ == "VERB":
                self._verbs.setdefault(lemma(token), []).append(token.i)

    def issuers(self, noun: Token) -> Sequence[Token]:
        """Return the heads of who issued what a noun stands for; none of others.

        "Ada's memoirs", "a UN report" and "a letter signed by Ada" tell it themselves.
        "The report" is the one that the text told of before, "the ruling" that of the
        court which "ruled"; one that it did not tell of is by whom it quoted last.
        """
        if _is_in_name(noun):
            return []
        if noun.lower_ == "figures":
            # Persons, where nothing says who reported them.
            return list(self._named_beside(noun)) or _reporters(noun)
        if lemma(noun) not in _DOCUMENTS:
            return []
        if noun.i not in self._issuers:
            self._issuers[noun.i] = self._find_issuers(noun)
        return self._issuers[noun.i]

    def _find_issuers(self, noun: Token) -> Sequence[Token]:
        is_made = noun.dep_ == "obj"
        named = self.told_at(noun) if is_made else list(self._named_beside(noun))
        if named or not _takes_up(noun):
            return named
        told = self._told_before(noun)
        deeds = _before(self._verbs.get(_ACTS.get(lemma(noun), "")), noun)
        for index in sorted([*told, *deeds], reverse=True):
            word = self._doc[index]
            if issuers := self.told_at(word) or self._issuers.get(index, []):
                return issuers
        is_new = not told or told[-1] < noun.i - _NEAR
        return self._quoted_last(noun) if is_new and lemma(noun) in _REPORTS else []

    def _told_before(self, noun: Token) -> Sequence[int]:
        """Return where the text had the noun before, "document" for any text."""
        told = _before(self._nouns.get(lemma(noun)), noun)
        if told or lemma(noun) not in _ANY_TEXT:
            return told
        texts = (_before(self._nouns.get(each), noun) for each in _DOCUMENTS)
        return sorted(index for places in texts for index in places)[-1:]

    def _named_beside(self, noun: Token) -> Iterator[Token]:
        """Yield whom a noun's own phrase names as issuers."""
        found = phrases(noun)
        makers = heads_after(found, "by", "from")
        # "A report from Bern" is only sent from there, one "from Togo" by the state.
        yield from (head for head in makers if not _is_mere_place(head))
        if lemma(noun) in _ARTICLES:
            papers = heads_after(found, "in")
            yield from (head for head in papers if head.ent_type_ == "ORG")
        for head in heads_after(found, "of"):
            if lemma(head) in _DOCUMENTS:
                yield from self._named_beside(head)
            elif _is_issuer_after_of(noun, head):
                yield head
        for child in noun.children:
            if child.dep_ == "nmod:poss" and child.ent_type_ not in _DATES:
                yield from coordinated(child)
            elif child.dep_ in _MODIFIERS and child.i < noun.i:
                yield from self._before_noun(child)
            elif child.dep_ in _CLAUSES and lemma(child) in _ISSUING:
                # Of a "report that warned" the subject is the report itself.
                yield from (each for each in logical_subjects(child) if each != noun)

    def _before_noun(self, modifier: Token) -> Iterator[Token]:
        """Yield a name or body before the noun: "a UN report", "a company statement".

        A body without a name is the last that the text called so: "a company".
        """
        if modifier.ent_type_ in _ISSUERS or _is_body_or_state(modifier):
            yield modifier
        elif not modifier.ent_type_ and noun_classes(modifier) & _BODIES:
            earlier = _before(self._nouns.get(lemma(modifier)), modifier)[-1:]
            bodies = (self._doc[index] for index in earlier)
            yield from (body for body in bodies if has_feature(body, "Number", "Sing"))

    def told_at(self, word: Token) -> Sequence[Token]:
        """Return who issued a document where the text tells of it, or does the deed.

        In "NASA released a statement" the noun gives "NASA", and so does "ruled" in
        "NASA ruled that".
        """
        if word.pos_ == "VERB":
            return logical_subjects(word)
        outer = word.head if word.dep_ == "compound" else word
        verb = outer.head
        is_made = outer.dep_ in {"obj", "nsubj:pass"} and lemma(verb) in _ISSUING
        is_channel = word.dep_ == "obl" and verb.i in self._cues and _is_channel(word)
        makers = logical_subjects(verb) if is_made or is_channel else []
        return makers or list(self._named_beside(word))

    def _quoted_last(self, noun: Token) -> Sequence[Token]:
        """Return who spoke last before the noun's sentence, by a document or himself.

        "A UN survey told ... The report" is the UN's.
        """
        start = sentence_of(noun).start
        for word in reversed(self._doc[max(start - _NEAR, 0) : start]):
            if lemma(word) in _DOCUMENTS and (named := list(self._named_beside(word))):
                return named
        number = bisect_left(self._sources, (start + 1,)) - 1
        if number < 0:
            return []
        end, first = self._sources[number]
        source = self._doc[first:end].root
        if start - end > _NEAR:
            return []
        is_document = lemma(source) in _DOCUMENTS
        return self.issuers(source) if is_document else list(coordinated(source))


def _is_issuer_after_of(noun: Token, head: Token) -> bool:
    """Tell "the appeal of Ada" and "data of NASA" from "a study of NASA"."""
    if lemma(noun) in _ACTS:
        return head.ent_type_ in _DOERS
    return lemma(noun) in _ISSUED_OF and head.ent_type_ == "ORG"


def _reporters(figures: Token) -> list[Token]:
    """Return who reported figures: papers report documents that they did not issue."""
    reports = (child for child in figures.children if lemma(child) == "report")
    return [
        head
        for verb in reports
        if verb.dep_ in _CLAUSES
        for head in logical_subjects(verb)
    ]


def _before(places: Sequence[int] | None, here: Token) -> Sequence[int]:
    """Return those of some places that are within reach before a word."""
    places = places or ()
    first = bisect_left(places, here.i - _REACH)
    return places[first : bisect_left(places, here.i)]


def _takes_up(noun: Token) -> bool:
    """Tell "the report" and "Friday's report" from "a report" and "reports"."""
    return any(
        child.lower_ in _DETERMINERS or child.dep_ == "nmod:poss"
        for child in noun.children
    )


def _is_in_name(noun: Token) -> bool:
    """Tell the "Post" of a newspaper's name from posts; "Ada's Report" has an owner."""
    is_owned = any(child.dep_ == "nmod:poss" for child in noun.children)
    return bool(noun.ent_type_) or (noun.pos_ == "PROPN" and not is_owned)


def _is_mere_place(word: Token) -> bool:
    return word.ent_type_ == "LOC" and find_state(name_of(word).text) is None


def _is_body_or_state(word: Token) -> bool:
    """Tell "US" and "White House" from other places, which a document is about."""
    if word.ent_type_ != "LOC":
        return False
    name = name_of(word)
    is_short = len(name) == 1 and word.is_upper and len(word) <= len("U.S.")
    state = find_state(name.text)
    is_body = organisation_named(name.text) or (state and state[1] == "metonym")
    return is_short or bool(is_body)


def _is_channel(noun: Token) -> bool:
    return not dependent_words(noun, "case").isdisjoint(_CHANNELS)
