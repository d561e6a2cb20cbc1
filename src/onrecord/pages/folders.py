"""All pages in a folder and the folders in it.

Invariant: pages come in the order of their paths, so that two runs read the same way; what lies
beside saved pages (pictures, style sheets, scripts, hidden files) is passed over in silence.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from onrecord.pages.contents import look_inside, printable
from onrecord.pages.documents import Origin
from onrecord.pages.files import read_file, suggest_type
from onrecord.pages.issues import refuse, refuse_unreadable
from onrecord.pages.limits import HEAD_BYTES
from onrecord.record import Issue, Page

_BESIDE_PAGES = frozenset({"image", "media", "font", "json", "xml", "binary"})

# Text files that nobody saves a news page in; without them a project's folder reads as news.
_NO_PAGES = frozenset({
    ".css", ".js", ".mjs", ".cjs", ".ts", ".map", ".json", ".jsonl", ".ndjson", ".csv", ".tsv",
    ".py", ".ipynb", ".sh", ".toml", ".yaml", ".yml", ".ini", ".cfg", ".log", ".md", ".rst",
    ".tex", ".bib", ".sql", ".db", ".lock", ".svg", ".woff", ".woff2", ".ttf", ".eot", ".ico",
})  # fmt: skip

# A browser saves "Page.html" with its parts in "Page_files" or "Page-Dateien" beside it.
_PARTS_ENDINGS = ("_files", "-files", "-Dateien", "_fichiers", "_archivos", "_bestanden")


def read_folder(path: Path) -> Iterator[Page | Issue]:
    """All pages under ``path``, in the order of their paths."""
    found = False
    for entry in _list_files(path):
        if isinstance(entry, Issue):
            yield entry
            continue
        if not _is_meant_as_page(entry):
            continue
        for page in read_file(entry):
            found = True
            yield page
    if not found:
        yield refuse(
            "no-pages",
            "no page was found in the folder; put HTML files, text dumps, feeds or WARCs there",
            printable(path),
        )


def _list_files(path: Path) -> Iterator[Path | Issue]:
    try:
        entries = sorted(path.iterdir())
    except OSError as error:
        yield refuse_unreadable(printable(path), error)
        return
    names = {entry.name for entry in entries}
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if not entry.is_dir():
            yield entry
        elif not entry.is_symlink() and not _holds_parts(entry.name, names):
            yield from _list_files(entry)


def _holds_parts(folder: str, names: set[str]) -> bool:
    stems = [folder.removesuffix(end) for end in _PARTS_ENDINGS if folder.endswith(end)]
    return any(f"{stem}{suffix}" in names for stem in stems for suffix in (".html", ".htm"))


def _is_meant_as_page(path: Path) -> bool:
    """Whether the file claims to be a page by its name, or might be one by its content."""
    suffixes = [suffix.lower() for suffix in path.suffixes]
    if suffixes[-1:] == [".gz"]:
        suffixes.pop()
    if set(suffixes[-1:]) & _NO_PAGES:
        return False
    hint = suggest_type(path)
    if hint or suffixes[-1:] == [".warc"]:
        return True
    try:
        if not path.is_file():
            # A broken link was meant as something; a pipe or a socket was not.
            return path.is_symlink() and not path.exists()
        with path.open("rb") as stream:
            head = stream.read(HEAD_BYTES)
    except OSError:
        # Whoever reads the file says what is wrong with it.
        return True
    return look_inside(head, Origin(where="")) not in _BESIDE_PAGES
