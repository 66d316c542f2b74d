"""Figures: how many of what, and whose."""

import pytest

from kg.extract.figures.figures import figures


def read(doc):
    return [(one.value, one.bound, one.unit) for one in figures(doc)]


def counted(make_doc, before, noun, lemma, *, after="left/{verb}/ROOT/O/VERB"):
    """Build "<before...> 20 <noun> left" with the number on the noun."""
    words = before.split()
    at = len(words)
    parts = [f"{word}/{at}/advmod/O/ADV" for word in words]
    parts += [f"20/{at + 1}/nummod/O/NUM", f"{noun}/{at + 2}/nsubj/O/NOUN"]
    parts += [after.format(verb=at + 2), f"./{at + 2}/punct/O/PUNCT"]
    morphs = [""] * (at + 1) + ["Number=Plur", "Tense=Past|VerbForm=Fin", ""]
    lemmas = [*words, "20", lemma, "leave", "."]
    return make_doc(" ".join(parts), morphs=morphs, lemmas=lemmas)


@pytest.mark.parametrize(
    ("before", "bound"),
    [
        ("", "exact"),
        ("some", "about"),
        ("nearly", "about"),
        ("at least", "min"),
        ("up to", "max"),
    ],
)
def test_figures_give_the_bound(make_doc, before, bound):
    doc = counted(make_doc, before, "tanks", "tank")
    assert read(doc) == [(20, bound, "tank")]


@pytest.mark.parametrize(
    ("noun", "lemma", "unit"),
    [
        ("soldiers", "soldier", "troops"),
        ("troops", "troops", "troops"),
        ("people", "people", "people"),
        ("deaths", "death", "killed"),
        ("missiles", "missile", "missile"),
        ("priorities", "prioritie", "priority"),
    ],
)
def test_figures_name_units_by_their_normal_name(make_doc, noun, lemma, unit):
    assert read(counted(make_doc, "", noun, lemma)) == [(20, "exact", unit)]


@pytest.mark.parametrize("noun", ["years", "hours", "times", "pages", "points"])
def test_figures_leave_out_durations_and_parts(make_doc, noun):
    assert read(counted(make_doc, "", noun, noun[:-1])) == []


def test_figures_two_known_things_are_no_figure(make_doc):
    doc = make_doc(
        "The/2/det/O/DET two/2/nummod/O/NUM countries/3/nsubj/O/NOUN "
        "left/3/ROOT/O/VERB ./3/punct/O/PUNCT"
    )
    assert read(doc) == []


@pytest.mark.parametrize(
    ("verb", "lemma", "dep", "unit"),
    [
        ("killed", "kill", "obj", "killed"),
        ("wounding", "wound", "obj", "wounded"),
        ("detained", "detain", "obj", "arrested"),
        ("met", "meet", "obj", "police"),
    ],
)
def test_figures_say_what_happened_to_people(make_doc, verb, lemma, dep, unit):
    doc = make_doc(
        f"They/1/nsubj/O/PRON {verb}/1/ROOT/O/VERB 30/3/nummod/O/NUM "
        f"police/1/{dep}/O/NOUN ./1/punct/O/PUNCT",
        lemmas=["they", lemma, "30", "police", "."],
        morphs=["", "", "", "Number=Plur", ""],
    )
    assert read(doc) == [(30, "exact", unit)]


def test_figures_one_who_is_killed_counts_as_one(make_doc):
    doc = make_doc(
        "They/1/nsubj/O/PRON killed/1/ROOT/O/VERB an/3/det/O/DET "
        "officer/1/obj/O/NOUN ./1/punct/O/PUNCT",
        lemmas=["they", "kill", "a", "officer", "."],
        morphs=["", "Tense=Past", "", "Number=Sing", ""],
    )
    assert read(doc) == [(1, "exact", "killed")]


def test_figures_one_who_is_to_be_killed_counts_as_none(make_doc):
    doc = make_doc(
        "plot/0/ROOT/O/NOUN to/2/mark/O/PART kill/0/acl/O/VERB an/4/det/O/DET "
        "officer/2/obj/O/NOUN",
        morphs=["", "", "", "", "Number=Sing"],
    )
    assert read(doc) == []


def test_figures_one_who_is_met_counts_as_none(make_doc):
    doc = make_doc(
        "They/1/nsubj/O/PRON met/1/ROOT/O/VERB an/3/det/O/DET officer/1/obj/O/NOUN",
        lemmas=["they", "meet", "a", "officer"],
        morphs=["", "Tense=Past", "", "Number=Sing"],
    )
    assert read(doc) == []


@pytest.mark.parametrize(
    ("words", "figure"),
    [
        ("$ 425 million", (425_000_000, "exact", "USD")),
        ("£ 2.5 bn", (2_500_000_000, "exact", "GBP")),
        ("about 3 million euros", (3_000_000, "about", "EUR")),
        ("20 Canadian dollars", (20, "exact", "CAD")),
        ("80 % of it", (80, "exact", "percent")),
        ("9.1 per cent", (9.1, "exact", "percent")),
        ("15 dead", (15, "exact", "killed")),
        ("20 missing", (20, "exact", "missing")),
    ],
)
def test_figures_read_money_shares_and_victims(make_doc, words, figure):
    count = len(words.split())
    nouns = {"euros": "euro", "dollars": "dollar"}
    doc = make_doc(
        words,
        heads=[0] * count,
        pos=["NOUN" if word.islower() else "X" for word in words.split()],
        lemmas=[nouns.get(word, word) for word in words.split()],
    )
    assert read(doc) == [figure]


@pytest.mark.parametrize(
    "words",
    [
        "on November 1 , 2024 .",
        "Article 5 holds .",
        "the S-400 system",
        "a 34-year-old man",
        "call 555 1234 now",
        "won 2-1 at home",
        "at 10:30 a.m. today",
        "one of them left",
        "5 won it",
    ],
)
def test_figures_leave_out_other_numbers(make_doc, words):
    count = len(words.split())
    assert read(make_doc(words, heads=[0] * count)) == []


def test_figures_know_whose_things_are_counted(make_doc):
    doc = make_doc(
        "Some/1/advmod/O/ADV 8,000/4/nummod/O/NUM North/3/compound/B-NORP/PROPN "
        "Korean/4/amod/I-NORP/ADJ soldiers/5/nsubj/O/NOUN left/5/ROOT/O/VERB",
        morphs=["", "", "", "", "Number=Plur", ""],
    )
    (figure,) = figures(doc)
    assert figure.of is not None
    assert figure.of.text == "North Korean"
    assert figure.of.head == doc[3].idx
    assert figure.phrase is not None
    assert figure.phrase.text == "Some 8,000 North Korean soldiers"


def test_figures_of_no_one_belong_to_none(make_doc):
    (figure,) = figures(counted(make_doc, "", "tanks", "tank"))
    assert figure.of is None


def test_figures_share_belongs_to_what_it_is_of(make_doc):
    doc = make_doc(
        "80/1/nummod/O/NUM %/5/nsubj/O/SYM of/4/case/O/ADP Russian/4/amod/B-NORP/ADJ "
        "troops/1/nmod/O/NOUN left/5/ROOT/O/VERB",
        morphs=["", "", "", "", "Number=Plur", ""],
    )
    (figure,) = figures(doc)
    assert (figure.value, figure.unit) == (80, "percent")
    assert figure.of is not None
    assert figure.of.text == "Russian"


def test_figures_vague_number_has_no_value(make_doc):
    doc = make_doc(
        "Thousands/3/nsubj/O/NOUN of/2/case/O/ADP troops/0/nmod/O/NOUN "
        "left/3/ROOT/O/VERB",
        morphs=["Number=Plur", "", "Number=Plur", ""],
    )
    assert read(doc) == [(None, "about", "troops")]


@pytest.mark.parametrize(
    ("entity", "expected"),
    [("QUANTITY", [(30, "exact", "police")]), ("ORG", [])],
)
def test_figures_labelled_as_amounts_are_figures(make_doc, entity, expected):
    doc = make_doc(
        f"They/1/nsubj/O/PRON met/1/ROOT/O/VERB 30/3/nummod/B-{entity}/NUM "
        "police/1/obj/O/NOUN ./1/punct/O/PUNCT",
        lemmas=["they", "meet", "30", "police", "."],
        morphs=["", "", "", "Number=Plur", ""],
    )
    assert read(doc) == expected


def test_figures_in_a_name_are_none(make_doc):
    doc = make_doc(
        "Channel/1/compound/B-ORG/PROPN 20/2/nummod/I-ORG/NUM News/3/nsubj/I-ORG/PROPN "
        "left/3/ROOT/O/VERB"
    )
    assert read(doc) == []


def test_figures_evidence_is_the_sentence(make_doc):
    doc = make_doc(
        "He/1/nsubj/O/PRON left/1/ROOT/O/VERB ./1/punct/O/PUNCT "
        "20/4/nummod/O/NUM tanks/5/nsubj/O/NOUN came/5/ROOT/O/VERB ./5/punct/O/PUNCT",
        morphs=["", "", "", "", "Number=Plur", "", ""],
    )
    (figure,) = figures(doc)
    assert figure.evidence.text == "20 tanks came."
    assert doc.text[figure.evidence.start : figure.evidence.end] == "20 tanks came."


def test_figures_hostile_digits_give_none(make_doc):
    assert read(make_doc(["9" * 5_000], heads=[0])) == []


@pytest.mark.parametrize(
    ("preposition", "owner"), [("of", "Chad"), ("in", None)], ids=["of", "in"]
)
def test_figures_belong_to_a_name_after_of_alone(make_doc, preposition, owner):
    doc = make_doc(
        f"20/1/nummod/O/NUM tanks/4/nsubj/O/NOUN {preposition}/3/case/O/ADP "
        "Chad/1/nmod/B-LOC/PROPN left/4/ROOT/O/VERB",
        morphs=["", "Number=Plur", "", "", ""],
    )
    (figure,) = figures(doc)
    assert (figure.of.text if figure.of else None) == owner


@pytest.mark.parametrize(("verb", "owner"), [("lose", "Chad"), ("see", None)])
def test_figures_of_what_somebody_loses_are_his_own(make_doc, verb, owner):
    doc = make_doc(
        f"Chad/1/nsubj/B-LOC/PROPN {verb}/1/ROOT/O/VERB 20/3/nummod/O/NUM "
        "tanks/1/obj/O/NOUN",
        morphs=["", "", "", "Number=Plur"],
    )
    (figure,) = figures(doc)
    assert (figure.of.text if figure.of else None) == owner


@pytest.mark.parametrize(("label", "owner"), [("NORP", "Chadian"), ("PERSON", None)])
def test_figures_belong_to_a_people_right_before_the_noun(make_doc, label, owner):
    # The parse hung the adjective on the verb.
    doc = make_doc(
        f"20/2/nummod/O/NUM Chadian/3/advmod/B-{label}/ADJ tanks/3/nsubj/O/NOUN "
        "left/3/ROOT/O/VERB",
        morphs=["", "", "Number=Plur", ""],
    )
    (figure,) = figures(doc)
    assert (figure.of.text if figure.of else None) == owner


@pytest.mark.parametrize(("ent", "owner"), [("B-ORG", "Greens"), ("O", None)])
def test_figures_of_members_belong_to_their_own_name(make_doc, ent, owner):
    doc = make_doc(
        f"20/1/nummod/O/NUM Greens/2/nsubj/{ent}/PROPN left/2/ROOT/O/VERB",
        morphs=["", "Number=Plur", ""],
    )
    (figure,) = figures(doc)
    assert (figure.of.text if figure.of else None) == owner


def test_figures_of_a_range_share_the_last_ones_unit(make_doc):
    doc = make_doc(
        "10/2/nummod/O/NUM to/2/case/O/ADP 15/3/nummod/O/NUM tanks/4/nsubj/O/NOUN "
        "left/4/ROOT/O/VERB",
        morphs=["", "", "", "Number=Plur", ""],
    )
    assert read(doc) == [(10, "min", "tank"), (15, "max", "tank")]


@pytest.mark.parametrize(
    ("when", "value"),
    [("June 3", 12), ("October 2023", 1200), ("3 June", 12), ("2023", 1200)],
)
def test_figures_stand_right_after_a_year_or_a_day(make_doc, when, value):
    words = ["In", *when.split(), f"{value:,}", "soldiers", "died", "."]
    at = len(words) - 4
    heads = [at + 2] * at + [at + 1, at + 2, at + 2, at + 2]
    deps = ["dep"] * at + ["nummod", "nsubj", "ROOT", "punct"]
    pos = ["X"] * at + ["NUM", "NOUN", "VERB", "PUNCT"]
    doc = make_doc(words, heads=heads, deps=deps, pos=pos)
    assert [one.value for one in figures(doc)] == [value]
