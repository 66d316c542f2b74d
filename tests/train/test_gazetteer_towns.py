"""Towns of one name, as the gazetteer's file is made."""

from kg.train.gazetteer_towns import make_towns

STATES = [{"iso2": "ES", "iso3": "ESP"}, {"iso2": "VE", "iso3": "VEN"}]


def town(name, country, population, *, region="", others=()):
    return {
        "name": name,
        "countrycode": country,
        "admin1code": region,
        "population": population,
        "alternatenames": list(others),
    }


def test_make_towns_tells_regions_and_which_goes_without_saying():
    rows = [
        town("Quill", "US", 90_000, region="OR"),
        town("Quill", "US", 20_000, region="ME"),
        town("Reed", "ES", 50_000),
        town("Reed", "VE", 40_000),
        town("Moss", "ES", 50_000),
    ]
    assert make_towns(rows, (), STATES, {}) == {
        "quill": {"known": "oregon", "regions": ["oregon", "maine"], "large": []},
        "reed": {"known": "", "regions": ["ESP", "VEN"], "large": []},
    }


def test_make_towns_knows_other_spellings_of_large_towns_alone():
    rows = [
        town("Quill", "US", 90_000, region="OR"),
        town("Quil", "ES", 900_000, others=["Quill"]),
        town("Reed", "US", 90_000, region="OR"),
        town("Rede", "ES", 20_000, others=["Reed"]),
        town("Moss", "US", 90_000, region="OR"),
        town("Fields", "ES", 900_000, others=["Moss"]),
    ]
    assert make_towns(rows, (), STATES, {}) == {
        "quill": {"known": "ESP", "regions": ["ESP", "oregon"], "large": ["ESP"]}
    }


def test_make_towns_says_which_are_large_beside_the_largest():
    rows = [
        town("Quill", "ES", 5_000_000),
        town("Quill", "VE", 600_000),
        town("Quill", "US", 400_000, region="OR"),
    ]
    assert make_towns(rows, (), STATES, {})["quill"]["large"] == ["ESP", "VEN"]


def test_make_towns_has_counties_of_one_name_and_provinces():
    counties = [
        {"name": "Quill County", "state": "OR"},
        {"name": "Quill County", "state": "ME"},
        {"name": "Reed County", "state": "ME"},
    ]
    made = make_towns((), counties, STATES, {"moss": "ESP VEN"})
    assert made["quill county"]["regions"] == ["oregon", "maine"]
    assert "reed county" not in made
    assert made["moss"] == {"known": "", "regions": ["ESP", "VEN"], "large": []}
