"""Who takes part in events: entities, unnamed groups and phrases."""

from datetime import date

import pytest

from kg.extract.findings import Argument, Candidate, FoundEvent
from kg.records import Article, Span, When, article_key
from kg.resolve.article.entities import Resolved, resolve_entities
from kg.resolve.article.taking_part import event_records

TEXT = "Gunmen killed 12 people in Leeds. Ada Moss and Bob Hale met. The gunmen fled."
KEY = "0123"
MONDAY = When(from_=date(2021, 5, 3), to=date(2021, 5, 3), basis="explicit")


def argument(text: str) -> Argument:
    start = TEXT.index(text)
    head = start + max(text.rfind(" ") + 1, 0)
    return Argument(start=start, end=start + len(text), text=text, head=head)


def candidate(text: str, **given: object) -> Candidate:
    at = argument(text)
    fields = {"form": "name", "label": "PERSON", "number": "singular", "sentence": 0}
    return Candidate(
        start=at.start,
        end=at.end,
        text=text,
        head=at.head,
        lemma=text.lower(),
        paragraph=0,
        **(fields | given),
    )


@pytest.fixture
def resolved() -> Resolved:
    crowd = {"form": "nominal", "label": "GROUP", "number": "plural"}
    return resolve_entities(
        Article(id="a", text=TEXT),
        [
            candidate("Gunmen", **crowd),
            candidate("12 people", **crowd),
            candidate("Leeds", label="LOC"),
            candidate("Ada Moss", sentence=1),
            candidate("Bob Hale", sentence=1),
            candidate("The gunmen", **crowd, sentence=2),
        ],
    )


def event(
    *actors: str, recipients: tuple[str, ...] = (), **given: object
) -> FoundEvent:
    word = Span(start=7, end=13, text="killed")
    fields = {"place": None, "when": None, "mode": None, "type": "ASSAULT"}
    return FoundEvent(
        trigger=word,
        actors=tuple(map(argument, actors)),
        recipients=tuple(map(argument, recipients)),
        factuality="actual",
        evidence=word,
        **(fields | given),
    )


def record(resolved: Resolved, found: FoundEvent):
    (made,) = event_records(KEY, [found], lambda offset: None, resolved)
    return made


def test_event_records_makes_a_group_of_this_article_of_who_acts_unnamed(resolved):
    made = record(resolved, event("Gunmen", place=argument("Leeds")))
    (gunmen,) = made.actors
    key = article_key(Article(id="a", text=TEXT).sha256)
    assert gunmen == f"Group:gunmen {key} all"
    assert gunmen in {entity.id for entity in resolved.entities}


def test_event_records_makes_no_group_for_a_deed_of_another_type(resolved):
    made = record(resolved, event("Gunmen", when=MONDAY, type="OTHER", verb="win"))
    assert made.actors == ()
    assert [each.text for each in made.participants] == ["Gunmen"]
    assert all(entity.type != "Group" for entity in resolved.entities)


def test_event_records_takes_the_same_words_for_the_same_group(resolved):
    first = record(resolved, event("Gunmen", when=MONDAY))
    assert record(resolved, event("The gunmen", when=MONDAY)).actors == first.actors


def test_event_records_keeps_who_suffers_unnamed_as_text(resolved):
    made = record(resolved, event("Ada Moss", recipients=("12 people",)))
    assert made.recipients == ()
    told = [(each.role, each.text, each.entity) for each in made.participants]
    assert told == [
        ("actor", "Ada Moss", "Person:ada moss"),
        ("recipient", "12 people", None),
    ]


@pytest.mark.parametrize(
    "known", [{"when": MONDAY}, {"is_particular": True}, {"place": argument("Leeds")}]
)
def test_event_records_keeps_unnamed_parties_with_a_day_a_count_or_a_place(
    resolved, known
):
    record(resolved, event("Gunmen", recipients=("12 people",), **known))


def test_event_records_leaves_out_an_event_that_tells_too_little(resolved):
    found = event("Gunmen", recipients=("12 people",))
    assert event_records(KEY, [found], lambda offset: None, resolved) == []
    assert all(entity.type != "Group" for entity in resolved.entities)


def test_event_records_keeps_who_has_no_name_but_whose_owner_has(resolved):
    record(resolved, event("12 people in Leeds"))


def test_event_records_takes_an_envoy_for_the_state_that_sent_him():
    phrase = "the French ambassador to Chad"
    text = f"Mali expelled {phrase}."
    at = text.index(phrase)
    envoy = Candidate(
        start=at,
        end=at + len(phrase),
        text=phrase,
        head=text.index("ambassador"),
        lemma="ambassador",
        form="nominal",
        label="PERSON",
        sentence=0,
        paragraph=0,
        number="singular",
    )
    french = Candidate(
        start=at + 4,
        end=at + 10,
        text="French",
        head=at + 4,
        lemma="French",
        form="demonym",
        label="NORP",
        sentence=0,
        paragraph=0,
        number="singular",
    )
    chad = Candidate(
        start=text.index("Chad"),
        end=text.index("Chad") + 4,
        text="Chad",
        head=text.index("Chad"),
        lemma="Chad",
        form="name",
        label="LOC",
        sentence=0,
        paragraph=0,
        number="singular",
    )
    resolved = resolve_entities(Article(id="a", text=text), [envoy, french, chad])
    sent = Argument(start=at, end=envoy.end, text=envoy.text, head=envoy.head)
    found = event(type="SANCTION")
    fields = {name: getattr(found, name) for name in found.__struct_fields__}
    expelled = FoundEvent(**(fields | {"recipients": (sent,)}))
    assert record(resolved, expelled).recipients == ("State:FRA",)


def test_event_records_names_nobody_as_his_own_recipient(resolved):
    made = record(resolved, event("Ada Moss", recipients=("Ada Moss",)))
    assert (made.actors, made.recipients) == (("Person:ada moss",), ())


def test_event_records_names_two_who_meet_as_each_others_recipients(resolved):
    both = ("Ada Moss", "Bob Hale")
    made = record(resolved, event(*both, recipients=both, type="CONSULT"))
    assert made.actors == made.recipients == ("Person:ada moss", "Person:bob hale")


@pytest.mark.parametrize("meant", [("State:GBR", "State:IRL"), ("State:GBR",)])
def test_event_records_names_two_of_one_phrase_as_each_others_recipients(
    resolved, monkeypatch, meant
):
    monkeypatch.setattr(type(resolved), "at", lambda self, argument: meant)
    found = event("Gunmen", recipients=("Gunmen",), type="CONSULT", when=MONDAY)
    made = record(resolved, found)
    assert made.recipients == (meant if len(meant) > 1 else ())
