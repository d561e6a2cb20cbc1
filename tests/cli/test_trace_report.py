"""What a journalist reads in the terminal about one claim."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.cli.trace_report import render_trace
from onrecord.record import Claim, Corpus, CountingStep, Issue, Trace
from tests.painting.traces import CLAIM, IDS, PLACES, make_corpus, make_trace


def render(trace: Trace | None = None, width: int = 80, corpus: Corpus | None = None) -> str:
    return render_trace(trace or make_trace(), corpus or make_corpus(), places=PLACES,
                        width=width, colour=False)  # fmt: skip


@pytest.mark.parametrize("width", [40, 60, 80, 110])
def test_no_line_is_wider_than_asked_for(width: int) -> None:
    assert max(map(len, render(width=width).splitlines())) <= width


def test_the_answer_stands_before_all_else() -> None:
    lines = render().splitlines()
    assert lines[1] == f"“{CLAIM}”"
    assert lines[3] == "7 pages say this. Behind them stand 2 independent sources, perhaps 3."
    assert lines[4] == "1 page says that it is false, on the word of Ole Brandt."


def test_the_parts_stand_in_the_order_of_what_is_asked_first() -> None:
    report = render()
    headings = [
        "Who stands behind it", "Who took it from whom", "Who denies it", "What stands against it",
        "Circles", "Who was first", "How the sources are counted", "The pages",
    ]  # fmt: skip
    places = [report.index(f"\n{one}\n") for one in headings]
    assert places == sorted(places)


def test_named_and_unnamed_sources_have_signs() -> None:
    report = render(width=110)
    assert "○ A two engineers  unnamed people · first had by Tidewater Post" in report
    assert "● B a letter of the harbour office  document" in report


def test_the_tree_leads_from_the_source_to_those_who_took_it() -> None:
    lines = render(width=110).splitlines()
    start = lines.index("○ A two engineers (Tidewater Post)")
    assert lines[start + 1] == "└── 1 Tidewater Post · 14 March 2031, 04:30 UTC · original"
    assert lines[start + 2].startswith("    “The harbour wall was cracked months before")
    assert lines[start + 3] == "    ├── 3 Daily Quay · 14 March 2031, 18:00 UTC · relay"
    assert lines[start + 4] == "    │   relays 1 Tidewater Post, credited"
    assert lines[start + 5] == "    │   it cites that outlet: “the Tidewater Post reported”"


def test_a_page_under_two_parents_is_told_once_and_referred_to() -> None:
    report = render(width=110)
    assert report.count("A second outlet confirms that") == 1
    assert "→ 6 Tidewater Post  relays 5 Quay Now, vaguely credited" in report
    assert "→ 1 Tidewater Post  told under another source" in report


def test_a_page_without_a_date_is_said_to_have_none() -> None:
    assert "7 Morning Slip · no date on the page · copy" in render(width=110)


def test_the_denial_is_told_with_its_own_words() -> None:
    report = render(width=110)
    denial = report[report.index("Who denies it") : report.index("What stands against it")]
    assert "● D Ole Brandt" in denial
    assert "“The wall was sound,” harbour master" in denial


def test_the_count_has_a_reason_for_each_step_and_the_rule_at_its_end() -> None:
    report = render(width=110)
    assert "     +1  A  two engineers: not named, first had by the Post  R4" in report
    assert "+0 or 1  C A  engineers may be the same people  R4" in report
    assert "= 2 to 3  independent sources" in report
    assert "never whether it is true" in report


def test_a_claim_of_nobody_gets_an_honest_answer() -> None:
    issue = Issue("claims", "nobody", "the nearest thing here is “the wall was old”")
    unsupported = Issue("claims", "no-telling", "no page here says this")
    report = render(Trace(Claim("c9", "The wall was blue."), issues=(issue, unsupported)))
    assert report.count("No page here says this.") == 1
    assert "! the nearest thing here is “the wall was old”" in report
    assert "7 pages were looked through." in report
    assert "Who took it from whom" not in report


def test_words_that_quote_somebody_have_no_marks_of_ours_around_them() -> None:
    lines = [one.strip("│ ") for one in render(width=110).splitlines()]
    assert "“The wall was sound,” harbour master Ole Brandt said." in lines


def test_steps_that_read_the_same_are_told_once() -> None:
    trace = make_trace()
    same = CountingStep("R2", ("u1",), 0, 0, "the engineers speak for the office")
    independence = replace(
        trace.claim.independence, why=(*trace.claim.independence.why, same, same)
    )
    report = render(replace(trace, claim=replace(trace.claim, independence=independence)))
    assert report.count("the engineers speak for the office") == 1


def test_of_a_thousand_copies_some_are_told_and_all_are_counted() -> None:
    corpus, trace = make_corpus(), make_trace()
    slip = next(one for one in corpus.readings if one.article.id == IDS["slip"])
    edge = next(one for one in trace.derivations if one.kind == "copy")
    copies = [replace(slip, article=replace(slip.article, id=f"n{at}")) for at in range(1000)]
    edges = tuple(replace(edge, article=one.article.id) for one in copies)
    corpus = replace(corpus, readings=(*corpus.readings, *copies))
    report = render(replace(trace, derivations=(*trace.derivations, *edges)), 80, corpus)
    assert len(report.splitlines()) < 300
    assert "more pages from 1 Tidewater Post" in report
    assert "copies" in report


def test_a_chain_of_very_many_hands_stays_within_the_width_and_is_counted() -> None:
    corpus, trace = make_corpus(), make_trace()
    quay = next(one for one in corpus.readings if one.article.id == IDS["quay"])
    many = [replace(quay, article=replace(quay.article, id=f"n{at:03}")) for at in range(200)]
    edge = trace.derivations[0]
    chain = [replace(edge, article="n000", parent=IDS["quay"])]
    chain += [replace(edge, article=f"n{at:03}", parent=f"n{at - 1:03}") for at in range(1, 200)]
    corpus = replace(corpus, readings=(*corpus.readings, *many))
    report = render(replace(trace, derivations=(*trace.derivations, *chain)), 60, corpus)
    assert max(map(len, report.splitlines())) <= 60
    assert len(report.splitlines()) < 400


def test_very_many_steps_of_the_count_are_counted() -> None:
    trace = make_trace()
    steps = tuple(CountingStep("R1", (), 0, 0, f"a copy adds nothing: {at}") for at in range(60))
    independence = replace(trace.claim.independence, why=(*trace.claim.independence.why, *steps))
    report = render(replace(trace, claim=replace(trace.claim, independence=independence)))
    assert report.count("a copy adds nothing") < 30
    assert "and 39 more" in report


def test_a_page_cannot_drive_the_terminal_or_the_markup() -> None:
    trace, corpus = make_trace(), make_corpus()
    bad = "\x1b[31mred[/bold] \u202etxet"
    readings = tuple(
        replace(one, article=replace(one.article, title=bad, outlet=bad)) for one in corpus.readings
    )
    sources = tuple(replace(one, name=bad, names=(bad, bad + "2")) for one in trace.claim.sources)
    claim = replace(trace.claim, text=bad, sources=sources)
    report = render(replace(trace, claim=claim), 80, replace(corpus, readings=readings))
    assert "\x1b" not in report
    assert "\u202e" not in report
    assert "⟨U+001B⟩[31mred[/bold]" in report


def test_colour_is_only_where_it_is_wanted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    coloured = render_trace(make_trace(), make_corpus(), places=PLACES, width=80, colour=True)
    assert "\x1b[" in coloured
    assert "\x1b[1;33mtwo engineers\x1b[0m\x1b[2m  unnamed people" in coloured
    assert "\x1b" not in render()
