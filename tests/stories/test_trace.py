import re
from pathlib import Path

import pytest

from onrecord.reading import read_text
from onrecord.reading.walk import read_all
from onrecord.record import Corpus, Reading
from onrecord.stories.trace import (
    claims_of,
    read_corpus,
    timeline_of,
    trace_claim,
    trace_claims,
)

EXAMPLES = Path(__file__).parents[2] / "examples" / "pages"
WORD = re.compile(r"\w+")
TALKS = ("calder-post-talks", "worldscope-talks", "daybreak7-talks", "kna-denial")


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    places = [next(EXAMPLES.glob(f"{name}.*")) for name in TALKS]
    found = [one for place in places for _, one in read_all(str(place))]
    return read_corpus(tuple(one for one in found if isinstance(one, Reading)))


def outlets(corpus: Corpus, articles: tuple[str, ...]) -> set[str]:
    return {corpus.reading(one).article.outlet for one in articles}


def test_pages_that_pass_a_claim_on_add_no_source(corpus):
    trace = trace_claim("The truce would last 60 days.", corpus)
    assert len(trace.claim.articles("asserts")) >= 3
    assert trace.claim.independence.min < len(trace.claim.articles("asserts"))
    assert {one.outlet for one in trace.claim.sources} == {"The Calder Post"}


def test_a_relay_of_a_relay_leads_back_step_by_step(corpus):
    trace = trace_claim("The truce would last 60 days.", corpus)
    taken = {
        (corpus.reading(one.article).article.outlet, corpus.reading(one.parent).article.outlet)
        for one in trace.derivations
    }
    assert ("Daybreak 7", "Worldscope Daily") in taken
    assert ("Worldscope Daily", "The Calder Post") in taken
    assert ("Daybreak 7", "The Calder Post") not in taken


def test_a_claim_that_nothing_supports_says_so(corpus):
    trace = trace_claim("The harbour of Oskarhavn was sold to a brewery.", corpus)
    assert trace.claim.tellings == ()
    assert trace.claim.independence.max == 0
    assert [one.code for one in trace.issues] == ["no-telling"]


def test_one_word_is_refused_with_what_to_do(corpus):
    trace = trace_claim("truce", corpus)
    assert [one.code for one in trace.issues] == ["claim-too-short"]


def test_claims_are_traced_in_the_order_in_which_they_are_asked(corpus):
    asked = ("The truce would last 60 days.", "truce", "The truce would last 60 days.")
    assert tuple(one.claim.text for one in trace_claims(asked, corpus)) == asked


def test_the_same_page_a_thousand_times_is_one_page():
    reading = read_text("The bridge was closed on Monday, the roads agency said.", outlet="Quay")
    corpus = read_corpus((reading,) * 1000)
    trace = trace_claim("The bridge was closed on Monday.", corpus)
    assert len(corpus.readings) == 1
    assert (trace.claim.independence.min, trace.claim.independence.max) == (1, 1)


def test_a_story_gives_claims_in_words_of_its_pages(corpus):
    known = set(WORD.findall(" ".join(one.article.text for one in corpus.readings).casefold()))
    found = [claim for story in corpus.stories for claim in claims_of(story, corpus)]
    assert found
    assert all(set(WORD.findall(claim.casefold())) <= known for claim in found)


def test_a_timeline_counts_the_sources_of_what_is_said_to_be_so(corpus):
    entries = [entry for story in corpus.stories for entry in timeline_of(story, corpus)]
    told = [one for one in entries if len(one.articles) >= 3]
    assert told
    assert all(
        one.sources is not None and 1 <= one.sources.min <= one.sources.max < len(one.articles)
        for one in told
    )
    only_possible = [
        one for one in entries if {t.factuality for t in one.tellings} == {"hypothetical"}
    ]
    assert only_possible
    assert all(one.sources is None for one in only_possible)
