"""Outlets across pages: whose page is whose, and whom a name means."""

from __future__ import annotations

import pytest

from onrecord.record import Article, Furniture, Reading, Stamp, article_id
from onrecord.stories.media.outlets import find_outlets, fitting_outlets, outlet_of, resolve_outlet


def _page(
    outlet: str, url: str, text: str = "Rain fell.", *, title: str = "", foot: str = ""
) -> Reading:
    article = Article(
        id=article_id(url + outlet + foot, text),
        url=url,
        outlet=outlet,
        title=title,
        authors=(),
        language="en",
        text=text,
        furniture=(Furniture("other", foot),) if foot else (),
    )
    return Reading(article=article, stamp=Stamp("0", "none", "en"))


LANTERN = _page("The Tarn Lantern", "https://www.tarnlantern.example/a")
GAZETTE = _page("Gazette of Brel", "https://brelgazette.example/b")
AGENCY = _page("Brelian News Agency", "https://bna.example/c")


def test_pages_of_one_host_are_of_one_outlet() -> None:
    other = _page("tarnlantern.example", "https://tarnlantern.example/sport/x", "Snow fell.")
    (outlet,) = find_outlets((LANTERN, other))
    assert outlet.name == "The Tarn Lantern"
    assert outlet.articles == (LANTERN.article.id, other.article.id)


def test_one_name_at_two_hosts_is_two_outlets_and_the_name_means_neither() -> None:
    namesake = _page("The Tarn Lantern", "https://lantern-of-tarn.example/a")
    outlets = find_outlets((LANTERN, namesake))
    assert len(outlets) == 2
    assert resolve_outlet("the Tarn Lantern", outlets) is None
    assert fitting_outlets("the Tarn Lantern", outlets) == outlets
    assert resolve_outlet("lantern-of-tarn.example", outlets) == outlets[1]


def test_a_page_without_address_joins_the_outlet_of_its_name() -> None:
    homeless = _page("Tarn Lantern", "", "Hail fell.")
    (outlet,) = find_outlets((homeless, LANTERN))
    assert outlet.articles == (homeless.article.id, LANTERN.article.id)
    assert outlet.hosts == ("tarnlantern.example",)


def test_a_page_that_tells_nothing_of_its_outlet_stands_alone() -> None:
    silent = (_page("", "", "One."), _page("", "", "Two."))
    outlets = find_outlets(silent)
    assert [one.name for one in outlets] == ["", ""]
    assert resolve_outlet("", outlets) is None


def test_who_holds_the_rights_of_a_page_is_its_outlet() -> None:
    page = _page("", "", foot="Copyright Morning Kite 2024 | Imprint")
    (outlet,) = find_outlets((page,))
    assert outlet.name == "Morning Kite"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("the Lantern", LANTERN),
        ("The Lantern’s", LANTERN),
        ("the Gazette", GAZETTE),
        ("BNA", AGENCY),
        ("https://www.tarnlantern.example/z", LANTERN),
    ],
)
def test_a_name_means_the_outlet_that_bears_it(name: str, expected: Reading) -> None:
    outlets = find_outlets((LANTERN, GAZETTE, AGENCY))
    found = resolve_outlet(name, outlets)
    assert found == outlet_of(expected.article.id, outlets)


def test_an_outlet_without_pages_is_unknown() -> None:
    assert resolve_outlet("the Mirror", find_outlets((LANTERN, GAZETTE))) is None


def test_a_town_in_two_names_means_neither() -> None:
    outlets = find_outlets((GAZETTE, _page("Brel Islander", "https://islander.example/")))
    assert resolve_outlet("Brel", outlets) is None
    assert resolve_outlet("the Islander", outlets) == outlets[1]


def test_an_article_of_no_outlet_is_refused() -> None:
    with pytest.raises(LookupError):
        outlet_of("a0", find_outlets((LANTERN,)))
