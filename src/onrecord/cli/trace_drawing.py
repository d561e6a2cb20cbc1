"""The drawn trees of a trace: a source, the pages that had it, and those that took it from them.

Invariant: a page's words stand in the trees once; where it hangs again there is a reference.
"""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text
from rich.tree import Tree

from onrecord.cli.trace_tree import Branch, SourceTree
from onrecord.painting.trace_outline import PageShown, SourceShown, TraceOutline
from onrecord.painting.trace_words import (
    best_telling,
    call_source,
    count_kinds,
    describe_besides,
    describe_evidence,
    describe_page_kind,
    describe_taking,
    name_outlet,
    name_page,
    name_source,
    quote_telling,
)
from onrecord.painting.visible_text import DOUBLE_MARKS, wrap_short
from onrecord.painting.wording import count, phrase, word_for
from onrecord.record import Telling

NAMED, UNNAMED = "●", "○"
DEEPEST = 4
"""Hands beyond these stand below one another without further indent: a line needs its words."""

TAKERS_SHOWN = 8
"""Of more pages than these that took it from one page those are counted that passed it to nobody.
"""

DEEP_SHOWN = 24
"""Pages that stand at one place of a tree at most, deeper hands among them."""

GUIDE = 4
"""Columns that each level of a tree takes."""

LINES_A_REASON, LINES_A_QUOTE = 2, 2
LOST = 0.3
"""Share of a line that wrapping at words leaves empty: the ellipsis shall not stand alone."""

NARROWEST_WORDS = 24


def draw_tree(tree: SourceTree, outline: TraceOutline, width: int) -> Tree:
    """One source, or those pages of which none is known, with all that came from there."""
    drawn = Tree(_label_root(tree.source), guide_style="dim")
    _hang(drawn, tree.branches, outline, width - GUIDE, 1)
    return drawn


def draw_denial(outline: TraceOutline, width: int) -> list[Tree]:
    """For each source of a denial the pages that carry it; then denials of nobody known."""
    sources = outline.on("denies")
    resting = {page for one in sources for page in one.pages}
    denying = [one.number for one in outline.pages if one.standing in ("denies", "both")]
    groups: list[tuple[SourceShown | None, Sequence[int]]] = [(one, one.pages) for one in sources]
    if loose := [one for one in denying if one not in resting]:
        groups.append((None, loose))
    told: set[Telling] = set()
    trees = []
    for source, pages in groups:
        tree = Tree(_label_root(source), guide_style="dim")
        for number in pages[:TAKERS_SHOWN]:
            page = outline.page(number)
            label = _head_page(page)
            telling = best_telling(page, "denies", source)
            if telling is not None and telling not in told:
                _quote(label, page, telling, width - GUIDE)
                told.add(telling)
            tree.add(label)
        if len(pages) > TAKERS_SHOWN:
            more = count(len(pages) - TAKERS_SHOWN, "page")
            tree.add(Text(phrase("trace", "more_heads", pages=more), style="dim"))
        trees.append(tree)
    return trees


def draw_name(shown: SourceShown, *, with_outlet: bool = False) -> Text:
    """A source's name in the colour of those who are named, or not."""
    name = name_source(shown) if with_outlet else call_source(shown)
    style = "bold yellow" if shown.source.unnamed else "bold cyan"
    return Text().append(name, style=style)


def _label_root(source: SourceShown | None) -> Text:
    if source is None:
        return Text(f"{UNNAMED} ").append(phrase("trace", "no_source"), style="bold yellow")
    sign = UNNAMED if source.source.unnamed else NAMED
    return Text(f"{sign} {source.letter} ").append_text(draw_name(source, with_outlet=True))


def _hang(
    tree: Tree, branches: Sequence[Branch], outline: TraceOutline, room: int, depth: int
) -> None:
    shown, left = _choose(branches)
    queue = list(shown)
    told = 0
    while queue and told < DEEP_SHOWN:
        branch = queue.pop(0)
        told += 1
        below = tree.add(_label(branch, outline, room))
        if depth < DEEPEST:
            _hang(below, branch.branches, outline, room - GUIDE, depth + 1)
            continue
        # Deeper hands stand at this level; each names the page that it took from.
        deeper, rest = _choose(branch.branches)
        queue[:0] = deeper
        _count_left(tree, rest, outline)
    _count_left(tree, [*left, *queue], outline)


def _choose(branches: Sequence[Branch]) -> tuple[list[Branch], list[Branch]]:
    """The branches to draw, and those to count: of many, leaves of the later pages."""
    if len(branches) <= TAKERS_SHOWN:
        return list(branches), []
    bearing = [one for one in branches if one.branches]
    leaves = [one for one in branches if not one.branches]
    kept = leaves[: max(TAKERS_SHOWN - len(bearing), 1)]
    shown = [one for one in branches if one in kept or one.branches]
    return shown, leaves[len(kept) :]


def _count_left(tree: Tree, left: Sequence[Branch], outline: TraceOutline) -> None:
    if not left:
        return
    takings = [one.taking for one in left if one.taking is not None]
    if not takings:
        words = phrase("trace", "more_heads", pages=count(len(left), "page"))
    else:
        words = phrase(
            "trace",
            "more_takers",
            pages=count(len(left), "more_page"),
            page=name_page(outline.page(takings[0].parent)),
            kinds=count_kinds(takings),
        )
    tree.add(Text(words, style="dim"))


def _label(branch: Branch, outline: TraceOutline, room: int) -> Text:
    page = outline.page(branch.page)
    if not branch.told:
        label = Text().append("→ ", style="dim").append(name_page(page), style="bold")
        if branch.taking is None:
            return label.append(f"  {phrase('trace', 'told_elsewhere')}", style="dim")
        return label.append(f"  {describe_taking(branch.taking, outline)}", style="dim")
    label = _head_page(page)
    label.append(f" · {describe_page_kind(page)}", style="dim")
    if page.standing == "passes":
        label.append(f" · {word_for('page_standing', 'passes')}", style="dim")
    if page.standing == "both":
        label.append(f" · {phrase('trace', 'and_denies')}", style="red")
    if branch.taking is not None:
        credit = branch.taking.derivation.credited
        label.append(f"\n{describe_taking(branch.taking, outline)}", style=_STYLES[credit])
        if evidence := describe_evidence(branch.taking, outline):
            lines = wrap_short(evidence, max(room, NARROWEST_WORDS), LINES_A_REASON)
            label.append(f"\n{lines}", style="dim")
    if besides := describe_besides(page, branch.taking, outline):
        label.append(f"\n{besides}", style="dim")
    telling = best_telling(page, "denies" if page.standing == "denies" else "asserts")
    if telling is not None:
        _quote(label, page, telling, room)
    return label


_STYLES = {"named": "green", "vague": "yellow", "none": "red"}


def _head_page(page: PageShown) -> Text:
    label = Text().append(f"{page.number} {name_outlet(page.article)}", style="bold")
    return label.append(f" · {page.clock.brief}")


def _quote(label: Text, page: PageShown, telling: Telling, room: int) -> None:
    """The page's own words of the claim, in their sentence."""
    room = max(room, NARROWEST_WORDS)
    snippet = quote_telling(page, telling, round(room * (LINES_A_QUOTE - LOST)))
    # Words that quote somebody are shown as they stand: marks around marks mislead.
    marks = not any(mark in snippet.words for mark in DOUBLE_MARKS)
    label.append("\n“" if marks else "\n")
    for words, marked in snippet.pieces:
        label.append(words, style="italic" if marked else "dim")
    label.append("”" if marks else "")
