"""The day of what is said in a court or a council, told once."""

from datetime import date

import pytest

from kg.extract.statements.sittings import Attributed, Sittings
from kg.extract.times.times import times

FRIDAY = date(2024, 11, 1)


@pytest.fixture
def heard(make_doc):
    """Return a maker of "They stood in the dock on Monday. Ada told jurors Bo lied"."""

    def make(*, noun="dock", hearer="jurors", verb="stood", told="told"):
        lemmas = {"jurors": "juror", "told": "tell", "stood": "stand", "sat": "sit"}
        doc = make_doc(
            f"They/1/nsubj/O/PRON {verb}/1/ROOT/O/VERB in/4/case/O/ADP the/4/det/O/DET "
            f"{noun}/1/obl/O/NOUN on/6/case/O/ADP Monday/1/obl/O/PROPN "
            f"./1/punct/O/PUNCT Ada/9/nsubj/B-PERSON/PROPN {told}/9/ROOT/O/VERB "
            f"{hearer}/9/obj/O/NOUN Bo/12/nsubj/B-PERSON/PROPN lied/9/ccomp/O/VERB",
            lemmas=["they", lemmas.get(verb, verb), "in", "the", noun, "on", "Monday"]
            + [".", "Ada", lemmas.get(told, told), lemmas.get(hearer, hearer)]
            + ["Bo", "lie"],
        )
        said = Attributed(doc[9:10], [doc[8:9]], [doc[11:13]])
        sittings = Sittings(doc, tuple(times(doc, FRIDAY)), FRIDAY, [said])
        when = sittings.day_of_saying(said)
        return when.text if when else None

    return make


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ({}, "Monday"),
        ({"noun": "court"}, "Monday"),
        ({"noun": "council", "hearer": "councillor"}, "Monday"),
        # Of another kind, to others, at no sitting, and after a ruling.
        ({"noun": "council"}, None),
        ({"hearer": "cousin"}, None),
        ({"noun": "snow"}, None),
        ({"verb": "jail"}, None),
    ],
)
def test_day_of_saying_is_that_of_the_sitting(heard, words, expected):
    assert heard(**words) == expected


def test_day_of_saying_goes_on_while_somebody_speaks_there(make_doc):
    doc = make_doc(
        "They/1/nsubj/O/PRON met/1/ROOT/O/VERB in/3/case/O/ADP council/1/obl/O/NOUN "
        "on/5/case/O/ADP Monday/1/obl/O/PROPN ./1/punct/O/PUNCT "
        "Ada/8/nsubj/B-PERSON/PROPN agreed/8/ROOT/O/VERB ./8/punct/O/PUNCT "
        "Bo/11/nsubj/B-PERSON/PROPN told/11/ROOT/O/VERB members/11/obj/O/NOUN "
        "no/11/obj/O/INTJ",
        lemmas=["they", "meet", "in", "council", "on", "Monday", ".", "Ada", "agree"]
        + [".", "Bo", "tell", "member", "no"],
    )
    agreed = Attributed(doc[8:9], [doc[7:8]], [])
    told = Attributed(doc[11:12], [doc[10:11]], [doc[13:14]])
    both, alone = (
        Sittings(doc, tuple(times(doc, FRIDAY)), FRIDAY, said)
        for said in ([agreed, told], [agreed])
    )
    assert both.day_of_saying(agreed) is not None
    assert alone.day_of_saying(agreed) is None
