"""What holds for all pages of documentation: links lead somewhere, pictures are small and used."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
PAGES = (ROOT / "README.md", *sorted(DOCS.glob("*.md")))
LARGEST, ALL_LARGEST = 150_000, 1_500_000
LINK = re.compile(r"\]\(([^)\s]+)\)")
HEADING = re.compile(r"^#+ (.*)$", re.MULTILINE)
CODE = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)


def anchor(heading: str) -> str:
    """The name that GitHub gives a heading."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


def links_of(page: Path) -> list[tuple[str, str]]:
    text = CODE.sub("", page.read_text(encoding="utf-8"))
    own = [one for one in LINK.findall(text) if "://" not in one]
    return [(one.partition("#")[0], one.partition("#")[2]) for one in own]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_leads_to_a_page_and_its_heading(page: Path) -> None:
    for file, heading in links_of(page):
        target = (page.parent / file).resolve() if file else page
        assert target.exists(), file
        if heading:
            text = CODE.sub("", target.read_text(encoding="utf-8"))
            assert heading in {anchor(one) for one in HEADING.findall(text)}, (file, heading)


def test_every_picture_is_used_and_small() -> None:
    shown = {(page.parent / file).resolve() for page in PAGES for file, _ in links_of(page)}
    pictures = list((DOCS / "pictures").iterdir())
    assert [one.name for one in pictures if one.resolve() not in shown] == []
    assert [one.name for one in pictures if one.stat().st_size > LARGEST] == []
    assert sum(one.stat().st_size for one in pictures) < ALL_LARGEST


def test_every_page_of_documentation_is_linked_from_the_readme() -> None:
    linked = {(ROOT / file).resolve() for file, _ in links_of(ROOT / "README.md")}
    assert [one.name for one in DOCS.glob("*.md") if one.resolve() not in linked] == []
