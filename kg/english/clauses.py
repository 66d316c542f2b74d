"""What a predicate takes: its logical subject and object, phrases and clauses.

Everything here reads a parse in Universal Dependencies and returns head words.
"""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.english.lexicon import words
from kg.english.trees import coordinated, has_feature

RELATIVE_PRONOUNS = frozenset({"who", "which", "that", "whom"})
CLAUSE_DEPS = frozenset({"xcomp", "ccomp"})
_PHRASE_DEPS = frozenset({"obl", "nmod"})
_PREDICATE_POS = frozenset({"VERB", "AUX", "ADJ", "NOUN", "PROPN", "PRON", "NUM"})
# Prepositions that turn a verb's object into the subject of the gerund after them:
# "accused Ada of stealing", "barred Ada from entering".
_OBJECT_CONTROL_MARKS = frozenset({"of", "from", "into", "for"})
_SUBJECT_CONTROL = words("modality.subject_control")
# Prepositions before the one who is asked to do what the infinitive says.
_HEARER_PREPOSITIONS = ("on", "upon", "to", "for", "with")
DOCUMENTS = words("saying.documents")
# Their phrases only date: "met on Friday".
_TIME_NOUNS = words("calendar.names") | words("calendar.nouns")
_GENITIVES = frozenset({"'s", "’s", "'", "’"})
_COMPOUND_PREPOSITIONS = words("function_words.compound_prepositions")
_RELATIVE_ADVERBS = frozenset({"where", "when", "why", "whereby"})
_RECEIVING = words("saying.receiving")
_DATELINE_MARKS = frozenset({"-", "--", "–", "—", ":", "("})
_MAX_CLIMB = 6


def is_passive(verb: Token) -> bool:
    """Tell whether a verb is passive, with or without its auxiliary.

    "was arrested", "the men arrested on Friday", "was arrested and charged".
    """
    relations = {child.dep_ for child in verb.children}
    if "aux:pass" in relations:
        return True
    if "nsubj:pass" in relations:
        return not ("obj" in relations and has_feature(verb, "VerbForm", "Fin"))
    if not is_past_participle(verb) or any(
        child.dep_ in {"aux", "nsubj", "obj"} for child in verb.children
    ):
        return False
    if verb.dep_ in {"acl", "advcl", "amod"}:
        return True
    return verb.dep_ == "conj" and verb.head.pos_ == "VERB" and is_passive(verb.head)


def is_past_participle(verb: Token) -> bool:
    """Tell whether a word is a past participle ("sent", "deployed")."""
    return has_feature(verb, "VerbForm", "Part") and has_feature(verb, "Tense", "Past")


def is_infinitive(verb: Token) -> bool:
    """Tell whether a verb stands with "to"."""
    return any(
        child.dep_ in {"mark", "aux"} and child.lower_ == "to"
        for child in verb.children
    )


def particle(verb: Token) -> str | None:
    """Return the particle of a phrasal verb, such as "down" in "shot down"."""
    for child in verb.children:
        if child.dep_ == "compound:prt":
            return child.lower_
    return None


def logical_subjects(verb: Token) -> list[Token]:
    """Return who does it: the subject, or the "by" phrase of a passive verb."""
    if is_passive(verb):
        return [head for head in phrases(verb).get("by", []) if head.pos_ != "VERB"]
    return surface_subjects(verb)


def logical_objects(verb: Token) -> list[Token]:
    """Return whom or what it is done to: the object, or a passive verb's subject."""
    if is_passive(verb):
        return surface_subjects(verb)
    children = [c for c in verb.children if c.dep_ == "obj" and not _has_case(c)]
    children = children or [c for c in verb.children if c.dep_ == "iobj"]
    found = [head for child in children for head in _resolved(child)]
    if not found and _is_object_gap(verb):
        return list(_expanded(verb.head))
    return found or _stray_objects(verb)


def _stray_objects(verb: Token) -> list[Token]:
    """Return what follows a verb as a second subject: its object, wrongly parsed."""
    subjects = [child for child in verb.children if child.dep_ == "nsubj"]
    if len(subjects) < 2 or subjects[0].i > verb.i:
        return []
    return [head for c in subjects if c.i > verb.i for head in coordinated(c)]


def indirect_objects(verb: Token) -> list[Token]:
    """Return the receivers: "gave Kyiv tanks" has "Kyiv"."""
    return [
        head
        for child in verb.children
        if child.dep_ == "iobj"
        for head in _resolved(child)
    ]


def surface_subjects(predicate: Token, climbs: int = _MAX_CLIMB) -> list[Token]:
    """Return the grammatical subject's heads, found through control if need be.

    "Ada came and saw", "Ada wants to go", "Ada, who went", "the woman going": the
    subject of "saw", "go", "went" and "going" is found. Empty where there is none.
    """
    own = [
        child
        for child in predicate.children
        if child.dep_ in {"nsubj", "nsubj:pass", "nsubj:outer"}
    ]
    if own:
        own = _without_stray(predicate, own)
        return [head for child in own for head in _listed(child, own)]
    if climbs == 0 or predicate.head.i == predicate.i:
        return []
    return _shared_subjects(predicate, climbs - 1)


def _without_stray(predicate: Token, subjects: list[Token]) -> list[Token]:
    """Drop what a parser wrongly made a second subject: an object, a possessor."""
    if len(subjects) == 1:
        return subjects
    kept = [
        subject
        for subject in subjects
        if (subject.i < predicate.i or subjects[0].i > predicate.i)
        and not any(
            c.dep_ == "case" and c.lower_ in _GENITIVES for c in subject.children
        )
    ]
    return kept or subjects


def _listed(subject: Token, subjects: list[Token]) -> Iterator[Token]:
    """Yield a subject's heads; in "Oslo, Rome, and Paris said" Rome is read as one."""
    for head in _resolved(subject):
        if len(subjects) == 1 or not _is_dateline(head):
            yield head
        if len(subjects) > 1 and head.ent_type_:
            yield from (
                child
                for child in head.children
                if child.dep_ == "appos" and child.ent_type_ == head.ent_type_
            )


def _is_dateline(head: Token) -> bool:
    """Whether a name opens its sentence before a dash or colon: "CAIRO -- Forces"."""
    following = head.doc[head.i + 1] if head.i + 1 < len(head.doc) else None
    return head.is_upper and following is not None and following.text in _DATELINE_MARKS


def _shared_subjects(predicate: Token, climbs: int) -> list[Token]:
    governor, dep = predicate.head, predicate.dep_
    if dep == "conj" and governor.pos_ in _PREDICATE_POS:
        return surface_subjects(coordinate(predicate), climbs)
    if dep in {"xcomp", "advcl", "ccomp"}:
        return _controllers(predicate, climbs)
    if dep == "acl:relcl":
        return []
    if dep == "acl":
        return _owners(predicate, climbs)
    return []


def coordinate(predicate: Token) -> Token:
    """Return the predicate that a coordinated one really stands beside.

    In "vowed it will not yield and accused them" the past tense of "accused" goes
    with "vowed", whatever the parse says.
    """
    first = predicate.head
    while (
        has_feature(predicate, "VerbForm", "Fin")
        and has_feature(first, "VerbForm", "Inf")
        and first.dep_ in {"ccomp", "xcomp", "conj", "advcl"}
        and first.head.i != first.i
    ):
        first = first.head
    return first


def _controllers(predicate: Token, climbs: int) -> list[Token]:
    governor = predicate.head
    if _is_object_controlled(predicate):
        hearers = logical_objects(governor) or _hearers(governor)
        if hearers:
            return hearers
    if is_passive(governor) or predicate.dep_ != "ccomp" or _is_gerund(predicate):
        return surface_subjects(governor, climbs)
    return surface_subjects(governor, climbs) if is_infinitive(predicate) else []


def _is_object_controlled(predicate: Token) -> bool:
    governor = predicate.head
    if governor.lemma_ in _SUBJECT_CONTROL or is_passive(governor):
        return False
    if predicate.dep_ == "advcl":
        marks = {c.lower_ for c in predicate.children if c.dep_ in {"mark", "case"}}
        return bool(marks & _OBJECT_CONTROL_MARKS) and _is_gerund(predicate)
    return True


def _hearers(governor: Token) -> list[Token]:
    found = phrases(governor)
    for preposition in _HEARER_PREPOSITIONS:
        if preposition in found and governor.lemma_ in {"call", "appeal", "plead"}:
            return found[preposition]
    return []


def _is_gerund(verb: Token) -> bool:
    return has_feature(verb, "VerbForm", "Ger") or verb.lower_.endswith("ing")


def _owners(predicate: Token, climbs: int) -> list[Token]:
    noun = predicate.head
    if is_passive(predicate):
        return list(_expanded(noun))
    if is_infinitive(predicate) or noun.lemma_.lower() in DOCUMENTS:
        return owners(noun, climbs)
    return list(_expanded(noun))


def owners(noun: Token, climbs: int = _MAX_CLIMB) -> list[Token]:
    """Return who issued a text or made a plan: its possessor, or its verb's subject.

    "Oslo's decision to", "Oslo released a statement" both give "Oslo".
    """
    possessors = [c for c in noun.children if c.dep_ == "nmod:poss"]
    if possessors:
        return [head for child in possessors for head in coordinated(child)]
    authors = [h for p in ("by", "from") for h in phrases(noun).get(p, [])]
    if authors:
        return authors
    verb = noun.head
    if verb.i == noun.i or climbs == 0:
        return []
    if noun.dep_ in {"obj", "obl", "nsubj:pass"} and verb.lemma_ not in _RECEIVING:
        return logical_subjects(verb)
    if noun.dep_ in {"nmod", "conj"}:
        return owners(verb, climbs - 1)
    return []


def _resolved(token: Token) -> Iterator[Token]:
    """Yield a phrase's coordinated heads; a relative pronoun gives its antecedent."""
    if token.lower_ in RELATIVE_PRONOUNS:
        clause = _relative_clause(token)
        if clause is not None:
            yield from _expanded(clause.head)
            return
    yield from coordinated(token)


def _relative_clause(pronoun: Token) -> Token | None:
    for ancestor in pronoun.ancestors:
        if ancestor.dep_ == "acl:relcl":
            return ancestor
        if ancestor.dep_ not in {"conj", "xcomp", "ccomp"}:
            return None
    return None


def _expanded(antecedent: Token) -> Iterator[Token]:
    """Yield the name beside an appositive: "Hamas, a group that ..." gives "Hamas"."""
    if antecedent.dep_ == "appos" and antecedent.head.pos_ == "PROPN":
        yield antecedent.head
    else:
        yield antecedent


def _is_object_gap(verb: Token) -> bool:
    """Whether a relative clause lacks its object: "the men Oslo sent"."""
    return (
        verb.dep_ == "acl:relcl"
        and any(child.dep_ == "nsubj" for child in verb.children)
        and not any(
            child.dep_ in CLAUSE_DEPS or child.lower_ in _RELATIVE_ADVERBS
            for child in verb.children
        )
        and not any(
            child.lower_ in RELATIVE_PRONOUNS and child.dep_.startswith("nsubj")
            for child in verb.children
        )
    )


def phrases(head: Token) -> dict[str, list[Token]]:
    """Return the heads of a word's prepositional phrases, by preposition.

    "met with Ada and Bo in Oslo" gives {"with": [Ada, Bo], "in": [Oslo]}.
    """
    found: dict[str, list[Token]] = {}
    for child in head.children:
        if not _is_phrase(child):
            continue
        for preposition in _prepositions(child):
            heads = [head for head in _resolved(child) if not _is_time(head)]
            found.setdefault(preposition, []).extend(heads)
    return {preposition: heads for preposition, heads in found.items() if heads}


def _is_phrase(child: Token) -> bool:
    relation = child.dep_.split(":")[0]
    if relation in {"obj", "iobj"}:
        return _has_case(child)
    return relation in _PHRASE_DEPS and child.dep_ != "nmod:poss"


def _has_case(noun: Token) -> bool:
    return any(child.dep_ == "case" for child in noun.children)


def _is_time(token: Token) -> bool:
    return token.ent_type_ in {"DATE", "TIME"} or token.lemma_.lower() in _TIME_NOUNS


def _prepositions(noun: Token) -> list[str]:
    cases = [child for child in noun.children if child.dep_ == "case"]
    words = [case.lower_ for case in cases]
    words.extend(part.lower_ for case in cases for part in case.children)
    compound = _COMPOUND_PREPOSITIONS.intersection(words)
    return sorted(compound or set(words))


def clauses(predicate: Token) -> list[Token]:
    """Return the heads of a predicate's complement clauses, coordinated ones too.

    "agreed to meet and talk", "ready to help", "accused of lying", "the plan to go".
    """
    found: list[Token] = []
    for child in predicate.children:
        if child.dep_ in CLAUSE_DEPS or _is_prepositional_clause(child):
            found.extend(c for c in coordinated(child) if _is_same_form(child, c))
    return found


def _is_same_form(first: Token, other: Token) -> bool:
    return first.i == other.i or not (
        has_feature(first, "VerbForm", "Inf") and has_feature(other, "VerbForm", "Fin")
    )


def _is_prepositional_clause(child: Token) -> bool:
    if child.dep_ == "acl":
        return is_infinitive(child)
    if child.dep_ != "advcl":
        return False
    marks = {c.lower_ for c in child.children if c.dep_ in {"mark", "case"}}
    return bool(marks & {"of", "from", "on", "against", "for", "to", "with", "into"})
