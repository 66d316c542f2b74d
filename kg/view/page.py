"""Put rows and pictures into one HTML page.

The page asks nothing of the network. Text from articles reaches it as JSON that is
never run; a content security policy holds the page to its own two scripts, by their
digests, so that markup in an article could not run even where it got into the page.
"""

import base64
import hashlib
from collections import Counter
from dataclasses import astuple
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from kg.view import looks, picture
from kg.view.caption import Unlisted, heading, left_out, shows
from kg.view.choose import Choice
from kg.view.contents import (
    Card,
    article_cards,
    entity_cards,
    event_cards,
    identity,
    office_cards,
    relation_cards,
    statement_cards,
)
from kg.view.rows import Scope, ViewRows
from kg.view.tallies import (
    Entry,
    by_entity,
    histogram,
)
from kg.view.ties import ties

# Of the page's four million bytes, those for what is spelt out word for word.
STATEMENT_ROOM, EVENT_ROOM, RELATION_ROOM = 1_300_000, 350_000, 200_000

_LIBRARY = "vendor/d3.min.js"
_SCRIPTS = (
    "lists.js",
    "state.js",
    "panel.js",
    "overview.js",
    "timeline.js",
    "matrix.js",
    "network.js",
    "search.js",
    "export.js",
    "page.js",
)


def page(
    rows: ViewRows,
    choice: Choice,
    scope: Scope = Scope(),  # noqa: B008 - frozen
    *,
    room: int = STATEMENT_ROOM,
) -> str:
    """Return the HTML of one page that shows the rows; it works without a network.

    `room` is how many bytes the statements may take that are spelt out; all of them
    are counted.
    """
    contents = _contents(rows, choice, scope, room)
    return _render(
        title=_title(scope),
        counts=heading(rows.totals),
        shows=shows(choice, scope),
        contents=contents,
    )


def _title(scope: Scope) -> str:
    return "Who said what about whom" + (
        f": around {', '.join(scope.around)}" if scope.around else ""
    )


def _contents(rows: ViewRows, choice: Choice, scope: Scope, room: int) -> Card:
    places = {row["key"]: at for at, row in enumerate(rows.entities)}
    said = _of_shown(rows.said, places)
    acts = _of_shown(rows.acts, places)
    articles = article_cards(rows)
    article_places = {card["key"]: at for at, card in enumerate(articles)}
    statements = statement_cards(rows, places, article_places, room=room)
    events = event_cards(rows, places, article_places, room=EVENT_ROOM)
    offices = office_cards(rows, places, article_places)
    relations = relation_cards(rows, places, article_places, room=RELATION_ROOM)
    found = ties(said, acts, offices, places)
    drawn = picture.nodes(rows.entities)
    unlisted = Unlisted(
        statements=len(said) - len(statements), events=len(acts) - len(events)
    )
    return {
        "entities": _entities(rows, article_places, said, acts, drawn),
        "statements": statements,
        "events": events,
        "offices": offices,
        "relations": relations,
        "related": _related(rows, places),
        "articles": articles,
        "ties": [astuple(tie) for tie in found],
        "levels": picture.levels(found, drawn),
        "days": {
            "dated": histogram(each.days for each in said if each.days.dated),
            "reported": histogram(each.days for each in said if not each.days.dated),
        },
        "labels": looks.legend(rows.entities),
        "kinds": looks.kinds(found),
        "total": rows.totals["statements"],
        "scope": {"from": scope.since or "", "to": scope.until or ""},
        "leftOut": left_out(choice, unlisted, scope),
        "around": [places[key] for key in choice.keys if key in choice.around],
    }


def _of_shown(entries: list[Entry], places: dict[str, int]) -> list[Entry]:
    return [entry for entry in entries if places.keys() & set(entry.ends)]


def _related(rows: ViewRows, places: dict[str, int]) -> list[int]:
    """Return how many relations each entity of the page has, listed or not."""
    found = {identity(row) for row in rows.relations}
    ends = Counter(key for _, subject, object_ in found for key in {subject, object_})
    return [ends[key] for key in places]


def _entities(
    rows: ViewRows,
    articles: dict[str, int],
    said: list[Entry],
    acts: list[Entry],
    drawn: list[dict[str, Any]],
) -> list[Card]:
    """Return the entities with the days of all that the graph has of each."""
    days = {
        "says": by_entity(said, lambda entry: set(entry.sources)),
        "about": by_entity(said, lambda entry: set(entry.targets)),
        "events": by_entity(acts, lambda entry: entry.ends),
    }
    return [
        {
            **card,
            **looked,
            **{name: found.get(card["key"], []) for name, found in days.items()},
        }
        for card, looked in zip(entity_cards(rows, articles), drawn, strict=True)
    ]


def _render(**context: Any) -> str:
    code = _code(_SCRIPTS)
    library = _code((_LIBRARY,))
    environment = Environment(
        loader=PackageLoader("kg.view", "."),
        autoescape=True,
        undefined=StrictUndefined,
        keep_trailing_newline=True,
    )
    environment.policies["json.dumps_kwargs"] = {
        "sort_keys": False,
        "separators": (",", ":"),
    }
    return environment.get_template("page.html.j2").render(
        context,
        library=Markup(library),
        code=Markup(code),
        css=Markup(looks.colour_rules() + _read("page.css")),
        script_digests=[_digest(library), _digest(code)],
    )


@cache
def _code(names: tuple[str, ...]) -> str:
    return _for_script("\n".join(_read(name) for name in names))


@cache
def _read(name: str) -> str:
    return files("kg.view").joinpath(name).read_text(encoding="utf-8")


def _for_script(source: str) -> str:
    """Return a script as a browser will read it, with its lines ended alike."""
    if "</script" in source.lower():
        raise ValueError("a script of the page would end itself")
    return source.replace("\r\n", "\n").replace("\r", "\n")


def _digest(script: str) -> str:
    """Return a script's SHA-256 as a content security policy names it."""
    digest = hashlib.sha256(script.encode("utf-8")).digest()
    return "sha256-" + base64.b64encode(digest).decode("ascii")
