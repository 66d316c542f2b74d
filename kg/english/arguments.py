"""Subjects and objects of a predicate, found where the sentence leaves them unsaid.

A subject may stand with another verb (control: "Ada wants to go"), before a relative
clause ("Ada, who went"), or after "by". Everything here reads a parse in Universal
Dependencies (UD) and returns head words.
"""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from kg.english.clauses import (
    CLAUSE_DEPS,
    DOCUMENTS,
    first_conjunct,
    is_infinitive,
    is_passive,
)
from kg.english.lexicon import words
from kg.english.memory import remembered
from kg.english.prepositions import (
    RELATIVE_PRONOUNS,
    has_preposition,
    heads_after,
    meant_by,
    name_described,
    phrases,
)
from kg.english.trees import coordinated, dependent_words, has_feature

_SUBJECT_DEPS = frozenset({"nsubj", "nsubj:pass", "nsubj:outer"})
_PREDICATE_POS = frozenset({"VERB", "AUX", "ADJ", "NOUN", "PROPN", "PRON", "NUM"})
# Prepositions that turn a verb's object into the subject of the gerund after them:
# "accused Ada of stealing", "barred Ada from entering".
_OBJECT_CONTROL_MARKS = frozenset({"of", "from", "into", "for"})
_SUBJECT_CONTROL = words("modality.subject_control")
# Verbs that ask without an object, and the prepositions before the one who is asked.
_ASKING_VERBS = frozenset({"call", "appeal", "plead"})
_HEARER_PREPOSITIONS = ("on", "upon", "to", "for", "with")
_GENITIVES = frozenset({"'s", "’s", "'", "’"})
_RELATIVE_ADVERBS = frozenset({"where", "when", "why", "whereby"})
_RECEIVING = words("saying.receiving")
_DATELINE_MARKS = frozenset({"-", "--", "–", "—", ":", "("})
_CLAIMS = words("modality.reportive_nouns")
# Words beside the ordinals that say where in a row somebody stands.
_PLACES = frozenset({"last", "latest", "next", "only"})
# Verbs to climb on the way to a subject: farther up, as in a long list of clauses that
# one sentence strings together, the subject found is hardly ever the right one.
_MAX_CLIMB = 6


@remembered
def logical_subjects(verb: Token) -> Sequence[Token]:
    """Return who does it: the subject, or the "by" phrase of a passive verb.

    "Ada arrested Bo" and "Bo was arrested by Ada" both give "Ada". Needs a parse with
    morphology.
    """
    if is_passive(verb):
        # A gerund after "by" is a means: "was ended by signing".
        return [h for h in heads_after(phrases(verb), "by") if h.pos_ != "VERB"]
    return surface_subjects(verb)


@remembered
def logical_objects(verb: Token) -> Sequence[Token]:
    """Return whom or what it is done to: the object, or a passive verb's subject.

    "Ada arrested Bo", "Bo was arrested", "Bo, whom Ada arrested", "Ada arrested and
    charged Bo" and "Ada found Bo guilty" give "Bo". Needs a parse with morphology.
    """
    if is_passive(verb):
        return surface_subjects(verb)
    bare = _bare_objects(verb) or _shared_objects(verb) or _judged(verb)
    found = [head for child in bare for head in meant_by(child)]
    if not found and _is_relative_without_object(verb):
        return [name_described(verb.head)]
    return found or _objects_parsed_as_subjects(verb)


def indirect_objects(verb: Token) -> list[Token]:
    """Return the receivers: "gave Kyiv tanks" gives "Kyiv". Needs a parse."""
    return [
        head
        for child in verb.children
        if child.dep_ == "iobj"
        for head in meant_by(child)
    ]


@remembered
def surface_subjects(predicate: Token, climbs: int = _MAX_CLIMB) -> Sequence[Token]:
    """Return the grammatical subject's heads, the verb's own or those it shares.

    "Ada came and saw", "Ada wants to go", "Ada, who went", "the woman going": the
    subject of "saw", "go", "went" and "going" is found. Empty where there is none.
    `climbs` bounds how many verbs above are asked. Needs a parse with morphology.
    """
    own = [child for child in predicate.children if child.dep_ in _SUBJECT_DEPS]
    if own:
        own = _without_second_subjects(predicate, own)
        return [head for child in own for head in _subject_heads(child, own)]
    if climbs == 0 or predicate.head.i == predicate.i:
        return []
    return _shared_subjects(predicate, climbs - 1)


def owners(noun: Token, climbs: int = _MAX_CLIMB) -> Sequence[Token]:
    """Return who issued a text or made a plan: its possessor, or its verb's subject.

    "Oslo's decision to", "a statement by Oslo" and "Oslo released a statement" give
    "Oslo"; "Oslo rejected the statement" gives nobody: others made it. Needs a parse.
    """
    possessors = [child for child in noun.children if child.dep_ == "nmod:poss"]
    if possessors:
        return [head for child in possessors for head in coordinated(child)]
    if authors := heads_after(phrases(noun), "by", "from"):
        return authors
    return _owners_by_governor(noun, climbs)


def _owners_by_governor(noun: Token, climbs: int) -> Sequence[Token]:
    governor = noun.head
    if governor.i == noun.i or climbs == 0:
        return []
    is_made = governor.lemma_ not in _RECEIVING
    if noun.dep_ in {"obj", "obl", "nsubj:pass"} and is_made:
        return logical_subjects(governor)
    if noun.dep_ in {"nmod", "conj"}:
        return owners(governor, climbs - 1)
    return []


def _bare_objects(verb: Token) -> list[Token]:
    """Return the objects without a preposition, else the indirect ones.

    A parser may call the only object an indirect one: "told Rome".
    """
    direct = [
        child
        for child in verb.children
        if child.dep_ == "obj" and not has_preposition(child)
    ]
    return direct or [child for child in verb.children if child.dep_ == "iobj"]


def _shared_objects(verb: Token) -> list[Token]:
    """Return the object behind two verbs, which UD hangs on the first of them."""
    first = verb.head
    if verb.dep_ != "conj" or first.pos_ != "VERB" or is_passive(first):
        return []
    if any(child.dep_ in CLAUSE_DEPS for child in verb.children):
        return []
    return [child for child in _bare_objects(first) if child.left_edge.i > verb.i]


def _judged(verb: Token) -> list[Token]:
    """Return whom a verb finds or calls something, which a parse may make a subject."""
    return [
        subject
        for child in verb.children
        if child.dep_ == "xcomp" and child.pos_ in {"ADJ", "NOUN"}
        for subject in child.children
        if verb.i < subject.i < child.i and _is_bare(subject)
    ]


def _is_bare(noun: Token) -> bool:
    """Whether a noun may be an object: parsers call it a subject or a phrase."""
    return noun.dep_ in {"nsubj", "obl"} and not has_preposition(noun)


def _objects_parsed_as_subjects(verb: Token) -> list[Token]:
    """Return what follows a verb as a second subject: its object, wrongly parsed."""
    subjects = [child for child in verb.children if child.dep_ == "nsubj"]
    if len(subjects) < 2 or subjects[0].i > verb.i:
        return []
    return [head for c in subjects if c.i > verb.i for head in coordinated(c)]


def _is_relative_without_object(verb: Token) -> bool:
    """Whether a relative clause leaves out its object: "the men Oslo sent"."""
    return (
        verb.dep_ == "acl:relcl"
        and any(child.dep_ == "nsubj" for child in verb.children)
        and not any(map(_fills_relative_clause, verb.children))
    )


def _fills_relative_clause(child: Token) -> bool:
    """Whether a relative clause needs no object beside this dependent.

    Beside a clause ("the men Oslo said left"), an adverb ("the day when Oslo fell") or
    a pronoun as subject ("the men who left") the noun before is no object.
    """
    if child.dep_ in CLAUSE_DEPS or child.lower_ in _RELATIVE_ADVERBS:
        return True
    return child.lower_ in RELATIVE_PRONOUNS and child.dep_.startswith("nsubj")


def _without_second_subjects(predicate: Token, subjects: list[Token]) -> list[Token]:
    """Drop what a parser wrongly made a second subject: an object, a possessor."""
    if len(subjects) == 1:
        return subjects
    is_inverted = subjects[0].i > predicate.i
    kept = [
        subject
        for subject in subjects
        if (is_inverted or subject.i < predicate.i) and not _is_genitive(subject)
    ]
    return kept or subjects


def _is_genitive(noun: Token) -> bool:
    return not _GENITIVES.isdisjoint(dependent_words(noun, "case"))


def _subject_heads(subject: Token, subjects: list[Token]) -> Iterator[Token]:
    """Yield a subject's heads; beside a second subject, mend what lists do to a parse.

    Of "CAIRO -- Forces said" the dateline is no subject, and of "Oslo, Rome, and Paris
    said" Rome is parsed as an apposition.
    """
    for head in meant_by(subject):
        if len(subjects) == 1:
            yield head
            continue
        if not _is_dateline(head):
            yield head
        if head.ent_type_:
            yield from _names_beside(head)


def _names_beside(name: Token) -> Iterator[Token]:
    for child in name.children:
        if child.dep_ == "appos" and child.ent_type_ == name.ent_type_:
            yield child


def _is_dateline(head: Token) -> bool:
    """Whether a name opens its sentence before a dash or colon: "CAIRO -- Forces".

    A day or an agency may stand between: "CAIRO, May 3 (AP) -- Forces".
    """
    doc, after = head.doc, head.i + 1
    if not head.is_upper or after >= len(doc):
        return False
    marks = {child.text for child in head.rights} if head.ent_type_ == "LOC" else set()
    return not _DATELINE_MARKS.isdisjoint(marks | {doc[after].text})


def _shared_subjects(predicate: Token, climbs: int) -> Sequence[Token]:
    """Return the subjects that a predicate without its own takes from its governor."""
    governor, dep = predicate.head, predicate.dep_
    if dep == "conj" and governor.pos_ in _PREDICATE_POS:
        return surface_subjects(first_conjunct(predicate), climbs)
    if dep in {"xcomp", "advcl", "ccomp"}:
        return _controllers(predicate, climbs)
    if dep == "acl":
        return _subjects_of_modifier(predicate, climbs)
    return []


def _controllers(predicate: Token, climbs: int) -> Sequence[Token]:
    """Return who does what a complement says, among the governor's own arguments.

    "Ada urged Bo to go" has Bo go (object control), "Ada promised Bo to go" has Ada go
    (subject control): UD leaves the subject of an `xcomp` to be found this way.
    """
    governor = predicate.head
    if _is_object_controlled(predicate):
        hearers = logical_objects(governor) or _hearers(governor)
        if hearers:
            return hearers
    # A finite "that" clause without a subject is parsed wrongly: better nobody.
    is_finite_clause = (
        predicate.dep_ == "ccomp"
        and not is_passive(governor)
        and not _is_gerund(predicate)
        and not is_infinitive(predicate)
    )
    return [] if is_finite_clause else surface_subjects(governor, climbs)


def _is_object_controlled(predicate: Token) -> bool:
    governor = predicate.head
    if governor.lemma_ in _SUBJECT_CONTROL or is_passive(governor):
        return False
    if predicate.dep_ == "advcl" and not _is_asked(predicate):
        marks = dependent_words(predicate, "mark", "case")
        return bool(marks & _OBJECT_CONTROL_MARKS) and _is_gerund(predicate)
    return True


def _is_asked(predicate: Token) -> bool:
    """Tell what somebody is asked to do from a purpose: "pleaded with Rome to act"."""
    return is_infinitive(predicate) and bool(_hearers(predicate.head))


def _hearers(governor: Token) -> Sequence[Token]:
    """Return who is called on to do something: "appealed to Rome to act"."""
    if governor.lemma_ not in _ASKING_VERBS:
        return []
    found = phrases(governor)
    first = next((p for p in _HEARER_PREPOSITIONS if p in found), None)
    return found[first] if first else []


def _is_gerund(verb: Token) -> bool:
    # Taggers call one "-ing" form gerund, participle or noun, by turns.
    return has_feature(verb, "VerbForm", "Ger") or verb.lower_.endswith("ing")


def _subjects_of_modifier(predicate: Token, climbs: int) -> Sequence[Token]:
    """Return who does what a clause beside a noun says.

    "the woman going" gives "woman", "Oslo's plan to go" and "Oslo issued a statement
    warning" give "Oslo", "Ada is the first woman to go" gives "Ada", "held on suspicion
    of stealing" who is held.
    """
    noun = predicate.head
    if is_infinitive(predicate) and is_in_a_row(noun):
        return surface_subjects(noun) or [name_described(noun)]
    if _is_gerund(predicate) and noun.lemma_.lower() in _CLAIMS:
        return _accused(noun, climbs)
    is_made_by_other = is_infinitive(predicate) or noun.lemma_.lower() in DOCUMENTS
    if is_made_by_other and not is_passive(predicate):
        return owners(noun, climbs)
    return [name_described(noun)]


def is_in_a_row(noun: Token) -> bool:
    """Tell whether a noun is counted among those who do it: "the first woman to go".

    Needs a parse with morphology.
    """
    return any(
        child.dep_ == "amod" and (child.lower_ in _PLACES or _is_ordinal(child))
        for child in noun.children
    )


def _is_ordinal(word: Token) -> bool:
    return has_feature(word, "NumType", "Ord")


def _accused(claim: Token, climbs: int) -> Sequence[Token]:
    """Return of whom a claim is made: "arrested Ada on suspicion of", "faces charges".

    Nobody where the claim itself is what is told: "the claim of stealing was false".
    """
    if against := heads_after(phrases(claim), "against"):
        return against
    verb = claim.head
    if claim.dep_ == "obl":
        return logical_objects(verb) or surface_subjects(verb, climbs)
    return surface_subjects(verb, climbs) if claim.dep_ == "obj" else []
