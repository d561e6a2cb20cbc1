"""Which articles tell another's report in their own words."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from onrecord.record import Article
from onrecord.stories.copies import find_copies
from onrecord.stories.rewrites import Meanings, cut_sentences, find_facts, find_rewrites
from tests.stories.pages import REPORT, page

RETOLD = """A ferry with 90 people aboard, the Halcyon, got stuck near Port Ennis on Sunday.
Fishermen brought everybody ashore, and no one was injured.
Its skipper had gone outside the channel to avoid ice, the owner Brann Lines said.
The hull of the ship, which dates from 1988, will be inspected; tugs are to free it afterwards.
A smaller boat will run between Port Ennis and Sorle, and Brann Lines is refunding tickets."""
OWN = """Passengers of a ferry that ran aground off Port Ennis have spoken of an hour in the dark.
“We sang,” said Ilse Moran, 61, a teacher from Kell, who was on her way to see her son.
Tom Adair, who owns the trawler Petrel, took 34 of them on board and gave them soup.
The harbour master, Una Reyes, said that 12 buoys of the channel had gone missing in January.
Insurers in Marrow have sent two engineers; Brann Lines would not say what the Halcyon is worth."""


def wire(text: str = REPORT) -> Article:
    return page(text, outlet="Nordline", published="2024-03-03T08:00:00+00:00")


def later(text: str, outlet: str = "Radio Selm", day: str = "2024-03-03") -> Article:
    return page(text, outlet=outlet, published=f"{day}T12:00:00+00:00")


def test_a_report_in_other_words_is_a_rewrite_of_the_earlier_one() -> None:
    source, retold = wire(), later(RETOLD)
    (pair,) = find_rewrites((retold, source))
    assert (pair.first, pair.second, pair.kind) == (source.id, retold.id, "rewrite")
    assert pair.containment < 0.1


def test_the_sentences_that_are_told_again_are_pointed_to() -> None:
    retold = later(f"{RETOLD}\nSpring weather is mild and many visitors walk along cliffs.")
    (pair,) = find_rewrites((wire(), retold))
    words = [span.cut(retold.text) for span in pair.spans]
    assert any("Brann Lines is refunding" in one for one in words)
    assert not any("visitors" in one for one in words)


def test_a_report_with_people_and_numbers_of_its_own_is_none() -> None:
    assert find_rewrites((wire(), later(OWN))) == ()


def test_what_a_third_page_tells_too_was_told_in_public_and_taken_from_nobody() -> None:
    third = page(
        REPORT.replace("Sunday", "Sunday morning"), outlet="Kell Post", published="2024-03-03"
    )
    assert find_rewrites((wire(), later(RETOLD), third)) == ()


def test_what_comes_weeks_later_is_no_rewrite() -> None:
    assert find_rewrites((wire(), later(RETOLD, day="2024-04-20"))) == ()


def test_an_outlet_does_not_rewrite_itself() -> None:
    assert find_rewrites((wire(), later(RETOLD, outlet="Nordline"))) == ()


def test_a_copy_is_not_called_a_rewrite_too() -> None:
    pages = (wire(), later(f"{REPORT}\nRadio Selm wishes a good morning."))
    assert find_rewrites(pages, copies=find_copies(pages)) == ()


def test_pages_without_dates_are_compared_and_the_order_is_said_to_be_unknown() -> None:
    pages = [replace(one, dates=()) for one in (wire(), later(RETOLD))]
    (pair,) = find_rewrites(pages)
    assert "not known" in pair.reason


def test_meanings_that_differ_weigh_against_a_rewrite() -> None:
    source, retold = wire(), later(RETOLD)

    def mean(article: Article, axis: int) -> Meanings:
        sentences = cut_sentences(article)
        vectors = np.zeros((len(sentences), 384), np.float32)
        vectors[:, axis] = 1
        return Meanings(article.id, sentences, vectors)

    (alike,) = find_rewrites((source, retold), (mean(source, 0), mean(retold, 0)))
    apart = find_rewrites((source, retold), (mean(source, 0), mean(retold, 1)))
    assert all(one.score < alike.score for one in apart)
    assert len(alike.spans) == len(cut_sentences(retold))


def test_meanings_without_their_sentences_are_refused() -> None:
    with pytest.raises(ValueError, match="vectors"):
        Meanings("a1", (), np.zeros((2, 384), np.float32))


def test_names_and_numbers_are_facts_but_days_and_first_words_are_not() -> None:
    facts = find_facts(page("Ferries were late on Monday, said Una Reyes. Ninety people waited."))
    assert facts == {"una", "reyes", "90"}


def test_a_page_without_facts_is_no_rewrite_of_another() -> None:
    assert find_rewrites((page("it rained."), page("it rained all day."))) == ()
