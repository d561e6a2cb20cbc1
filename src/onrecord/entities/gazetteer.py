"""The places of the world by their names: GeoNames, compiled into one file that is searched as is.

Invariant: nothing is loaded before the first look-up, and no table is built: a name is found by
halving the sorted bytes. Source: GeoNames, CC BY 4.0; `training/gazetteer.py` compiles the file.
"""

from __future__ import annotations

import gzip
import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Literal

FILE = "gazetteer.gz"
KEPT = 20_000
"""Names whose places are kept at hand: more than an archive uses again and again."""

Level = Literal["continent", "area", "country", "region", "district", "city"]

_LEVELS: dict[str, Level] = {
    "R": "continent", "C": "country", "A": "region", "B": "district", "P": "city",
}  # fmt: skip
_MARKS = re.compile(r"[^\w#]+|_+")
_DROPPED = str.maketrans("", "", ".'’‘ʻʼ`´")


@dataclass(frozen=True, slots=True)
class GazetteerPlace:
    """A place as the gazetteer has it.

    ``level`` = city for any settlement, region for a first-order and district for a second-order
    division (a US county), area for what is none of these (seas, the Middle East). ``region`` is
    the code of the first-order division ("US.TX"), "" for a country. ``population`` counts people,
    0 where unknown. ``alternate`` tells that it was found under another name than its first.
    """

    geonameid: int
    name: str
    lat: float
    lon: float
    level: Level
    country: str
    region: str
    population: int
    alternate: bool = False


@lru_cache(maxsize=KEPT)
def fold_name(name: str) -> str:
    """The name without case, accents, full stops, apostrophes and hyphens: what names match by."""
    plain = unicodedata.normalize("NFKD", name.translate(_DROPPED))
    letters = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return _MARKS.sub(" ", letters.casefold()).strip()


def find_by_name(name: str) -> tuple[GazetteerPlace, ...]:
    """All places of that name, those first whose first name it is; () where there is none."""
    return _find(fold_name(name))


def find_by_code(code: str) -> GazetteerPlace | None:
    """The country ("US", ISO 3166-1) or first-order division ("US.TX", GeoNames) of a code."""
    found = _find(f"#{code.casefold()}".replace(".", ""))
    return found[0] if found else None


def is_known(key: str) -> bool:
    """Whether a folded name is that of a place."""
    return bool(_find(key))


@lru_cache(maxsize=KEPT)
def _find(key: str) -> tuple[GazetteerPlace, ...]:
    if not key:
        return ()
    rows, names = _load()
    line = _search(names, key.encode(errors="replace"))
    return () if line is None else tuple(_read(rows, one) for one in line.decode().split())


@cache
def _load() -> tuple[bytes, bytes]:
    """The rows, and the sorted names with the offsets of their rows."""
    packed = (files("onrecord.entities") / FILE).read_bytes()
    rows, _, names = gzip.decompress(packed).partition(b"\n\n")
    return rows + b"\n", names


def _search(names: bytes, key: bytes) -> bytes | None:
    """What stands behind ``key`` in the sorted lines, or None."""
    low, high = 0, len(names)
    while low < high:
        start = names.rfind(b"\n", low, (low + high) // 2) + 1 or low
        end = names.find(b"\n", start)
        found, _, offsets = names[start:end].partition(b"\t")
        if found == key:
            return offsets
        if found < key:
            low = end + 1
        else:
            high = start
    return None


def _read(rows: bytes, offset: str) -> GazetteerPlace:
    start = int(offset.rstrip("~"))
    fields = rows[start : rows.index(b"\n", start)].decode().split("\t")
    number, name, latitude, longitude, kind, country, region, population = fields
    return GazetteerPlace(
        int(number), name, float(latitude), float(longitude), _LEVELS[kind], country, region,
        int(population), offset.endswith("~"),
    )  # fmt: skip
