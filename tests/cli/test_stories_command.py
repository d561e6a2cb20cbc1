"""What ``onrecord stories`` prints where, and how it ends."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace

import pytest

from onrecord.cli import main
from onrecord.record import Claim, Corpus, Issue, Reading, Story, Trace
from tests.painting.traces import CLAIM, IDS, READINGS, make_corpus, make_trace


@pytest.fixture(autouse=True)
def places(monkeypatch: pytest.MonkeyPatch) -> None:
    lost = Issue("pages", "not-found", "there is no such file", where="gone.html")
    found: dict[str, list[Reading | Issue]] = {
        "pages": [*READINGS.values()], "gone.html": [lost], "empty": [],
    }  # fmt: skip

    def read_all(where: str) -> Iterator[tuple[str, Reading | Issue]]:
        yield from ((where, one) for one in found[where])

    def claims_of(story: Story, _: Corpus) -> tuple[str, ...]:
        return (CLAIM,) if story.articles else ()

    def trace_claims(texts: tuple[str, ...], _: Corpus) -> tuple[Trace, ...]:
        return tuple(make_trace() for _ in texts)

    monkeypatch.setattr("onrecord.cli.gathering.read_all", read_all)
    monkeypatch.setattr("onrecord.cli.stories_command.read_corpus", lambda _: make_corpus())
    monkeypatch.setattr("onrecord.cli.stories_command.claims_of", claims_of)
    monkeypatch.setattr("onrecord.cli.stories_command.trace_claims", trace_claims)


def test_stories_are_told_without_claims_where_none_are_asked_for(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["stories", "pages"]) == 0
    out = capsys.readouterr().out
    assert "1 story in 7 pages" in out
    assert "What it tells" not in out


def test_claims_are_told_with_their_count_and_their_denial(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["stories", "pages", "--claims", "--width", "110"]) == 0
    out = capsys.readouterr().out
    assert f"“{CLAIM}”" in out
    assert "7 pages say it; 2 independent sources, perhaps 3; denied by Ole Brandt" in out


def test_json_is_one_story_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["stories", "pages", "--json"]) == 0
    (line,) = capsys.readouterr().out.splitlines()
    story = json.loads(line)
    assert story["claims"] is None
    assert story["articles"][0]["id"] == IDS["post"]
    assert main(["stories", "pages", "--json", "--claims"]) == 0
    story = json.loads(capsys.readouterr().out)
    assert story["claims"][0]["independent"] == {"min": 2, "max": 3}
    assert story["claims"][0]["denied_by"] == ["Ole Brandt"]


def test_what_cannot_be_read_is_named_and_the_rest_is_told(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["stories", "gone.html", "pages"]) == 1
    out, err = capsys.readouterr()
    assert "gone.html: there is no such file" in err
    assert "1 story" in out


def test_without_any_page_there_is_no_story(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["stories", "empty"]) == 1
    assert "there are no stories, since no page could be read" in capsys.readouterr().err


def test_a_storys_claims_are_traced_through_its_own_pages(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    rest = tuple(one for one in IDS.values() if one != IDS["now"])
    corpus = replace(make_corpus(), stories=(Story("t1", rest), Story("t2", (IDS["now"],))))
    seen: list[int] = []

    def trace_claims(texts: tuple[str, ...], inside: Corpus) -> tuple[Trace, ...]:
        seen.append(len(inside.readings))
        return tuple(Trace(Claim("c", text)) for text in texts)

    monkeypatch.setattr("onrecord.cli.stories_command.read_corpus", lambda _: corpus)
    monkeypatch.setattr("onrecord.cli.stories_command.trace_claims", trace_claims)
    assert main(["stories", "pages", "--claims"]) == 0
    assert seen == [6, 1]
    assert "No claims were found in it." in capsys.readouterr().out
