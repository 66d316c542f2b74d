"""Third-person pronouns to the chains that they refer back to."""

import re
from collections.abc import Iterator

from kg.english.pronouns import REACH
from kg.extract.findings import Candidate
from kg.resolve.article.antecedent_scores import (
    PERSONAL,
    Kind,
    Meant,
    is_body,
    shares,
)
from kg.resolve.article.chains import Chain, Linking
from kg.resolve.article.clients import is_of_lawyer
from kg.resolve.article.described_groups import name_unnamed_chain
from kg.resolve.article.not_meant import (
    bystanders,
    goes_on_in_doubt,
    not_of_the_court,
    owners_of_kin,
    who_tells_of_death,
)
from kg.resolve.article.salience import before, coordination, distance

# How likely an antecedent must be for a pronoun to be linked to it.
_LEAST_SHARES: dict[Kind, float] = {"person": 0.65, "thing": 0.55, "plural": 0.6}
_LEAST_OF_OBJECT = 0.8
# What "they" may mean together: "Kenya and Ghana", but not "Ada Quill and Ghana".
_TYPES_OF_THEY = frozenset({"Person", "State", "Organization"})
# How sure it is that "they" are the two who met in the sentence before: no corpus that
# kg learns from has such pairs.
_SHARE_OF_PAIR = 0.7
_TOGETHER = re.compile(r"\b(?:with|met|meets?|meeting)\b")
_TYPES_OF_IT = frozenset({"State", "Organization"})
# How many mentions after "In his speech," its subject may be.
_AFTER_FRONTED = 7
# A question in quotation marks, and what stands between it and who asks it: "asked
# Senator". A paragraph that goes before asks nothing of the next one.
_QUESTION = re.compile(r"\?[\"”’']+[^\S\n]*(?:[\w.]+[^\S\n]+){0,4}$")
_OPENING_MARK = re.compile(r"[.]\s+[\"“‘']")
_REACH_OF_MARK = 60
_ASKED = re.compile(
    r"(?:^|[\n.?!\"”’]\s*)(?:Asked|When asked|Pressed|Questioned|Quizzed)\b[^.\n]*$"
)
# A verb with an auxiliary or an adverb, at most.
_ONE_VERB = re.compile(r",?\s+(?:\w+\s+){1,2}")
_WHO = re.compile(r",?\s+who\b")


def link_pronoun(linking: Linking, index: int) -> None:
    """Link "he", "she", "it", "they", "both" and their other forms to an antecedent.

    "Ada Quill met Bob Reed. She left." links "She" to Ada Quill. Where no antecedent is
    likely enough, or the likeliest is no entity, the pronoun stays unresolved; "it" as
    an object, which is mostly a thing, has to be likelier. "I" and "we" wait for the
    speaker of their quotation.
    """
    pronoun = linking.candidates[index]
    if pronoun.person != 3:
        return
    kind = kind_of(pronoun)
    if is_of_lawyer(linking, index):
        return
    found = shares(linking, index, kind, antecedents(linking, index))
    likeliest = max(found, key=lambda meant: found[meant])
    others = {*bystanders(linking, index), *owners_of_kin(linking, index)}
    if likeliest and not others.isdisjoint(likeliest):
        unnamed = (meant for meant in found if meant and not meant[0].is_entity)
        likeliest = max(unnamed, key=lambda meant: found[meant], default=())
        _link(linking, index, likeliest, _LEAST_SHARES[kind])
        return
    is_mostly_a_thing = pronoun.lemma == "it" and not pronoun.is_subject
    least = _LEAST_OF_OBJECT if is_mostly_a_thing else _LEAST_SHARES[kind]
    if goes_on_in_doubt(linking, index):
        return
    if likeliest and found[likeliest] >= least:
        _link(linking, index, likeliest, round(found[likeliest], 2))
        _name_speakers(linking, index, likeliest)
    elif not likeliest and kind == "plural" and pronoun.is_subject:
        _link(linking, index, _pair_before(linking, index), _SHARE_OF_PAIR)


def kind_of(pronoun: Candidate) -> Kind:
    """Return what a pronoun stands for: "she" for a person, "they" for several."""
    if pronoun.number == "plural":
        return "plural"
    return "thing" if pronoun.gender == "neuter" else "person"


def _link(linking: Linking, index: int, meant: Meant, score: float) -> None:
    """Link a pronoun to chains; a person without a gender takes the pronoun's."""
    pronoun = linking.candidates[index]
    for chain in meant:
        linking.link(index, chain, score, "antecedent")
        if chain.type == "Person" and pronoun.gender and chain.gender is None:
            chain.gender = pronoun.gender


def _name_speakers(linking: Linking, index: int, meant: Meant) -> None:
    """Make an entity of people without a name who speak as "they".

    "The nurses walked out. They said": who speaks for themselves would be one, too.
    """
    pronoun = linking.candidates[index]
    if pronoun.number != "plural" or not (pronoun.speaks or pronoun.hears):
        return
    for other in before(linking, index, REACH):
        for chain in meant:
            if chain.number == "plural" and chain in linking.chains_of(other):
                name_unnamed_chain(linking, other, chain)


def antecedents(linking: Linking, index: int) -> Iterator[tuple[int, Meant]]:
    """Yield the mentions that a pronoun may mean, with what they mean.

    The nearest comes first, a subject after the pronoun last: "In his speech, Bob Reed
    said". Persons of the other gender and those that syntax bars are left out.
    """
    kind = kind_of(linking.candidates[index])
    barred = set(_barred_chains(linking, index))
    for other in before(linking, index, REACH):
        meant = _chains_that_agree(linking, index, other, kind)
        if meant and barred.isdisjoint(meant) and not _is_barred(linking, index, other):
            yield other, meant
    if kind == "person":
        yield from _subject_after_fronted(linking, index)


def _barred_chains(linking: Linking, index: int) -> Iterator[Chain]:
    """Yield whom a pronoun cannot mean, wherever the text mentions them.

    Who speaks says "I", and does not call himself by his name: in 'He said Quill had
    lied' "He" is not Quill, in 'Quill said: "He lied"' neither. Of several who speak,
    the words may name one, but by no pronoun: "They said it would last" is of neither.
    """
    pronoun = linking.candidates[index]
    for other in linking.in_words_of(pronoun.head):
        is_one = pronoun.number == "singular"
        if is_one and linking.candidates[other].form == "name":
            yield from linking.chains_of(other)
    for head in pronoun.said_by:
        speakers = {
            id(chain): chain
            for other in linking.with_head(head)
            for chain in linking.chains_of(other)
        }
        if pronoun.number == "singular" and len(speakers) > 1:
            yield from speakers.values()
    yield from _who_asked(linking, index)
    yield from not_of_the_court(linking, index)
    yield from who_tells_of_death(linking, index)
    if pronoun.quotation is None:
        return
    for head in pronoun.said_by:
        for other in linking.with_head(head):
            if linking.candidates[other].quotation is None:
                yield from linking.chains_of(other)


def _who_asked(linking: Linking, index: int) -> Iterator[Chain]:
    """Yield who asked the question that a pronoun answers in the next quotation.

    '"Will you go?" Ada asked her. "No," she said': she is not Ada.
    """
    pronoun = linking.candidates[index]
    if not pronoun.speaks or pronoun.quotation is not None:
        return
    for other in before(linking, index, 1):
        asker = linking.candidates[other]
        is_next = asker.speaks and distance(pronoun, asker) == 1
        opened = linking.article.text[
            max(0, asker.start - _REACH_OF_MARK) : asker.start
        ]
        gap = linking.text_between(asker.end, pronoun.start)
        if is_next and _QUESTION.search(opened) and _OPENING_MARK.search(gap):
            yield from linking.chains_of(other)


def _chains_that_agree(
    linking: Linking, index: int, other: int, kind: Kind
) -> tuple[Chain, ...]:
    """Return the chains of a mention that agree with the pronoun, all or none."""
    if kind == "plural":
        return _chains_of_they(linking, other)
    chain = linking.only_chain_of(other)
    if chain is None:
        return ()
    if kind == "person":
        pronoun, candidate = linking.candidates[index], linking.candidates[other]
        is_described = _is_described_person(chain, candidate, pronoun)
        is_meant = is_described or _is_person_of_gender(chain, pronoun)
    else:
        is_meant = chain.type in _TYPES_OF_IT and chain.number == "singular"
    return (chain,) if is_meant else ()


def _is_described_person(
    chain: Chain, candidate: Candidate, pronoun: Candidate
) -> bool:
    """Tell whether a mention is one person without a name: "a Kremlin aide"."""
    is_one = candidate.label == "PERSON" and candidate.number == "singular"
    return (
        chain.type == "Group" and is_one and candidate.gender in (pronoun.gender, None)
    )


def _is_person_of_gender(chain: Chain, pronoun: Candidate) -> bool:
    """Tell whether a person's gender is the pronoun's, or not known."""
    return chain.type == "Person" and chain.gender in (pronoun.gender, None)


def _chains_of_they(linking: Linking, other: int) -> tuple[Chain, ...]:
    """Return what "they" may mean by a mention: a list that it closes, or a plural.

    A body that acts may be several: "The Bureau closed. They moved".
    """
    chains = tuple(linking.chains_of(other))
    if len(chains) > 1:
        return chains
    members = tuple(
        dict.fromkeys(
            chain
            for member in coordination(linking, other)
            for chain in linking.chains_of(member)
        )
    )
    # A person and a state in one list are rarely "they" together.
    types = {chain.type for chain in members}
    if len(members) > 1 and len(types & _TYPES_OF_THEY) == 1:
        return members
    if any(chain.number == "plural" for chain in chains):
        return chains
    is_acting = linking.candidates[other].is_subject and all(map(is_body, chains))
    return chains if is_acting else ()


def _pair_before(linking: Linking, index: int) -> Meant:
    """Return the two of one type who meet in the sentence before, else nobody.

    "Quill met Stone in Oslo. They ..."; with a third person there, it is unclear.
    """
    near = [i for i in before(linking, index, 1) if _is_narrated(linking, index, i)]
    for type_ in ("Person", "State"):
        found = {
            chain: i
            for i in near
            for chain in linking.chains_of(i)
            if chain.type == type_ and chain.is_entity and chain.number == "singular"
        }
        if len(found) == 2 and _are_together(linking, *sorted(found.values())):
            return tuple(sorted(found, key=lambda chain: found[chain]))
    return ()


def _are_together(linking: Linking, first: int, last: int) -> bool:
    """Tell whether the first of two mentions meets or is with the other."""
    subject, other = linking.candidates[first], linking.candidates[last]
    gap = linking.text_between(subject.end, other.start)
    return subject.is_subject and _TOGETHER.search(gap) is not None


def _is_narrated(linking: Linking, index: int, other: int) -> bool:
    """Tell whether a mention stands in the sentence before, in nobody else's words."""
    pronoun, candidate = linking.candidates[index], linking.candidates[other]
    is_before = distance(pronoun, candidate) == 1
    is_narrated = set(pronoun.said_by).issuperset(candidate.said_by)
    return is_before and is_narrated and candidate.form != "demonym"


def _is_barred(linking: Linking, index: int, other: int) -> bool:
    """Tell whether syntax or the quotation keeps a pronoun from meaning a mention."""
    pronoun, candidate = linking.candidates[index], linking.candidates[other]
    return (
        _is_said_by_pronoun(pronoun, candidate)
        or _is_speaker_around(pronoun, candidate)
        or _is_subject_of_object(linking, index, other)
        or _is_asked_about(linking, index, other)
    )


def _is_asked_about(linking: Linking, index: int, other: int) -> bool:
    """Tell whether a mention stands in the question that a pronoun answers.

    "Asked whether Quill had left, he said": not Quill.
    """
    pronoun, candidate = linking.candidates[index], linking.candidates[other]
    if not pronoun.speaks or distance(pronoun, candidate) > 0:
        return False
    opened = linking.article.text[
        max(0, candidate.start - _REACH_OF_MARK) : candidate.start
    ]
    return _ASKED.search(opened) is not None


def _is_said_by_pronoun(pronoun: Candidate, candidate: Candidate) -> bool:
    """Tell whether a mention stands in the words whose source is the pronoun.

    '"Bob is late," he said' was not said by Bob.
    """
    return (
        pronoun.speaks
        and pronoun.quotation is None
        and candidate.quotation is not None
        and distance(pronoun, candidate) <= 1
    )


def _is_speaker_around(pronoun: Candidate, candidate: Candidate) -> bool:
    """Tell whether a mention speaks the quotation that holds the pronoun.

    'Bob said: "He is late"' is not about Bob: who speaks says "I".
    """
    is_quoted = pronoun.quotation is not None and candidate.quotation is None
    return is_quoted and candidate.speaks and distance(pronoun, candidate) == 0


def _is_subject_of_object(linking: Linking, index: int, other: int) -> bool:
    """Tell whether the pronoun is an object of the clause whose subject a mention is.

    "Lavrov met him", "Hunt, who met him" and "Hunt has accused him of it" are not about
    Lavrov and Hunt; in "Lavrov said that Choe met him" Choe alone is barred.
    """
    pronoun, candidate = linking.candidates[index], linking.candidates[other]
    is_object = pronoun.lemma in PERSONAL and not pronoun.is_subject
    # What somebody says is a clause of its own, but for whom the cue itself takes.
    gap = linking.text_between(candidate.end, pronoun.start)
    is_said = candidate.head in pronoun.said_by and not _ONE_VERB.fullmatch(gap)
    if not is_object or is_said or distance(pronoun, candidate) > 0:
        return False
    subjects = [i for i in range(other, index) if _is_subject_or_its_who_is(linking, i)]
    # "The mayor, Ada Quill, accused her" has one subject with two mentions.
    meant = list(linking.chains_of(other))
    is_one = all(list(linking.chains_of(i)) == meant for i in subjects)
    return bool(subjects) and bool(meant) and is_one


def _is_subject_or_its_who_is(linking: Linking, index: int) -> bool:
    """Tell whether a mention is a subject, or "who" after it is one."""
    candidate = linking.candidates[index]
    after = _WHO.match(linking.article.text, candidate.end)
    return candidate.is_subject or after is not None


def _subject_after_fronted(linking: Linking, index: int) -> Iterator[tuple[int, Meant]]:
    """Yield the subject after a fronted phrase: "In his speech, Putin said".

    Elsewhere, a pronoun before the name that it means is rare in news.
    """
    pronoun = linking.candidates[index]
    if pronoun.is_subject or linking.is_after_subject(index):
        return
    subject = _next_subject(linking, index)
    if subject is None or linking.candidates[subject].form != "name":
        return
    chain = linking.only_chain_of(subject)
    gap = linking.text_between(pronoun.end, linking.candidates[subject].start)
    if chain is not None and "," in gap and _is_person_of_gender(chain, pronoun):
        yield subject, (chain,)


def _next_subject(linking: Linking, index: int) -> int | None:
    """Return the subject that comes next after a mention in its sentence."""
    sentence = linking.candidates[index].sentence
    last = min(index + _AFTER_FRONTED, len(linking.candidates) - 1)
    for other in range(index + 1, last + 1):
        candidate = linking.candidates[other]
        if candidate.sentence != sentence:
            return None
        if candidate.is_subject:
            return other
    return None
