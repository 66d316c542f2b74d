"""Mentions that may be entities: names, demonyms, nominals and pronouns."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import accumulate, chain
from typing import NamedTuple

from msgspec.structs import replace
from spacy.tokens import Doc, Span, Token

from kg.annotate.names.component import NameSpan, head_of, name_spans
from kg.annotate.names.titles import title_gender
from kg.annotate.quotes import outside_sentences
from kg.annotate.references import told
from kg.english.lexicon import words
from kg.english.nouns import (
    HUMAN,
    gender_of_noun,
    noun_classes,
    office_in_initials,
)
from kg.english.polarity import has_negator, is_negative_phrase
from kg.english.pronouns import Gender, pronoun_features, pronoun_lemma
from kg.english.trees import is_name_beside, lemma
from kg.extract.findings import Argument, Candidate
from kg.extract.mentions.capitals import is_place
from kg.extract.mentions.nationals import are_people, is_language, phrase_of_national
from kg.extract.mentions.nominals import Nominal, nominals, phrase_of
from kg.extract.mentions.standing import merely_stands, only_holds_clause
from kg.extract.mentions.things import is_charged, kinds_of, things
from kg.extract.spans import to_argument, to_span
from kg.gazetteer.given_names import gender_of_given_name
from kg.gazetteer.states import find_state
from kg.intervals import Intervals
from kg.records import MentionForm

_SUBJECT_DEPS = frozenset({"nsubj", "nsubj:pass", "nsubj:outer", "csubj"})
_SINGULAR_BE = frozenset({"is", "was", "'s", "’s"})
_QUANTITIES = words("quantities.nouns")
_PLACES = words("places.taken_up")
_PAUSES = frozenset({",", ":", "-", "–", "—"})


class Content(NamedTuple):
    """What somebody is reported to say, by its offsets, and the head of who says it."""

    start: int
    end: int
    speaker: int


def candidates(
    doc: Doc,
    speakers: Collection[int] = (),
    hearers: Collection[int] = (),
    contents: Sequence[Content] = (),
) -> Iterator[Candidate]:
    """Yield all mentions that may be entities, in text order, the longer first.

    "North Korean Foreign Minister Choe Son Hui" yields "North Korean" (a demonym) and
    "Choe Son Hui" with the title "Foreign Minister". Needs a parse and
    `doc.spans` of quotes, names and titles. `speakers` and `hearers` are the offsets of
    the head words of those who speak and who are spoken to, `contents` what is said.
    """
    names = [name for name in name_spans(doc) if not is_language(doc, name)]
    layout = _Layout(doc, _heads_of(doc, names), speakers, hearers, contents)
    nested = _nested(names)
    kinds = [kind for name in names for kind in kinds_of(doc, name)]
    found = chain(
        (
            _name_or_national(doc, name, layout, is_nested=name in nested)
            for name in names
        ),
        (_nominal(nominal, layout) for nominal in nominals(doc, names)),
        (_nominal(thing, layout) for thing in things(doc, names, kinds)),
        _pronouns(doc, layout),
    )
    yield from sorted(found, key=lambda each: (each.start, -each.end))


def _heads_of(doc: Doc, names: Sequence[NameSpan]) -> dict[int, int]:
    """Map where each word of a name and its title starts to where its head does.

    The parse may take "Judge" for the head of "Judge Quill".
    """
    return {
        token.idx: head_of(doc, name).idx
        for name in names
        for token in doc[name.title_start : name.end]
    }


class _Layout:
    """Where a doc's paragraphs, sentences, quotations, speakers and hearers are.

    `sentences`, `outside` and `paragraphs` hold a number for each word; `outside` does
    not count the sentences that are wholly inside quotation marks.
    """

    def __init__(
        self,
        doc: Doc,
        heads: Mapping[int, int],
        speakers: Collection[int],
        hearers: Collection[int],
        contents: Sequence[Content],
    ) -> None:
        self.sentences: list[int] = []
        for number, sent in enumerate(doc.sents):
            self.sentences.extend([number] * len(sent))
        # A token with a line break opens a paragraph: it may also be the break itself.
        starts = (int("\n" in token.text) for token in doc)
        self.paragraphs = list(accumulate(starts))
        self.quotations: dict[int, int] = {}
        for number, span in enumerate(doc.spans.get("quotes", ())):
            for token in span:
                self.quotations.setdefault(token.i, number)
        self.speakers = frozenset(heads.get(each, each) for each in speakers)
        self.hearers = frozenset(heads.get(each, each) for each in hearers)
        self.outside = outside_sentences(doc)
        self._said = Intervals((start, end) for start, end, _ in contents)
        sayers = (content.speaker for content in contents)
        self._sayers = [heads.get(each, each) for each in sayers]

    def said_by(self, token: Token) -> tuple[int, ...]:
        """Return the heads of those in whose words a token stands, each once."""
        found = {self._sayers[number] for number in self._said.at(token.idx)}
        return tuple(sorted(found))


def _nested(names: Sequence[NameSpan]) -> set[NameSpan]:
    """Return the names inside longer ones: "Kenyan" of "Kenyan Foreign Ministry"."""
    nested: set[NameSpan] = set()
    end = 0
    for name in sorted(names, key=lambda each: (each.start, -each.end)):
        if name.end <= end:
            nested.add(name)
        end = max(end, name.end)
    return nested


def _name_or_national(
    doc: Doc, name: NameSpan, layout: _Layout, *, is_nested: bool
) -> Candidate:
    """Return a name's mention; "the Serb" is a phrase for a person, no name."""
    found = phrase_of_national(doc, name)
    if found is None:
        return _name(doc, name, layout, is_nested=is_nested)
    span, number = found
    nation = doc[name.start : name.end]
    phrase = Nominal(nation.root, span, "PERSON", number, ())
    return replace(_nominal(phrase, layout), lemma=nation.text, gender=None)


def _name(doc: Doc, name: NameSpan, layout: _Layout, *, is_nested: bool) -> Candidate:
    span = doc[name.start : name.end]
    head = head_of(doc, name)
    title = doc[name.title_start : name.start].text.strip() or None
    form = _form(name.label, span.text, span.root)
    return Candidate(
        start=span.start_char,
        end=span.end_char,
        text=span.text,
        head=head.idx,
        lemma=span.root.text,
        form=form,
        label=name.label,
        sentence=layout.sentences[name.start],
        outside=layout.outside[name.start],
        paragraph=layout.paragraphs[name.start],
        number="plural" if form == "demonym" and are_people(span) else "singular",
        gender=gender_of_name(name.label, title, span.text),
        is_subject=_is_subject(head),
        title=title,
        kinds=kinds_of(doc, name),
        appositive=_appositive(head, name.title_start, name.end),
        quotation=layout.quotations.get(name.start),
        speaks=head.idx in layout.speakers,
        hears=head.idx in layout.hearers,
        # Who is called by name is spoken to, not of: "Thank you, Ada."
        merely_stands=is_nested
        or head.dep_ == "vocative"
        or _merely_stands(span, name.label, form),
        said_by=layout.said_by(head),
    )


def _merely_stands(span: Span, label: str, form: MentionForm) -> bool:
    """Tell whether the name of a place or state only says where or whose."""
    known = find_state(span.text) if label != "PERSON" else None
    if known is None and label != "LOC":
        return False
    is_state = known is not None and (form != "name" or known[1] == "name")
    return merely_stands(span, is_state=is_state)


def _form(label: str, text: str, root: Token) -> MentionForm:
    """Tell a name from what stands for a state: "Kenyan", "Nairobi", "the Kremlin"."""
    state = find_state(text) if label != "PERSON" else None
    if state is None or state[1] == "name":
        return "name"
    if state[1] == "capital":
        return "name" if is_place(root) else "metonym"
    return "metonym" if state[1] == "metonym" else "demonym"


def gender_of_name(label: str, title: str | None, text: str) -> Gender | None:
    """Return a name's gender by its title, else by its given name.

    A woman may be a "spokesman": there, the given name outweighs the title. The one
    word after a title is a family name: "Judge Jackson".
    """
    if label != "PERSON":
        return "neuter"
    told, (first, *more) = title_gender(title), text.split()
    given = None if title and not more else gender_of_given_name(first)
    is_man = title is not None and title.casefold().endswith("man")
    return (given or told) if is_man else (told or given)


def _nominal(nominal: Nominal, layout: _Layout) -> Candidate:
    head, span = nominal.head, nominal.span
    return Candidate(
        start=span.start_char,
        end=span.end_char,
        text=span.text,
        head=head.idx,
        lemma=(office_in_initials(head) or (head.lemma_.lower(),))[-1],
        form="nominal",
        label=nominal.label,
        sentence=layout.sentences[head.i],
        outside=layout.outside[head.i],
        paragraph=layout.paragraphs[head.i],
        number=nominal.number,
        gender=gender_of_noun(head.lemma_) if nominal.label == "PERSON" else "neuter",
        is_subject=_is_subject(head),
        appositive=_appositive(head, span.start, span.end),
        modifiers=nominal.modifiers,
        quotation=layout.quotations.get(head.i),
        speaks=head.idx in layout.speakers,
        hears=head.idx in layout.hearers,
        merely_stands=nominal.label == "THING"
        and lemma(head) in _PLACES
        and merely_stands(span, is_state=False),
        said_by=layout.said_by(head),
    )


def _pronouns(doc: Doc, layout: _Layout) -> Iterator[Candidate]:
    for token in doc:
        features = pronoun_features(token)
        if features is None:
            continue
        person, number, gender = features
        yield Candidate(
            start=token.idx,
            end=token.idx + len(token),
            text=token.text,
            head=token.idx,
            lemma=pronoun_lemma(token),
            form="pronoun",
            label=None,
            sentence=layout.sentences[token.i],
            outside=layout.outside[token.i],
            paragraph=layout.paragraphs[token.i],
            number=number,
            gender=gender,
            person=person,
            is_subject=_is_subject(token),
            kinds=("accused",) if person == 3 and is_charged(token) else (),
            quotation=layout.quotations.get(token.i),
            speaks=token.idx in layout.speakers,
            merely_stands=person != 3 and only_holds_clause(token),
            said_by=layout.said_by(token),
            told=told(doc, token),
        )


def _is_subject(token: Token) -> bool:
    """Tell whether a phrase is a subject, "soldiers" in "thousands of soldiers" too.

    Of coordinated phrases all are ("Ada and Bob left"), and so is a name beside its
    description: "The mayor, Ada Quill, left".
    """
    # In UD the quantity is the head, and what it measures hangs on it.
    while token.dep_ == "nmod" and token.head.lemma_.lower() in _QUANTITIES:
        token = token.head
    while token.dep_ in {"conj", "flat"} | _described(token) and token.head.i < token.i:
        token = token.head
    return token.dep_ in _SUBJECT_DEPS


def _described(token: Token) -> set[str]:
    """Return the relation of a name to its description; none where that has a name."""
    noun = token.head
    before = (noun, *(child for child in noun.rights if child.i < token.i))
    is_named = any(word.ent_type_ == "PERSON" for word in before)
    return set() if is_named else {"appos", "nmod"} if is_name_beside(token) else set()


def _appositive(head: Token, start: int, end: int) -> Argument | None:
    """Return the phrase beside a mention that says what it is, after it or before.

    One of several phrases counts as well: "Ada Quill, a builder and spokeswoman".
    """
    for child in head.children:
        is_beside = child.dep_ in {"appos", "nmod:desc"} or _is_name_on_noun(child)
        if is_beside and not start <= child.i < end:
            return to_argument(child)
    if (said := _predicate(head)) is not None:
        span = to_span(said)
        return Argument(
            start=span.start, end=span.end, text=span.text, head=said.root.idx
        )
    described = _what_it_describes(head)
    if described is not None and not start <= described.i < end:
        return to_argument(described)
    return None


def _predicate(head: Token) -> Span | None:
    """Return what a sentence says that a mention is: "Ada Quill is a builder"."""
    noun = head.head
    if head.dep_ != "nsubj" or noun.pos_ != "NOUN":
        return None
    verbs = {child.lower_ for child in noun.children if child.dep_ == "cop"}
    is_denied = has_negator(noun) or is_negative_phrase(noun)
    return None if is_denied or verbs.isdisjoint(_SINGULAR_BE) else phrase_of(noun)


def _is_name_on_noun(name: Token) -> bool:
    """Tell whether a name hangs flat on what describes it: "professor Ada Quill"."""
    noun = name.head
    is_flat = name.dep_ == "flat" and name.ent_type_ == "PERSON"
    is_flat |= name.dep_ == "nmod" and is_name_beside(name)
    return is_flat and noun.pos_ == "NOUN" and not noun.ent_type_


def _what_it_describes(noun: Token) -> Token | None:
    """Return what a phrase is in apposition to, alone or as one of several.

    "Ada Quill, a builder and spokeswoman": both nouns describe her.
    """
    first = noun.head
    if noun.dep_ == "appos" or _is_name_on_noun(noun):
        is_apart = noun.ent_type_ == "PERSON" and _follows_pause(noun)
        return _whom_it_is_part_of(first) if is_apart else first
    if noun.dep_ != "conj" or first.i > noun.i:
        return None
    if first.dep_ == "appos":
        return first.head
    return first if _goes_on_with_apposition(noun, first) else None


def _follows_pause(name: Token) -> bool:
    edge = name.left_edge
    return not _PAUSES.isdisjoint({edge.text, name.doc[max(edge.i - 1, 0)].text})


def _whom_it_is_part_of(noun: Token) -> Token:
    """Return the noun for a person on which one for something else hangs.

    "The head of the army's command, Ada Quill": the parse may have her beside the
    command. In "the leader of the movement Ada Quill" the movement is called so.
    """
    above = noun.head
    is_part = noun.dep_ == "nmod" and above.pos_ == "NOUN" and above.i < noun.i
    is_whose = is_part and bool(noun_classes(above) & HUMAN)
    return above if is_whose and not noun_classes(noun) & HUMAN else noun


def _goes_on_with_apposition(noun: Token, name: Token) -> bool:
    """Tell "spokeswoman" of "Ada Quill, a builder and spokeswoman" from another person.

    A parse may hang the second noun on the name, as if it were somebody beside her. A
    bare singular noun is nobody: "Ada Quill, a builder, and her brother" are two.
    """
    if noun.pos_ != "NOUN" or "Plur" in noun.morph.get("Number", []):
        return False
    if any(child.dep_ in {"det", "nmod:poss", "nummod"} for child in noun.children):
        return False
    return any(child.dep_ == "appos" and child.i < noun.i for child in name.children)
