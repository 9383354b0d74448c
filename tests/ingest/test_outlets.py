"""The codebook's outlets and furniture: enough of them, well formed, found by name and by host."""

import pytest

from rashomon.codebook.furniture import furniture
from rashomon.codebook.outlets import outlet_named, outlet_of, outlets


def test_there_are_enough_outlets_and_agencies() -> None:
    assert sum(not outlet.agency for outlet in outlets()) >= 120
    assert {
        "Reuters",
        "AFP",
        "AP",
        "TASS",
        "Xinhua",
        "IRNA",
        "Anadolu",
        "SANA",
        "INA",
        "dpa",
        "EFE",
        "PTI",
        "Kyodo",
        "UPI",
    } <= {outlet.name for outlet in outlets() if outlet.agency}


def test_every_name_and_host_leads_to_its_outlet() -> None:
    for outlet in outlets():
        for name in (outlet.name, *outlet.aliases):
            assert outlet_named(name) is outlet
        for domain in outlet.domains:
            assert outlet_of(f"https://www.{domain}/2024/02/03/x.html") is outlet


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("the associated press", "AP"),
        ("REUTERS", "Reuters"),
        ("Shafaq News Agency", "Shafaq News"),
        ("Al-Manar Website", "Al-Manar"),
        ("Guardian", "The Guardian"),
    ],
)
def test_variants_of_a_name(words: str, name: str) -> None:
    outlet = outlet_named(words)
    assert outlet is not None
    assert outlet.name == name


@pytest.mark.parametrize("words", ["", "Sky", "Central", "nobody at all", "Kabul"])
def test_words_that_name_no_outlet(words: str) -> None:
    assert outlet_named(words) is None


@pytest.mark.parametrize(
    "url", ["", "https://nobody.example/x", "http://[broken", "no address", "https://notreuters.com/x"]
)
def test_addresses_of_no_outlet(url: str) -> None:
    assert outlet_of(url) is None


def test_the_patterns_compile_and_match_nothing_empty() -> None:
    table = furniture()
    for pattern in (table.line, table.one_teaser, table.teasers, table.to_end, table.section, table.desk):
        assert pattern.fullmatch("") is None
