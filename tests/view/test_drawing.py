"""Cards to nodes and links."""

from kg.view.drawing import event_links, event_nodes, office_links, said_links

SHOWN = dict.fromkeys("abc")


def names(keys):
    return [(key, key) for key in keys]


def said(speakers, about):
    return {"speakers": names(speakers), "about": names(about)}


def event(key, actors, recipients="", places="", type_="CONSULT"):
    return {
        "key": key,
        "type": type_,
        "actors": names(actors),
        "recipients": names(recipients),
        "places": names(places),
    }


def test_said_links_count_statements_of_each_pair():
    links = said_links([said("a", "b"), said("a", "b"), said("b", "a")], SHOWN)
    assert [(link.source, link.target, link.items) for link in links] == [
        ("a", "b", [0, 1]),
        ("b", "a", [2]),
    ]


def test_said_links_join_each_speaker_with_each_subject():
    links = said_links([said("ab", "c")], SHOWN)
    assert {(link.source, link.target) for link in links} == {("a", "c"), ("b", "c")}


def test_said_links_leave_out_what_is_not_shown_and_the_speaker_itself():
    assert said_links([said("a", "z"), said("a", "a"), said("", "a")], SHOWN) == []


def test_office_links_join_holder_and_institution():
    card = {"holder": ("a", "a"), "institution": ("b", "b")}
    elsewhere = {"holder": ("a", "a"), "institution": ("z", "z")}
    (link,) = office_links([elsewhere, card], SHOWN)
    assert (link.source, link.target, link.items) == ("a", "b", [1])


def test_event_nodes_group_events_of_one_type_among_the_same():
    events = [event("1", "a", "b"), event("2", "a", "b", "c"), event("3", "b", "a")]
    nodes, *left = event_nodes(events, SHOWN, limit=10)
    assert [node.items for node in nodes] == [(0, 1), (2,)]
    assert left == [0, 0]


def test_event_nodes_keep_types_apart():
    events = [event("1", "a", "b"), event("2", "a", "b", type_="ACCUSE")]
    assert len(event_nodes(events, SHOWN, limit=10)[0]) == 2


def test_event_nodes_leave_out_events_of_one_party_and_count_them():
    events = [event("1", "a"), event("2", "a", "z"), event("3", "a", "b")]
    nodes, *left = event_nodes(events, SHOWN, limit=10)
    assert [node.items for node in nodes] == [(2,)]
    assert left == [2, 0]


def test_event_nodes_keep_to_the_limit_and_count_the_rest():
    events = [event("1", "a", "c"), event("2", "a", "b"), event("3", "a", "b")]
    nodes, *left = event_nodes(events, SHOWN, limit=1)
    assert [node.items for node in nodes] == [(1, 2)]
    assert left == [0, 1]


def test_event_links_point_from_actor_to_recipient():
    nodes, *_ = event_nodes([event("1", "a", "b", "c")], SHOWN, limit=1)
    links = {link.role: (link.source, link.target) for link in event_links(nodes)}
    assert links == {
        "actors": ("a", "event:1"),
        "recipients": ("event:1", "b"),
        "places": ("event:1", "c"),
    }
