from dataclasses import replace

from onrecord.stories.sources.origins import trace_origins
from tests.stories.sourced_pages import WORDS, Said, sourced, tell, together, took

ORIGINAL = sourced(
    "Tarn Lantern",
    "The weir at Ostrel is cracked, two engineers told the Lantern.\n"
    "The town has a market on Fridays.",
    Said("The weir at Ostrel is cracked", "told", "two engineers", kind="group", unnamed=True),
)
RELAY = sourced(
    "Brel Evening Post",
    "Ostrel's weir has a crack, the Tarn Lantern reported.",
    Said("Ostrel's weir has a crack", "reported", "the Tarn Lantern", "Tarn Lantern", "outlet"),
    day=2,
)
LOST = sourced("Marsh Weekly", "The weir is cracked and nobody knows who will pay for it.", day=3)


def origins(tellings, pages):
    return [(one.article, one.origin.name) for one in trace_origins(tellings, pages, WORDS)]


def test_the_source_of_a_relay_is_the_source_of_the_article_that_it_relays():
    pages = together(ORIGINAL, RELAY, derivations=(took(RELAY, ORIGINAL),))
    tellings = (
        tell(ORIGINAL, "The weir at Ostrel is cracked"),
        tell(RELAY, "Ostrel's weir has a crack"),
    )
    assert origins(tellings, pages) == [
        (ORIGINAL.article.id, "two engineers"),
        (RELAY.article.id, "two engineers"),
    ]


def test_a_relay_of_a_relay_leads_to_the_first_article_though_it_lost_the_name():
    pages = together(
        ORIGINAL, RELAY, LOST, derivations=(took(RELAY, ORIGINAL), took(LOST, RELAY, "rewrite"))
    )
    tellings = (
        tell(ORIGINAL, "The weir at Ostrel is cracked"),
        tell(RELAY, "Ostrel's weir has a crack"),
        tell(LOST, "The weir is cracked"),
    )
    assert (LOST.article.id, "two engineers") in origins(tellings, pages)


def test_an_outlet_whose_article_is_not_there_leaves_an_unknown_source_of_its_own():
    (found,) = trace_origins((tell(RELAY, "Ostrel's weir has a crack"),), together(RELAY), WORDS)
    assert (found.origin.name, found.origin.outlet) == ("unknown source", "Tarn Lantern")


def test_a_sentence_without_attribution_is_the_outlets_own_in_an_original_article():
    (found,) = trace_origins((tell(LOST, "The weir is cracked"),), together(LOST), WORDS)
    assert (found.origin.kind, found.origin.inferred) == ("observation", True)


def test_a_lead_without_attribution_has_the_source_that_is_given_further_down():
    page = sourced(
        "Tarn Lantern",
        "The weir at Ostrel is cracked.\n"
        "The crack runs through the middle, said engineer Ada Wick.",
        Said("The crack runs through the middle", "said", "engineer Ada Wick", "Ada Wick"),
    )
    tellings = (
        tell(page, "The weir at Ostrel is cracked."),
        tell(page, "The crack runs through the middle"),
    )
    assert origins(tellings, together(page)) == [(page.article.id, "Ada Wick")]


def test_whoever_denies_a_claim_is_not_its_source():
    page = sourced(
        "Brel Evening Post",
        "Mayor Odo Flint denied that the weir is cracked, as the Tarn Lantern reported.",
        Said("that the weir is cracked", "denied", "Mayor Odo Flint", "Odo Flint", stance="denies"),
        day=2,
    )
    pages = together(ORIGINAL, page, derivations=(took(page, ORIGINAL),))
    tellings = (
        tell(ORIGINAL, "The weir at Ostrel is cracked"),
        tell(page, "that the weir is cracked"),
        tell(page, "that the weir is cracked", "denies"),
    )
    assert (page.article.id, "two engineers") in origins(tellings, pages)
    assert (page.article.id, "Odo Flint") not in origins(tellings, pages)
    denied = trace_origins(tellings, pages, WORDS, side="denies")
    assert [one.origin.name for one in denied] == ["Odo Flint"]


def test_a_circle_ends():
    back = sourced(
        "Tarn Lantern", "The Brel Evening Post has confirmed that the weir is cracked.", day=4
    )
    pages = together(ORIGINAL, RELAY, back, derivations=(took(RELAY, back), took(back, RELAY)))
    tellings = (
        tell(RELAY, "Ostrel's weir has a crack"),
        tell(back, "The Brel Evening Post has confirmed that the weir is cracked."),
    )
    assert {name for _, name in origins(tellings, pages)} == {"unknown source"}


def test_an_orderer_is_a_source_only_where_nobody_else_is():
    page = sourced(
        "Tarn Lantern",
        "The river board ordered the closing of the weir.",
        Said(
            "the closing of the weir",
            "ordered",
            "The river board",
            "river board",
            "organisation",
            stance="orders",
        ),
    )
    assert origins((tell(page, "the closing of the weir"),), together(page)) == [
        (page.article.id, "river board")
    ]


def test_what_somebody_plans_is_not_told_by_them():
    page = sourced(
        "Tarn Lantern",
        "The river board plans to close the weir.",
        Said(
            "to close the weir",
            "plans",
            "The river board",
            "river board",
            "organisation",
            stance="plans",
        ),
    )
    (found,) = trace_origins((tell(page, "to close the weir"),), together(page), WORDS)
    assert found.origin.kind == "observation"


def test_whoever_asserts_far_more_surely_than_they_seem_to_deny_is_a_source():
    page = sourced(
        "Tarn Lantern",
        "It was six knots, Jon Bern said. Nobody should speak of nine, Jon Bern added.",
        Said("It was six knots", "said", "Jon Bern"),
        Said("Nobody should speak of nine", "added", "Jon Bern"),
    )
    denied = replace(tell(page, "Nobody should speak of nine", side="denies"), score=0.5)
    tellings = (tell(page, "It was six knots"), denied)
    assert origins(tellings, together(page)) == [(page.article.id, "Jon Bern")]


def test_what_a_reporter_saw_in_the_sentence_beside_is_an_observation():
    page = sourced(
        "Tarn Lantern",
        "The weir at Ostrel is leaking. Our reporter saw water below the wall on Saturday.",
    )
    (found,) = trace_origins((tell(page, "The weir at Ostrel is leaking"),), together(page), WORDS)
    assert (found.origin.kind, found.origin.inferred) == ("observation", False)
