"""A trace in sentences: the answer first, then who, from whom, against whom, and the count.

Invariant: it is counted who knows of a claim; nothing here says whether the claim is true.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from urllib.parse import urlsplit

from onrecord.painting.snippets import Snippet, cut_snippet, find_sentences_of
from onrecord.painting.trace_outline import PageShown, SourceShown, Taking, TraceOutline
from onrecord.painting.visible_text import show_plainly
from onrecord.painting.wording import count, join_words, phrase, word_for
from onrecord.record import (
    Article,
    Circle,
    Claim,
    Contradiction,
    CountingStep,
    Independence,
    Side,
    Span,
    Telling,
    hull,
)

NAMES_SHOWN = 4
"""Of more names than these for one source, or in one sentence, the rest is counted."""

TAKEN_WHOLE = ("copy", "rewrite", "update")
"""Kinds of taking whose spans are the words that were taken and not words that say so."""

PAGES_SHOWN = 12
"""Of more pages than these in one sentence the rest is counted."""


def describe_answer(outline: TraceOutline) -> tuple[str, ...]:
    """How many say so and on how many sources; then how many deny it, and on whose word."""
    claim = outline.trace.claim
    asserting, denying = claim.articles("asserts"), claim.articles("denies")
    if asserting:
        pages = count(len(asserting), "page_say")
        told = phrase("answer", "asserted", pages=pages)
        lines = [f"{told} {describe_support(claim.independence, len(asserting))}"]
    else:
        lines = [phrase("answer", "nobody")]
    if denying:
        pages = count(len(denying), "page_say")
        who = [name_source(one) for one in outline.on("denies") if one.source.kind != "unknown"]
        key = "denied" if who else "denied_nobody"
        lines.append(phrase("answer", key, pages=pages, who=join_some(who)))
    return tuple(lines)


def describe_support(independence: Independence, pages: int) -> str:
    """How many independent sources stand behind the pages that say so."""
    low, high = independence.min, independence.max
    if not high:
        return phrase("answer", "no_source")
    it = phrase("answer", "it" if pages == 1 else "them")
    if not low:
        return phrase("answer", "perhaps_one", it=it, sources=count(high, "independent"))
    key = "source" if low == high else "source_perhaps"
    stand = word_for("answer", "stands" if low == 1 else "stand")
    return phrase("answer", key, it=it, stand=stand, sources=count(low, "independent"), max=high)


def describe_range(independence: Independence) -> str:
    """1 independent source, perhaps 2; or that none is known."""
    low, high = independence.min, independence.max
    if not high:
        return phrase("counting", "no_source")
    if low == high:
        return count(low, "independent")
    if not low:
        return phrase("counting", "perhaps_one", sources=count(high, "independent"))
    return phrase("counting", "perhaps", sources=count(low, "independent"), max=high)


def list_issues(outline: TraceOutline) -> tuple[str, ...]:
    """What could not be answered, beside that nobody says it."""
    issues = outline.trace.issues
    return tuple(show_plainly(one.message) for one in issues)


def list_steps(independence: Independence) -> tuple[CountingStep, ...]:
    """The steps of the count, those that read the same once."""
    return tuple(dict.fromkeys(independence.why))


def describe_first(outline: TraceOutline) -> tuple[str, ...]:
    """Who said it first, and which pages could not be put in order; () where nobody says it."""
    asserting = [one for one in outline.pages if one.standing in ("asserts", "both")]
    if not asserting:
        return ()
    first = outline.number(outline.trace.claim.first)
    undated = [one for one in asserting if one.clock.moment is None]
    if first is not None:
        page = outline.page(first)
        lines = [phrase("answer", "first", page=name_page(page), when=page.clock.words)]
    else:
        key = "first_undated" if len(undated) == len(asserting) else "first_unknown"
        lines = [phrase("answer", key)]
    if undated and (first is not None or len(undated) < len(asserting)):
        numbers = list_numbers([one.number for one in undated])
        pages = count(len(undated), "page_has")
        lines.append(phrase("answer", "undated", pages=pages, numbers=numbers))
    return tuple(lines)


def name_outlet(article: Article) -> str:
    """The outlet's name, where that is unknown its host, or that neither is known."""
    return (
        show_plainly(article.outlet)
        or show_plainly(_host_of(article.url))
        or phrase("trace", "unknown_outlet")
    )


def _host_of(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def name_page(page: PageShown) -> str:
    """Its number and its outlet: 3 Worldscope Daily."""
    return f"{page.number} {name_outlet(page.article)}"


def call_source(shown: SourceShown) -> str:
    """The source by its own name, or that none is known."""
    if shown.source.kind == "unknown":
        return phrase("trace", "no_source")
    return show_plainly(shown.source.name)


def name_source(shown: SourceShown) -> str:
    """The source's name, with the outlet that had it where it is not named."""
    source = shown.source
    name = call_source(shown)
    if not (source.unnamed and source.outlet) or source.outlet in name:
        return name
    return phrase("trace", "name_of", name=name, outlet=show_plainly(source.outlet))


def describe_source(shown: SourceShown) -> tuple[str, ...]:
    """What sort of source it is, who first had it, how many pages rest on it."""
    source = shown.source
    parts = [word_for("kinds_unnamed" if source.unnamed else "kinds", source.kind)]
    outlet = show_plainly(source.outlet)
    if outlet and source.kind == "unknown":
        parts.append(phrase("trace", "trail_ends", outlet=outlet))
    elif outlet and source.kind == "document":
        parts.append(phrase("trace", "seen", outlet=outlet))
    elif outlet and source.kind != "observation":
        parts.append(phrase("trace", "at", outlet=outlet))
    if source.inferred:
        parts.append(phrase("trace", "inferred"))
    parts.append(count(len(source.articles), "page_rest"))
    return tuple(parts)


def describe_names(shown: SourceShown) -> tuple[str, ...]:
    """What else the pages call it, and on what it rests itself; () where there is nothing."""
    source = shown.source
    others = [show_plainly(one) for one in source.names if one != source.name]
    lines = []
    if others:
        names = join_some([f"“{one}”" for one in dict.fromkeys(others)])
        lines.append(phrase("trace", "also", names=names))
    if source.rests:
        lines.append(phrase("trace", "rests", words=show_plainly(source.rests)))
    return tuple(lines)


def describe_page_kind(page: PageShown) -> str:
    """Original, copy, relay …"""
    return word_for("page_kinds", page.kind or "unknown")


def describe_taking(taking: Taking, outline: TraceOutline) -> str:
    """How the page came by it: relays 1 The Calder Post, vaguely credited."""
    derivation = taking.derivation
    return phrase(
        "taking",
        derivation.kind,
        page=name_page(outline.page(taking.parent)),
        credit=word_for("credit", derivation.credited),
    )


def describe_evidence(taking: Taking, outline: TraceOutline) -> str:
    """Why it is thought to have come from there, with the page's words where the reason lacks them.

    "" where neither is known.
    """
    derivation = taking.derivation
    reason = show_plainly(derivation.reason)
    if not derivation.spans or derivation.kind in TAKEN_WHOLE:
        return reason
    text = outline.page(taking.child).article.text
    words = show_plainly(min(derivation.spans).cut(text))
    if words in reason or "“" in reason:
        return reason
    return phrase("trace", "evidence", reason=reason, words=words) if reason else f"“{words}”"


def describe_besides(page: PageShown, taking: Taking | None, outline: TraceOutline) -> str:
    """What else the page took, from pages that have no part in a source's tree; "" for nothing."""
    silent = {one.number for one in outline.pages if one.standing == "passes"}
    others = [
        describe_taking(one, outline)
        for one in outline.taken(page.number)
        if one is not taking and one.parent in silent
    ]
    return phrase("trace", "besides", takings=join_some(others)) if others else ""


def quote_telling(page: PageShown, telling: Telling, room: int) -> Snippet:
    """The sentence of the telling in about ``room`` characters, its own words marked."""
    spans = sorted(telling.spans)
    article = page.article
    sentence = hull(tuple(find_sentences_of(article, spans).values()))
    return cut_snippet(article.text, sentence, spans, room)


def best_telling(page: PageShown, side: Side, source: SourceShown | None = None) -> Telling | None:
    """The place nearest to the words that name ``source``, or that tells it most surely.

    Of equals the first; None where none does.
    """
    told = page.told(side)
    if not told:
        return None
    named = [] if source is None else source.source.spans
    spans = [span for article, span in named if article == page.article.id]
    if spans:
        return min(told, key=lambda one: min(_apart(hull(one.spans), span) for span in spans))
    return max(told, key=lambda one: (one.score, -min(one.spans).start))


def _apart(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end, 0)


def describe_circle(circle: Circle, outline: TraceOutline) -> tuple[str, str]:
    """Whose claim comes back through whom, and the way from page to page."""
    numbers = [outline.number(one) for one in circle.articles]
    pages = [outline.page(one) for one in numbers if one is not None]
    way = phrase("circle", "arrow").join(name_page(one) for one in pages)
    outlets = [name_outlet(one.article) for one in pages]
    own = next((one for one in outlets if outlets.count(one) > 1), "")
    others = list(dict.fromkeys(one for one in outlets if one != own))
    if own and others:
        return phrase("circle", "own", outlet=own, others=join_some(others)), way
    return phrase("circle", "other"), way


def describe_conflict(one: Contradiction, outline: TraceOutline) -> tuple[str, str]:
    """What stands against the claim, and how many pages and sources stand behind that."""
    trace = outline.trace
    other = one.second if one.first == trace.claim.id else one.first
    rival = next((each for each in trace.rivals if each.id == other), trace.claim)
    words = show_plainly(rival.text)
    reason = show_plainly(one.reason)
    if one.superseded:
        key = "newer" if one.first == trace.claim.id else "older"
        told = phrase("contradictions", key, words=words, reason=reason)
    else:
        kind = word_for("contradictions", one.kind)
        told = phrase("contradictions", "rival", words=words, kind=kind, reason=reason)
    return told, describe_claim(rival)


def describe_claim(claim: Claim) -> str:
    """How many pages say it, on how many sources."""
    asserting = claim.articles("asserts")
    if not asserting:
        return phrase("contradictions", "unsupported")
    pages = count(len(asserting), "page_say")
    return phrase(
        "contradictions", "support", pages=pages, sources=describe_range(claim.independence)
    )


def describe_step(step: CountingStep) -> str:
    """What the step adds: +1, or +0 or 1, or 0."""
    if step.adds_min == step.adds_max:
        key = "adds" if step.adds_max else "adds_nothing"
        return phrase("counting", key, number=step.adds_max)
    return phrase("counting", "adds_perhaps", min=step.adds_min, max=step.adds_max)


def describe_total(independence: Independence) -> str:
    """What the steps add up to: 2, or 1 to 2."""
    key = "total" if independence.min == independence.max else "total_range"
    return phrase("counting", key, min=independence.min, max=independence.max)


def join_some(parts: Sequence[str], shown: int = NAMES_SHOWN) -> str:
    """``parts`` in a row, those beyond ``shown`` counted."""
    if len(parts) <= shown:
        return join_words(list(parts))
    rest = count(len(parts) - shown, "other_somebody")
    return join_words([*parts[:shown], rest])


def list_numbers(numbers: Iterable[int]) -> str:
    """1, 2, 5–9: runs drawn together."""
    runs: list[list[int]] = []
    for one in sorted(numbers):
        if runs and runs[-1][-1] == one - 1:
            runs[-1].append(one)
        else:
            runs.append([one])
    words = [f"{run[0]}–{run[-1]}" if len(run) > 2 else ", ".join(map(str, run)) for run in runs]
    return ", ".join(words[:PAGES_SHOWN]) + (" …" if len(words) > PAGES_SHOWN else "")


def count_kinds(takings: Iterable[Taking]) -> str:
    """990 copies and 2 rewrites."""
    kinds = Counter(one.derivation.kind for one in takings)
    return join_words([count(number, kind) for kind, number in kinds.most_common()])
