"""What the words beside a person's name tell of him: gender, offices, state."""

import re
from collections.abc import Iterator

from kg.english.lexicon import forms, words
from kg.english.nouns import HUMAN, classes_of, gender_of_noun
from kg.extract.findings import Argument, Candidate
from kg.folding import person_key_with_initials
from kg.resolve.article.chains import Chain, Linking
from kg.resolve.article.name_keys import name_told
from kg.resolve.article.salience import start_with_title

# Offices by their abbreviations before names.
_SHORT_FORMS = forms("titles.short_forms")
_ALSO_CALLED = forms("titles.also_called")
# What tells other secretaries from ministers.
_CLERKS = frozenset({"permanent", "press", "private"})
_SECRETARY = re.compile(r"secretary of state\b(?! for)", re.IGNORECASE)
# How many mentions before a name its state may be: "Kenya's foreign minister, Quill".
_STATE_BEFORE = 3
_POSSESSIVE = re.compile(r"(?:['’]s|s['’]) ")
_JOINED = re.compile(r", | and ")
_OWNED = re.compile(r"\b(?:of|for|to)\b")
_KIN = words("people.kin")
_OF_KIN = re.compile(
    rf"(?:her|his|their) (?:\w+ )?(?:{'|'.join(sorted(_KIN))})\b", re.I
)
_KIN_OF = re.compile(rf"\b(?:{'|'.join(sorted(_KIN))}) of ", re.I)
# How many characters beside a name may tell whose kin he is.
_BESIDE = 30
# Words beside a name that tell the elder and the younger of two namesakes.
_TOLD_AGES = {
    "old": frozenset({"sr", "senior", "father", "mother", "grandfather"}),
    "young": frozenset({"jr", "iii", "junior", "son", "daughter", "grandson"}),
}


def learn_from_title(linking: Linking, index: int, chain: Chain) -> None:
    """Keep what the words beside a name tell: gender and offices.

    "Ms. Quill, the senator" is a woman and a senator.
    """
    candidate = linking.candidates[index]
    if candidate.title:
        # A form of address outweighs a given name: "Mr. Robin Quill".
        chain.gender = candidate.gender or chain.gender
        chain.words.update(_title_words(candidate.title))
        _learn_state_of_title(linking, candidate.title, chain)
    described = candidate.appositive
    if described:
        _learn_state_of_title(linking, described.text, chain)
        noun = _noun_of(linking, described)
        told = gender_of_noun(noun)
        # What a noun says outweighs a given name, but a woman may be a "chairman".
        is_sure = noun == "man" or not noun.endswith("man")
        chain.gender = (told if is_sure else None) or chain.gender or told
        chain.words.update(_title_words(described.text))
        # "Ada Quill, a Kenyan runner" is of Kenya; one who is "envoy to Kenya" is not.
        for other in linking.starting_in(described.start, described.head):
            chain.states.update(
                each.key for each in linking.chains_of(other) if each.type == "State"
            )


def _noun_of(linking: Linking, described: Argument) -> str:
    """Return the noun of a description: "mother" of "a mother of two"."""
    rest = linking.text_between(described.head, described.end)
    return rest.partition(" ")[0].strip(",.;").casefold()


def _learn_state_of_title(linking: Linking, title: str, chain: Chain) -> None:
    """Keep the state that has such an office alone: a "Secretary of State" for nothing.

    Britain's have a field: "Secretary of State for Defence".
    """
    if _SECRETARY.search(title) and "State:USA" in linking.chains:
        chain.states.add("USA")


def learn_state_before(linking: Linking, index: int, chain: Chain) -> None:
    """Keep the state right before a name and title: "Kenya's Minister Ada Quill"."""
    start = start_with_title(linking.candidates[index])
    for before in range(index - 1, max(index - 1 - _STATE_BEFORE, -1), -1):
        other = linking.candidates[before]
        gap = linking.text_between(other.end, start)
        if other.end <= start and re.fullmatch(r"(?:['’]s)? ", gap):
            chain.states.update(
                each.key for each in linking.chains_of(before) if each.type == "State"
            )


def _title_words(title: str) -> Iterator[str]:
    """Yield the words of a title: "senator" and "lawmaker" for "Sen."."""
    told = list(_own_words(title.casefold()))
    if {"member", "parliament"}.issubset(told):
        told.append("mp")
    for place, word in enumerate(told):
        yield word
        # "Press" is no plural of "Pres.".
        single = word if word.endswith("ss") else word.removesuffix("s")
        office = _SHORT_FORMS.get(word) or _SHORT_FORMS.get(single, single)
        yield office
        # A justice minister is no judge, a press secretary no minister.
        is_head = not any("office" in classes_of(each) for each in told[place + 1 :])
        if office in _ALSO_CALLED and is_head and _CLERKS.isdisjoint(told):
            yield _ALSO_CALLED[office]


def _own_words(title: str) -> Iterator[str]:
    """Yield the words of a title, those aside for whom its bearer works.

    "The governor's spokesman" and "an aide to the governor" are no governors.
    """
    _, _, own = _POSSESSIVE.sub("\n", title).rpartition("\n")
    for part in _JOINED.split(own):
        first, *others = _OWNED.split(part)
        yield from re.findall(r"[\w-]+", first)
        for other in others:
            told = re.findall(r"[\w-]+", other)
            yield from (word for word in told if not classes_of(word) & HUMAN)


def age_told(linking: Linking, name: str) -> str | None:
    """Return which of two namesakes the words beside the full name make somebody."""
    told = {name.split()[-1]}
    for candidate in linking.candidates:
        if candidate.form == "name" and _key_of(candidate) == name:
            start = candidate.start
            before = linking.text_between(max(start - 12, 0), start).rstrip(" ,")
            told.update(before.split()[-1:])
    return next((age for age, words in _TOLD_AGES.items() if words & told), None)


def _key_of(candidate: Candidate) -> str:
    return person_key_with_initials(name_told(candidate))


def is_kin_of_another(named: Candidate) -> bool:
    """Tell whether a name is said to be of somebody's kin: "her sister, Ada Quill"."""
    told = (named.title or "", named.appositive.text if named.appositive else "")
    return any(_OF_KIN.match(each) for each in told)


def tells_whose_kin(named: Candidate, other: Candidate) -> bool:
    """Tell whether a name only tells whose kin one of a like name is.

    "Luis Ivo Quill, the father of the singer Luis Quill": the latter does.
    """
    told = named.appositive
    if told is None or not told.start <= other.start < told.end:
        return False
    is_alike = named.text.split()[0] == other.text.split()[0]
    return is_alike and _KIN_OF.search(told.text) is not None


def is_beside_kin(named: Candidate, linking: Linking) -> bool:
    """Tell whether a word for kin stands beside a name: "his son, Bobby Quill"."""
    start = max(0, start_with_title(named) - _BESIDE)
    around = linking.text_between(start, named.end + _BESIDE)
    return not _KIN.isdisjoint(re.findall(r"\w+", around.casefold()))
