"""How likely a mention is what a pronoun means, by where and how it stands."""

import json
import re
from collections import Counter
from collections.abc import Iterable
from importlib.resources import files
from math import exp, log
from typing import Literal, NamedTuple

from kg.english.lexicon import words
from kg.english.pronouns import NOBODY
from kg.extract.findings import Candidate
from kg.resolve.article.chains import Chain, Linking
from kg.resolve.article.salience import distance

Kind = Literal["person", "thing", "plural"]
# What a pronoun may mean: one chain, or several together; none stands for nobody.
Meant = tuple[Chain, ...]
Features = dict[str, float]

# Any other form is possessive ("his") or reflexive ("himself").
PERSONAL = frozenset({"he", "she", "it", "they", "both"})
# Fitted to GAP (Webster et al. 2018) and OntoGUM by ``kg.train.fit_antecedents``.
WEIGHTS: dict[Kind, Features] = json.loads(
    files(__package__).joinpath("antecedent_weights.json").read_text(encoding="utf-8")
)
# A prosecutor or doctor who says "he" is no likelier to mean himself than whom the text
# told of; the corpora that the weights come from have too few of them.
OF_OTHERS = words("people.speaking_of_others")
_SPEAKS_OF_OTHERS = 2.5
# A paragraph that tells of one person goes on with "he"; the corpora have hardly any
# paragraphs of news.
_ALONE_IN_PARAGRAPH = 1.2
# A name that only describes others is hardly meant: of "two Hezbollah fighters".
_DESCRIBES_OTHERS = 3.0
# Somebody unnamed who alone speaks there goes on, too: "A witness said ... She added".
_UNNAMED_IN_PARAGRAPH = 3.5
# Beyond so many mentions, one more makes none less likely.
_MOST_STEPS = 10
# The most characters from an owner to the pronoun in "Kenya's army and its allies".
_CLOSE = 60
# How many mentions before a name the phrase that it stands in may be.
_REACH = 3


class Shown(NamedTuple):
    """What tells of one mention, or of nobody, whether a pronoun means it.

    `meant` is what the mention means, `features` are by the names of `WEIGHTS`, `noun`
    is where the mention's head starts.
    """

    meant: Meant
    features: Features
    noun: int


def shares(
    linking: Linking, index: int, kind: Kind, antecedents: Iterable[tuple[int, Meant]]
) -> dict[Meant, float]:
    """Return how likely each is what a pronoun means; the shares add up to 1.

    `antecedents` are mentions with what they mean, the nearest first; the share of
    ``()`` is that of nobody among them. Each mention has the exponential of its
    features' weights and of what the words around tell, and what is meant the sum over
    its mentions: a log-linear model as of Denis and Baldridge (2008). In "Ada Quill
    ran. Quill met Eve Stone. She ..." Quill has two mentions and the greater share.
    """
    told = dict(linking.candidates[index].told)
    antecedents = list(antecedents)
    alone = _alone_in_paragraph(linking, index, antecedents) if kind == "person" else ()
    odds: dict[Meant, float] = {}
    describing = {
        linking.candidates[other].head
        for other, _ in antecedents
        if kind == "thing" and _describes_others(linking, other)
    }
    for meant, features, noun in feature_rows(linking, index, antecedents):
        total = told.get(noun, 0.0) + by_grammar(kind, features)
        total -= _DESCRIBES_OTHERS if noun in describing else 0.0
        if "says it" in features and any(chain.words & OF_OTHERS for chain in meant):
            total -= _SPEAKS_OF_OTHERS
        if meant and meant == alone:
            is_named = all(chain.is_entity for chain in meant)
            total += _ALONE_IN_PARAGRAPH if is_named else _UNNAMED_IN_PARAGRAPH
        odds[meant] = odds.get(meant, 0.0) + exp(total)
    whole = sum(odds.values())
    return {meant: share / whole for meant, share in odds.items()}


def _alone_in_paragraph(
    linking: Linking, index: int, antecedents: Iterable[tuple[int, Meant]]
) -> Meant:
    """Return whom alone a pronoun's paragraph tells of before it, in nobody's words.

    Who says the pronoun gains nothing by it, nor somebody without a name who says
    nothing, or where the pronoun does not.
    """
    pronoun = linking.candidates[index]
    found: dict[Meant, bool] = {}
    for other, meant in antecedents:
        there = linking.candidates[other]
        if other < index and there.paragraph == pronoun.paragraph:
            is_told = set(pronoun.said_by).issuperset(there.said_by)
            is_told = is_told and there.quotation in {None, pronoun.quotation}
            is_told = is_told and there.head not in pronoun.said_by
            is_named = all(chain.is_entity for chain in meant)
            # "The runner said so. She added": more of somebody who has a name.
            is_new = not there.text.casefold().startswith("the ")
            speaks_on = is_new and there.speaks and pronoun.speaks
            is_told = is_told and (is_named or speaks_on)
            found[meant] = found.get(meant, False) or is_told
    [alone, *others] = found or [()]
    return alone if not others and found.get(alone) else ()


def _describes_others(linking: Linking, index: int) -> bool:
    """Tell whether a name stands before the noun of a phrase, as no owner does."""
    name = linking.candidates[index]
    around = linking.candidates[max(index - _REACH, 0) : index]
    is_inside = any(
        other.form == "nominal"
        and other.start <= name.start
        and name.end < other.head < other.end
        for other in around
    )
    return is_inside and name.form == "name" and not _is_owner(linking, index)


def by_grammar(kind: Kind, features: Features) -> float:
    """Return the sum of some features' weights."""
    weights = WEIGHTS[kind]
    return sum(weights.get(name, 0.0) * value for name, value in features.items())


def feature_rows(
    linking: Linking, index: int, antecedents: Iterable[tuple[int, Meant]]
) -> list[Shown]:
    """Return what tells of each mention whether the pronoun means it.

    A row a mention, the last one nobody's. Features that a mention lacks are left out.
    """
    # Two are the same two in whichever order the text has them.
    known: dict[frozenset[Chain], Meant] = {}
    found = [(i, known.setdefault(frozenset(meant), meant)) for i, meant in antecedents]
    times = Counter(meant for _, meant in found)
    nearer: set[Meant] = set()
    rows = []
    for other, meant in found:
        shown = _features(linking, index, other) | _features_of_kind(meant)
        shown |= {
            "body as several": _is_body_as_several(linking.candidates[index], meant),
            "times": log(times[meant]),
            "persons nearer": float(len(nearer - {meant})),
        }
        nearer.add(meant)
        features = {name: value for name, value in shown.items() if value}
        rows.append(Shown(meant, features, linking.candidates[other].head))
    return [*rows, Shown((), _features_of_nobody(linking.candidates[index]), NOBODY)]


def _features_of_nobody(pronoun: Candidate) -> Features:
    shown = {
        "nobody": True,
        "nobody speaks": pronoun.speaks,
        "nobody subject": pronoun.is_subject,
        "nobody owns": pronoun.lemma not in PERSONAL,
        "nobody quoted": pronoun.quotation is not None,
    }
    return {name: 1.0 for name, value in shown.items() if value}


def _features_of_kind(meant: Meant) -> Features:
    first = meant[0]
    shown = {
        "gender known": first.type == "Person" and first.gender is not None,
        "organization": first.type == "Organization",
        "group": first.type == "Group",
        "no entity": not first.is_entity,
        "list": len(meant) > 1,
    }
    return {name: 1.0 for name, value in shown.items() if value}


def is_body(chain: Chain) -> bool:
    """Tell whether a chain is one organisation."""
    is_one = chain.is_entity and chain.number == "singular"
    return chain.type == "Organization" and is_one


def _is_body_as_several(pronoun: Candidate, meant: Meant) -> float:
    """Tell whether a body alone would be "they", as who acts for it is."""
    return float(pronoun.number == "plural" and len(meant) == 1 and is_body(meant[0]))


def _features(linking: Linking, index: int, other: int) -> Features:
    pronoun, candidate = linking.candidates[index], linking.candidates[other]
    if other > index:
        # Only a subject that a fronted phrase precedes: its place says it all.
        return {"follows": 1.0}
    shown = _features_of_place(linking, index, other)
    shown |= _features_of_saying(linking, index, other)
    shown |= {
        "joined": _is_joined_on(linking, index, other),
        "owner close by": _is_owner(linking, other) and _is_close(pronoun, candidate),
        "name": candidate.form == "name",
        "nominal": candidate.form == "nominal",
        "demonym": candidate.form == "demonym",
    }
    return {name: float(value) for name, value in shown.items()}


def _features_of_place(linking: Linking, index: int, other: int) -> dict[str, float]:
    pronoun, candidate = linking.candidates[index], linking.candidates[other]
    back, is_subject = distance(pronoun, candidate), candidate.is_subject
    is_possessive = pronoun.lemma not in PERSONAL
    steps = min(index - other, _MOST_STEPS) / _MOST_STEPS
    return {
        "same sentence": back == 0,
        "steps back": steps if back == 0 else 0.0,
        "two sentences back": back == 2,
        "further back": back > 2,
        "other paragraph": pronoun.paragraph != candidate.paragraph,
        "subject": is_subject,
        "last subject": _is_last_subject(linking, index, other),
        "both subjects": is_subject and pronoun.is_subject,
        "subject and possessive": is_subject and is_possessive and back == 0,
    }


def _features_of_saying(linking: Linking, index: int, other: int) -> dict[str, float]:
    """Return what the reported words tell: who speaks goes on speaking.

    "Quill said that Stone was ill. She added": Quill, who speaks, is likelier than
    Stone, whom she speaks of.
    """
    pronoun, candidate = linking.candidates[index], linking.candidates[other]
    is_indirect = pronoun.quotation is None
    is_spoken_of = bool(set(candidate.said_by) - set(pronoun.said_by))
    return {
        "says it": is_indirect and candidate.head in pronoun.said_by,
        "in others' words": is_spoken_of,
        "spoken of by speaker": is_spoken_of and pronoun.speaks,
        "speaker": candidate.speaks and candidate.head not in pronoun.said_by,
        "both speak": candidate.speaks and pronoun.speaks,
        "last speaker": pronoun.speaks and _is_last_speaker(linking, index, other),
    }


def _is_last_subject(linking: Linking, index: int, other: int) -> bool:
    """Tell whether a mention is the subject nearest before the pronoun.

    In "Quill said Stone was ill. She left" it is Quill: the subjects of reported words
    do not count for a pronoun outside of them.
    """
    around = set(linking.candidates[index].said_by)
    nearest = next(
        (
            i
            for i in range(index - 1, other - 1, -1)
            if linking.candidates[i].is_subject
            and around.issuperset(linking.candidates[i].said_by)
        ),
        None,
    )
    return nearest == other


def _is_last_speaker(linking: Linking, index: int, other: int) -> bool:
    """Tell whether a mention is the speaker nearest before the pronoun."""
    later = linking.candidates[other + 1 : index]
    return linking.candidates[other].speaks and not any(c.speaks for c in later)


def _is_joined_on(linking: Linking, index: int, other: int) -> bool:
    """Tell whether "and" joins a possessive pronoun on: "Quill and his son"."""
    pronoun = linking.candidates[index]
    gap = linking.text_between(linking.candidates[other].end, pronoun.start)
    return pronoun.lemma not in PERSONAL and re.fullmatch(r",? and ", gap) is not None


def _is_owner(linking: Linking, other: int) -> bool:
    """Tell whether a mention is a possessor: "Moscow's"."""
    return linking.article.text.startswith(("'s", "’s"), linking.candidates[other].end)


def _is_close(pronoun: Candidate, candidate: Candidate) -> bool:
    is_same_sentence = pronoun.sentence == candidate.sentence
    return is_same_sentence and pronoun.start - candidate.end < _CLOSE
