"""Lasting relations between two mentions of a sentence, as far as it tells them."""

from collections.abc import Iterator, Mapping, Set

from spacy.tokens import Doc, Span, Token

from kg.annotate.names.component import NameSpan, head_of, name_spans
from kg.annotate.relations.component import Related, related
from kg.english.lexicon import words
from kg.english.trees import has_dependent, sentence_of
from kg.extract.events.factuality import content_tokens, factuality
from kg.extract.findings import Argument, FoundRelation
from kg.extract.spans import phrase_argument, to_span, trimmed

_RELATIVE = frozenset({"who", "whom", "whose", "which"})
_RELATIVE_CLAUSES = frozenset({"acl:relcl", "acl"})
_TOLD = frozenset({"actual", "reported"})
# What the model reads into two names side by side; some word has to say it.
_SAID_BY = {
    "SPOUSE_OF": words("people.marriage"),
    "FOUNDED": words("people.founding"),
}
_PREDICATES = frozenset({"VERB", "ADJ"})
# What joins a name to the noun that says who it is, or that it says more of.
_SAYING_WHO = frozenset({"appos", "flat", "nmod:desc"})
_SAYING_MORE = _SAYING_WHO | {"amod", "compound", "nmod", "nmod:poss"}
_SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
# Relations of one person alone, of several in a sentence.
_OF_ONE = frozenset({"CITIZEN_OF", "EDUCATED_AT", "MEMBER_OF", "WORKS_FOR"})


def relations(doc: Doc) -> Iterator[FoundRelation]:
    """Yield the relations that an article tells as so, in text order.

    "Ada Quill, who was born in Bern, works for Acme" yields BORN_IN and WORKS_FOR;
    "she would buy Acme", "he denied that he owned Acme" and questions yield none, and
    of "her mother, Ada Quill" nobody is a spouse.
    Needs the spans of "relations", a parse and the names of `name_spans`.
    """
    found = name_spans(doc)
    names = {name.start: name for name in found}
    inside = {at: name for name in found for at in range(name.start, name.end)}
    said, denied = content_tokens(doc)
    for each in related(doc):
        subject = _argument(each.subject, names, inside)
        object_ = _argument(each.object_, names, inside)
        if subject is None or object_ is None or subject.head == object_.head:
            continue
        is_said = _is_said(each.type, each.subject, each.object_)
        named = inside.get(each.subject.root.i)
        if each.type in _OF_ONE and _is_of_other(each, named, inside):
            continue
        if each.type == "CITIZEN_OF" and not _is_of_own_phrase(each, named):
            continue
        if is_said and _is_told(each.subject.root, each.object_.root, said, denied):
            yield FoundRelation(
                subject=subject,
                type=each.type,
                object_=object_,
                evidence=to_span(trimmed(sentence_of(each.subject.root))),
            )


def _is_said(type_: str, subject: Span, object_: Span) -> bool:
    """Tell whether a word for a relation that needs one joins both mentions.

    Of "her widowed mother, Ada, and her aunt, Eve" nobody is a spouse.
    """
    wanted = _SAID_BY.get(type_)
    way = _way(subject.root, object_.root)
    return wanted is None or any(
        token.lower_ in wanted or token.lemma_.lower() in wanted
        for token in (*way, *(each.head for each in way[-1:]))
    )


def _is_of_other(
    pair: Related, named: NameSpan | None, inside: Mapping[int, NameSpan]
) -> bool:
    """Tell whether what somebody belongs to stands before or behind another's name.

    "Acme chair Bo Moss and Ada Quill", "Ada Quill, Bo Moss (Acme)": not of Quill.
    """
    object_ = pair.object_
    if object_.start > 1 and object_.doc[object_.start - 1].text == "(":
        above = [object_.doc[object_.start - 2]]
    else:
        above = list(_phrase_above(object_.root, _SAYING_MORE))
    for token in above:
        holder = inside.get(token.i)
        if token == pair.subject.root or holder == named is not None:
            return False
        if holder is not None and holder.label == "PERSON":
            return above[0] != object_.root or object_.end <= holder.start
    return False


def _is_of_own_phrase(pair: Related, named: NameSpan | None) -> bool:
    """Tell whether a relation's object is named in what is said of its subject itself.

    "French President Quill", "Quill, a citizen of France", "Quill is a French poet";
    not in "Quill thanked France".
    """
    own = {token.i for token in _phrase_above(pair.subject.root, _SAYING_WHO)}
    if named is not None:
        own.update(range(named.title_start, named.end))
    return any(
        token.i in own
        or any(each.dep_ in _SUBJECTS and each.i in own for each in token.children)
        for token in _phrase_above(pair.object_.root, _SAYING_MORE)
    )


def _phrase_above(token: Token, relations: Set[str]) -> Iterator[Token]:
    """Yield a word and those above it, as far as some relations of UD join them."""
    yield token
    while token.dep_ in relations:
        token = token.head
        yield token


def _argument(
    mention: Span, names: Mapping[int, NameSpan], inside: Mapping[int, NameSpan]
) -> Argument | None:
    """Return a mention as an argument: a relative pronoun as the name it stands for.

    `names` are by their first words, `inside` by each of their words.
    """
    doc, name = mention.doc, names.get(mention.start)
    if name is None and mention.root.lower_ in _RELATIVE:
        name = _antecedent(mention.root, inside)
        if name is None:
            return None
    if name is None:
        return phrase_argument(mention, mention.root)
    return phrase_argument(doc[name.start : name.end], head_of(doc, name))


def _antecedent(pronoun: Token, inside: Mapping[int, NameSpan]) -> NameSpan | None:
    """Return the name that a relative clause is about: "Ada, who" gives Ada."""
    for token in (pronoun, *pronoun.ancestors):
        if token.dep_ in _RELATIVE_CLAUSES:
            return inside.get(token.head.i)
    return None


def _is_told(left: Token, right: Token, said: Set[int], denied: Set[int]) -> bool:
    """Tell whether what joins two words is told as so, by the article or by somebody.

    An apposition is as it says, whatever becomes of the clause that it stands in.
    """
    if sentence_of(left).text.rstrip().endswith("?"):
        return False
    way = _way(left, right)
    return bool(way) and all(
        factuality(each, said, denied) in _TOLD for each in way if _is_predicate(each)
    )


def _way(left: Token, right: Token) -> list[Token]:
    """Return the words that join two in the tree, the topmost last; none in two."""
    above = [left, *left.ancestors]
    beside = [right, *right.ancestors]
    top = next((each for each in beside if each in above), None)
    if top is None:
        return []
    return [*above[: above.index(top)], *beside[: beside.index(top)], top]


def _is_predicate(token: Token) -> bool:
    return token.pos_ in _PREDICATES or has_dependent(token, "cop")
