"""The list of outlets on the sample pages, and how findings are held against it."""

from __future__ import annotations

from evaluation.outlets import PAGES, Outlet, read_outlets, score_outlets
from onrecord.record import Entity, EntityKind, Span

LISTED = (Outlet("a.html", ("The Northern Star", "The Star"), False),)


def entity(name: str, kind: EntityKind = "outlet", start: int = 0) -> Entity:
    return Entity(f"e{name}{start}", name, kind, (Span(start, start + len(name)),))


def test_an_outlet_is_found_under_any_of_its_names() -> None:
    figures = score_outlets(LISTED, {"a.html": (entity("Star"),)})
    assert figures["outlets F1"] == (1.0, 1)


def test_a_body_taken_for_an_outlet_costs_precision() -> None:
    figures = score_outlets(LISTED, {"a.html": (entity("Northern Star"), entity("Coast Guard"))})
    assert figures["outlets precision"] == (0.5, 2)


def test_an_outlet_taken_for_a_body_costs_recall() -> None:
    figures = score_outlets(LISTED, {"a.html": (entity("Northern Star", "organisation"),)})
    assert figures["outlets recall"] == (0.0, 1)


def test_an_optional_outlet_neither_helps_nor_harms() -> None:
    listed = (*LISTED, Outlet("a.html", ("NN24",), True))
    figures = score_outlets(listed, {"a.html": (entity("Northern Star"), entity("NN24"))})
    assert figures["outlets F1"] == (1.0, 1)
    assert figures["outlets precision"] == (1.0, 1)


def test_every_page_of_the_list_is_among_the_samples() -> None:
    assert {one.page for one in read_outlets()} <= {path.name for path in PAGES.iterdir()}
