"""Who took what from whom."""

from __future__ import annotations

from dataclasses import replace

from onrecord.record import CopyGroup, CopyPair, Derivation, Reading, Story
from onrecord.stories.copying.copies import find_copies
from onrecord.stories.provenance.derivations import find_derivations
from tests.stories.taking_pages import AGENCY, ORIGINAL, link, one_story, read

RELAY = read(
    "Morning Kite",
    5,
    "The weir at Ostrel had been cracked since the autumn, according to The Tarn Lantern.\n"
    "The crack is 14 metres long, the paper wrote.",
)
RELAY_OF_RELAY = read(
    "Dull Daily",
    6,
    "A weir at Ostrel has been cracked since the autumn, says the Morning Kite, which quoted The "
    "Tarn Lantern. The crack has a length of 14 metres.",
)


def _find(*readings: Reading) -> dict[tuple[str, str], Derivation]:
    copies = find_copies(one.article for one in readings)
    found = find_derivations(readings, copies, one_story(*readings))
    names = {one.article.id: one.article.outlet for one in readings}
    return {(names[one.article], names[one.parent]): one for one in found}


def test_a_relay_takes_from_the_outlet_that_it_cites() -> None:
    found = _find(ORIGINAL, RELAY)
    ((pair, derivation),) = found.items()
    assert pair == ("Morning Kite", "The Tarn Lantern")
    assert (derivation.kind, derivation.credited) == ("relay", "named")
    assert [one.cut(RELAY.article.text) for one in derivation.spans] == ["Tarn Lantern"]


def test_a_relay_of_a_relay_takes_from_the_last_hand_alone() -> None:
    assert set(_find(ORIGINAL, RELAY, RELAY_OF_RELAY)) == {
        ("Morning Kite", "The Tarn Lantern"),
        ("Dull Daily", "Morning Kite"),
    }


def test_the_order_of_the_pages_changes_nothing() -> None:
    pages = (RELAY_OF_RELAY, RELAY, ORIGINAL)
    assert set(_find(*pages)) == set(_find(*reversed(pages)))


def test_nobody_takes_from_the_future() -> None:
    early = read("Morning Kite", 2, RELAY.article.text)
    assert _find(ORIGINAL, early) == {}


def test_an_outlet_in_the_news_is_not_a_source() -> None:
    news = read(
        "Morning Kite",
        5,
        "Vandals broke two windows of The Tarn Lantern on Sunday night.\n"
        "Police are looking for a man in a green coat, an officer said.",
    )
    assert _find(ORIGINAL, news) == {}


def test_an_outlet_cited_for_something_else_is_not_the_source_of_this_page() -> None:
    other = read(
        "Morning Kite",
        5,
        "The mayor of Brel will marry in June, The Tarn Lantern reported on Sunday.",
    )
    assert _find(ORIGINAL, other) == {}


def test_two_reports_of_one_news_conference_are_independent() -> None:
    words = "“We shall pay for the seed of every farm in the valley,” Dora Finch told reporters."
    one = read("Morning Kite", 5, f"Help is on its way to the valley.\n{words}\nIt rained.")
    two = read("Dull Daily", 6, f"Farmers are to get seed.\n{words}\nApplause was thin.")
    assert _find(one, two) == {}


def test_words_said_to_one_outlet_are_taken_from_it() -> None:
    taken = read(
        "Dull Daily",
        6,
        "Painters hid the hole in a weir.\n"
        "“We painted over it because the paint was already paid for,” an engineer said.\n"
        "Nobody in Ostrel was surprised.",
    )
    found = _find(ORIGINAL, taken)
    derivation = found["Dull Daily", "The Tarn Lantern"]
    assert derivation.credited == "none"
    assert derivation.parent_spans[0].cut(ORIGINAL.article.text).startswith("We painted")


def test_the_same_particulars_without_a_source_of_ones_own_are_taken() -> None:
    taken = read(
        "Dull Daily",
        6,
        "Ostrel’s weir was cracked since autumn, engineers know.\n"
        "The repair of the crack of 14 metres was to cost 3.2 million crowns.",
    )
    found = _find(ORIGINAL, AGENCY, taken)
    assert found["Dull Daily", "The Tarn Lantern"].kind == "rewrite"
    assert set(found) == {("Dull Daily", "The Tarn Lantern")}


def test_the_same_particulars_found_out_again_are_not_taken() -> None:
    own = read(
        "Dull Daily",
        6,
        "Ostrel’s weir was cracked since autumn, two engineers told the Dull Daily.\n"
        "The repair of the crack of 14 metres was to cost 3.2 million crowns.",
    )
    assert _find(ORIGINAL, AGENCY, own) == {}


def test_an_unnamed_medium_is_found_by_what_it_told() -> None:
    vague = read(
        "Dull Daily",
        6,
        "The weir at Ostrel was cracked since the autumn, as a rival paper reported on Monday.\n"
        "The mayor laughed.",
    )
    derivation = _find(ORIGINAL, AGENCY, vague)["Dull Daily", "The Tarn Lantern"]
    assert derivation.credited == "vague"
    assert "rival paper" in derivation.reason


def test_a_link_says_which_page_is_meant() -> None:
    second = read("The Tarn Lantern", 4, "The weir has an owner, the Lantern can tell.")
    linking = link(
        read("Dull Daily", 6, "The weir had been cracked, the Lantern wrote."),
        "Lantern",
        second.article.url + "?utm_source=feed",
    )
    found = find_derivations((ORIGINAL, second, linking), (), one_story(ORIGINAL, second, linking))
    assert [one.parent for one in found if one.article == linking.article.id] == [second.article.id]


def test_a_copy_takes_from_the_agency_and_not_from_another_copy() -> None:
    first = replace(AGENCY, article=replace(AGENCY.article, id="a1"))
    pages = tuple(
        replace(read(outlet, day, AGENCY.article.text + f"\n{outlet}"), issues=())
        for outlet, day in (("Morning Kite", 5), ("Dull Daily", 6))
    )
    ids = (first.article.id, *(one.article.id for one in pages))
    pairs = tuple(
        CopyPair(ids[a], ids[b], "copy", score, "the same words")
        for a, b, score in ((0, 1, 0.95), (0, 2, 0.95), (1, 2, 0.97))
    )
    found = find_derivations(
        (first, *pages), (CopyGroup("c", ids, pairs),), one_story(first, *pages)
    )
    assert [(one.article, one.parent, one.kind, one.credited) for one in found] == [
        (ids[1], ids[0], "copy", "named"),
        (ids[2], ids[0], "copy", "named"),
    ]


def test_a_later_article_of_the_same_outlet_follows_up() -> None:
    later = read(
        "The Tarn Lantern",
        5,
        "The weir at Ostrel, of which the Lantern reported on Monday that it was cracked since the "
        "autumn, will be closed. The repair is to cost 3.2 million crowns.",
    )
    found = find_derivations((ORIGINAL, later), (), one_story(ORIGINAL, later))
    assert [(one.parent, one.kind) for one in found] == [(ORIGINAL.article.id, "followup")]


def test_pages_without_dates_are_related_but_the_reason_says_that_nobody_knows() -> None:
    undated = replace(RELAY, article=replace(RELAY.article, dates=()))
    derivation = _find(ORIGINAL, undated)["Morning Kite", "The Tarn Lantern"]
    assert "not known" in derivation.reason


def test_articles_that_are_not_there_are_left_out() -> None:
    group = CopyGroup("c", ("x", "y"), (CopyPair("x", "y", "copy", 1.0, "same"),))
    assert find_derivations((ORIGINAL,), (group,), one_story(ORIGINAL)) == ()
    assert find_derivations((), (), ()) == ()


def test_what_another_outlet_passed_on_is_taken_from_that_one() -> None:
    turned = read(
        "Dull Daily",
        6,
        "The weir at Ostrel was cracked since the autumn, wrote The Tarn Lantern, as quoted by the "
        "Morning Kite. The crack is 14 metres long.",
    )
    assert set(_find(ORIGINAL, RELAY, turned)) == {
        ("Morning Kite", "The Tarn Lantern"),
        ("Dull Daily", "Morning Kite"),
    }


def test_two_pages_without_dates_do_not_take_from_each_other() -> None:
    first, second = (
        replace(one, article=replace(one.article, dates=()))
        for one in (
            read("Dull Daily", 1, "The weir is cracked, the Morning Kite reports, since autumn."),
            read("Morning Kite", 1, "The weir is cracked, says the Dull Daily, since the autumn."),
        )
    )
    assert len(_find(first, second)) == 1


def test_a_story_that_fell_in_two_hides_nothing() -> None:
    pages = (ORIGINAL, RELAY, AGENCY)
    apart = tuple(Story(one.article.id, (one.article.id,)) for one in pages)
    found = find_derivations(pages, (), apart)
    assert [(one.article, one.parent) for one in found] == [(RELAY.article.id, ORIGINAL.article.id)]
