"""The source of a statement: the model's span, mended and completed by the syntax."""

from collections.abc import Iterable, Sequence

from spacy.tokens import Doc, Span, Token

from kg.annotate.labels import NAME_LABELS
from kg.english.clauses import is_passive
from kg.english.lexicon import words
from kg.english.nouns import noun_classes
from kg.english.prepositions import name_described, word_before
from kg.english.trees import (
    coordinated,
    has_dependent,
    has_feature,
    lemma,
    name_of,
)
from kg.extract.statements.described import with_described_persons
from kg.extract.statements.documents import Documents
from kg.extract.statements.members import with_members

# UD relations of who acts in an active clause, who in a passive one, and of an owner.
_SUBJECTS = frozenset({"nsubj", "nsubj:outer"})
_AGENTS = frozenset({"obl:agent"})
_OWNERS = frozenset({"nmod:poss"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "DET"})
# Clauses whose subject is their governor's: "Ada came and said", "Ada wants to say".
# As a mark ("adding that") a verb is parsed for a conjunction.
_CONTROLLED = frozenset({"conj", "xcomp", "advcl", "parataxis", "mark"})
_VERBAL = frozenset({"VERB", "AUX"})
# How many clauses up a cue may borrow its subject; further up it is another's.
_CLIMB = 3
_RELATIVES = frozenset({"who", "which", "that"})
# Words inside a name or phrase that stand after its head.
_INNER = frozenset({"flat", "compound", "nmod", "nmod:desc"})
_OPENING = {")": "(", "]": "[", "”": "“", "’": "‘", "»": "«", '"': '"'}
_BEFORE_NOUN = frozenset({"amod", "compound", "det", "nummod"})
_EXPLETIVES = frozenset({"there", "what", "that", "which"})
_BE = words("function_words.be")
# What is no clause inside a phrase: "Ada, who leads it", "Ada, when she left".
_MAIN_CLAUSES = frozenset({"ROOT", "ccomp", "parataxis"})
# Of a text, these are said by whoever says the whole.
_PARTS = frozenset({"excerpt", "part", "section"})
_IMPERSONAL = words("saying.impersonal")


def source_of(
    cue: Span | None, sources: Sequence[Span], contents: Sequence[Span]
) -> Span | None:
    """Return the source of a statement, or None where the text names none.

    `sources` are what the model found; of several that of the cue's own subject is
    meant, else the longest. A part of a coordinated subject grows to the whole
    ("Japan" of "the US and Japan said"); where the model found none, the cue's own
    subject, agent or owner is taken ("NATO, however, confirmed that", "Ada's claim
    that"), and so is a subject with a name where the model's is of another sentence.
    Needs a parse.
    """
    if cue is None:
        return _mended(_likeliest(sources, None), cue)
    if is_hearsay(cue):
        return None
    taken = _indices((*contents, cue))
    by_syntax = _grammatical_source(cue, taken)
    if by_syntax is None:
        return _mended(_likeliest(sources, None), cue)
    whole = _phrase(by_syntax, taken)
    source = _mended(_likeliest(sources, whole), cue)
    if source is None or _is_owner_outside(by_syntax, cue, source):
        return whole
    if _is_named_subject(by_syntax, cue) and source.root.sent != by_syntax.sent:
        return whole
    if _says_who_we_are(source, by_syntax):
        return source.doc[by_syntax.i : by_syntax.i + 1]
    if whole is None:
        return source
    if source.root not in _conjuncts(by_syntax) and not _is_cut(source, by_syntax):
        return source
    return whole if len(whole) > len(source) else source


def _is_cut(source: Span, subject: Token) -> bool:
    """Tell whether a source ends before its noun: "the Danish" of "the Danish firm"."""
    last = source[-1]
    return last.head == subject and last.i < subject.i and last.dep_ in _BEFORE_NOUN


def _likeliest(sources: Sequence[Span], subject: Span | None) -> Span | None:
    """Return the source that shares words with a subject, else the longest."""
    inside = _indices([subject]) if subject is not None else set()
    own = [each for each in sources if not inside.isdisjoint(_indices([each]))]
    return max(own or sources, key=len, default=None)


def _mended(source: Span | None, cue: Span | None) -> Span | None:
    if source is None:
        return None
    return _without_edges(_behind_clause(_before_cue(source, cue)))


def _is_named_subject(word: Token, cue: Span) -> bool:
    """Tell whether a name is a cue's own subject: "Ada Quill said"."""
    is_subject = word.dep_ in _SUBJECTS and word.head.i in _indices([cue])
    return is_subject and word.ent_type_ in {"ORG", "PERSON"}


def is_hearsay(cue: Span) -> bool:
    """Whether an adverb alone tells that it was said: who "allegedly fled" did not."""
    return all(token.pos_ == "ADV" and token.dep_ == "advmod" for token in cue)


def speakers_of(source: Span, documents: Documents) -> list[Token]:
    """Return the heads of the phrases that speak in a source, in text order.

    "Lavrov and Choe" gives both; "who" the noun that its clause describes; "a tweet by
    Ada" gives "Ada", for the `documents` have issuers, and so does "the lawyer Ada".
    """
    heads = [
        speaker
        for head in coordinated(_named_by(_antecedent(_whole_of(source.root))))
        for speaker in documents.issuers(head) or with_members(head)
    ]
    return with_described_persons(source, heads)


def _whole_of(noun: Token) -> Token:
    """Return what a noun is a part of: the statement of "part of her statement"."""
    if lemma(noun) not in _PARTS:
        return noun
    return next((child for child in noun.children if child.dep_ == "nmod"), noun)


def _named_by(head: Token) -> Token:
    """Return the name that says who some of many are: "one of the groups, Hamas".

    A body without a name is its name, too: "a militant group, Hamas". Letters behind a
    name are of the person: "Ada Quill MLA".
    """
    before = head.nbor(-1) if head.i else head
    if head.is_upper and not head.ent_type_ and before.ent_type_ == "PERSON":
        return name_of(before).root
    is_some = lemma(head) == "one" or head.pos_ == "NUM"
    is_name = head.ent_type_ in NAME_LABELS
    if is_name or not (is_some or "body" in noun_classes(head)):
        return head
    for child in head.rights:
        is_beside = child.dep_ == "appos" or (
            child.dep_ == "nmod" and not has_dependent(child, "case")
        )
        if is_beside and child.ent_type_ in {"ORG", "PERSON"}:
            return child
    return _named_further_in(head) if is_some else head


def _named_further_in(one: Token) -> Token:
    """Return the person beside one of many: "one of the guests, the baker Ada Quill".

    The parse may hang the name on the many, or on where they are.
    """
    for word in one.subtree:
        if word.ent_type_ == "PERSON" and word.dep_ == "appos" and word.i > one.i:
            return word
    return one


def _indices(spans: Iterable[Span]) -> set[int]:
    return {token.i for span in spans for token in span}


def _antecedent(word: Token) -> Token:
    """Return what a relative pronoun stands for, another word itself.

    Where the parse has no relative clause, or one of a thing, "who" stands for the
    phrase before it.
    """
    if word.lower_ == "whose":
        clauses = (each for each in word.ancestors if each.dep_ == "acl:relcl")
        return next((name_described(clause.head) for clause in clauses), word)
    clause = word.head
    if word.lower_ not in _RELATIVES or word.is_upper:
        return word
    if clause.dep_ == "acl:relcl" and not _is_thing_before_who(clause.head, word):
        return name_described(clause.head)
    noun = word_before(word)
    while _is_inside_phrase(noun, word):
        noun = noun.head
    is_somebody = word.lower_ == "who" and noun.pos_ in {"NOUN", "PROPN"}
    return noun if is_somebody else word


def _is_inside_phrase(noun: Token, pronoun: Token) -> bool:
    """Tell "the mayor of Oslo, who" from "the home of Ada, who", who is Ada."""
    if noun.dep_ not in _INNER or noun.head.i > noun.i:
        return False
    return noun.dep_ != "nmod" or not _is_thing_before_who(noun.head, pronoun)


def _is_thing_before_who(noun: Token, pronoun: Token) -> bool:
    """Tell the wrong "storms" of "storms, said NASA, who": who is no thing."""
    if pronoun.lower_ != "who" or noun.pos_ != "NOUN":
        return False
    return not (noun.ent_type_ or noun_classes(noun))


def _is_owner_outside(owner: Token, cue: Span, source: Span) -> bool:
    """Whether a noun of saying has an owner outside the source: "Ada's claim that".

    In "papers noted Ada's claim that" the model may take the papers, who only report.
    """
    return (
        owner.dep_ in _OWNERS
        and cue.root.pos_ == "NOUN"
        and not source.start <= owner.i < source.end
    )


def _says_who_we_are(source: Span, subject: Token) -> bool:
    """Whether a source only tells who "we" are: "We, the ministers of Togo, demand"."""
    is_first = "1" in subject.morph.get("Person", [])
    return is_first and subject.is_ancestor(source.root)


def _behind_clause(source: Span) -> Span:
    """Return the part of a source behind a verb that has its subject in it.

    Of "NTV reported the mayor said" the mayor is: who reports has a cue of its own.
    """
    ends = [
        child.head.i + 1
        for child in source[:-1]
        if child.dep_ in _SUBJECTS
        and child.head.pos_ == "VERB"
        and child.head.dep_ in _MAIN_CLAUSES
        and child.i < child.head.i < source.end - 1
    ]
    return source.doc[max(ends) : source.end] if ends else source


def _before_cue(source: Span, cue: Span | None) -> Span:
    """Return a source without the cue that the model let run into it."""
    if cue is None or not source.start < cue.start < source.end:
        return source
    return source.doc[source.start : cue.start]


def _grammatical_source(cue: Span, taken: set[int]) -> Token | None:
    """Return the head of the phrase that the syntax makes the cue's source."""
    word, climbed = cue.root, 0
    while climbed < _CLIMB:
        if (speaker := _own_speaker(word, taken)) is not None:
            return speaker
        # What a passive lacks is its agent: the subject above it is spoken of.
        if word.pos_ not in _VERBAL or is_passive(word):
            return None
        if word.dep_ in {"acl", "acl:relcl"} and _can_speak(word.head, taken):
            return word.head
        if word.dep_ not in _CONTROLLED:
            return None
        # Verbs side by side are on one level.
        climbed += word.dep_ != "conj"
        word = word.head
    return None


def _own_speaker(cue: Token, taken: set[int]) -> Token | None:
    """Return the agent of a cue, else its subject, else its owner."""
    for relations in (_AGENTS, _SUBJECTS, _OWNERS):
        for child in cue.children:
            if child.dep_ in relations and _can_speak(child, taken):
                return child
    return None


def _can_speak(token: Token, taken: set[int]) -> bool:
    """Tell whether a word may stand for a speaker; `taken` belongs to other parts."""
    return (
        token.i not in taken
        and token.pos_ in _NOMINAL
        and token.lower_ not in _EXPLETIVES
        and not _is_empty_it(token)
    )


def _is_empty_it(pronoun: Token) -> bool:
    """Tell the "it" of nobody ("it is thought", "it seems") from other words."""
    if pronoun.lower_ != "it":
        return False
    verb = pronoun.head
    if pronoun.dep_ not in _SUBJECTS or verb.pos_ != "VERB":
        return True
    is_impersonal = verb.lemma_.lower() in _IMPERSONAL
    return is_impersonal or is_passive(verb) or _has_form_of_be(verb)


def _has_form_of_be(verb: Token) -> bool:
    return any(child.lower_ in _BE for child in verb.children)


def _conjuncts(token: Token) -> set[Token]:
    found = {token}
    for child in token.children:
        if child.dep_ == "conj":
            found |= _conjuncts(child)
    return found


def _phrase(head: Token, taken: set[int]) -> Span | None:
    """Return a head's phrase with conjuncts and appositions, without clauses.

    It ends where a word of it is `taken` by another part of the statement.
    """
    # What is taken cuts the phrase: the stretch around its head remains.
    kept = sorted(token.i for token in _phrase_tokens(head) if token.i not in taken)
    start = end = kept.index(head.i) if head.i in kept else -1
    if start < 0:
        return None
    while start > 0 and kept[start - 1] == kept[start] - 1:
        start -= 1
    while end + 1 < len(kept) and kept[end + 1] == kept[end] + 1:
        end += 1
    return _without_edges(head.doc[kept[start] : kept[end] + 1])


def _phrase_tokens(head: Token) -> list[Token]:
    found = [head]
    for child in head.children:
        if child.dep_ not in {"acl:relcl", "parataxis", "dep", "case", "ccomp"}:
            found.extend(_phrase_tokens(child))
    return found


def _without_edges(span: Span) -> Span | None:
    """Return the span without prepositions before it and punctuation around it.

    Nor does the "which" of "the act, which Ada called a disaster" speak.
    """
    doc, start, end = span.doc, span.start, span.end
    if end - start > 1 and has_feature(doc[start], "PronType", "Rel"):
        start += 1
    while start < end and _is_edge(doc, start, {"ADP", "SCONJ", "CCONJ"}):
        start += 1
    while end > start and _is_edge(doc, end - 1, {"CCONJ"}):
        # A mark that closes what opened inside the phrase stays: Lee “Ace”.
        opening = _OPENING.get(doc[end - 1].text)
        if opening and any(token.text == opening for token in doc[start : end - 1]):
            break
        end -= 1
    return doc[start:end] if end > start else None


def _is_edge(doc: Doc, index: int, tags: set[str]) -> bool:
    token = doc[index]
    return token.is_space or token.is_punct or token.pos_ in tags
