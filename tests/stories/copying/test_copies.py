"""Which articles are copies of one another."""

from __future__ import annotations

from onrecord.record import CopyGroup
from onrecord.stories.copying.copies import find_copies
from tests.stories.pages import REPORT, page

OTHER = """Teachers in the valley of Orm stopped work on Tuesday over the closing of two schools.
The council wants to move the pupils of both to a new building at Hask, eleven kilometres away.
Parents said that the bus needs forty minutes in winter and that nobody had asked them.
A vote was put off until May after the councillor for education fell ill, the council said.
The union of teachers said that it would call a second day of strike if nothing moved by then."""


def only(groups: tuple[CopyGroup, ...]) -> CopyGroup:
    assert len(groups) == 1
    return groups[0]


def test_a_cut_text_is_a_copy() -> None:
    whole, cut = page(REPORT), page("\n".join(REPORT.split("\n")[:3]), url="https://a.example/x")
    pair = only(find_copies((whole, cut))).pairs[0]
    assert {pair.first, pair.second} == {whole.id, cut.id}
    assert (pair.kind, pair.containment) == ("copy", 1.0)


def test_reports_of_different_things_are_not() -> None:
    assert find_copies((page(REPORT), page(OTHER))) == ()


def test_a_shared_quotation_alone_makes_no_copy() -> None:
    words = "“We have told the owner for years that somebody would die in that channel in winter.”"
    assert find_copies((page(f"{REPORT}\n{words}"), page(f"{OTHER}\n{words}"))) == ()


def test_one_shared_paragraph_of_background_makes_no_copy() -> None:
    background = (
        "The valley lost a third of its people in thirty years; the railway closed in 1994."
    )
    assert find_copies((page(f"{REPORT}\n{background}"), page(f"{OTHER}\n{background}"))) == ()


def test_the_earlier_one_is_first() -> None:
    early = page(REPORT, published="2024-03-01T08:00:00+00:00")
    late = page(f"{REPORT}\nMore.", published="2024-03-01T09:00:00+00:00")
    pair = only(find_copies((late, early))).pairs[0]
    assert (pair.first, pair.second) == (early.id, late.id)
    assert "2024-03-01 08:00 UTC" in pair.reason


def test_pages_without_dates_are_grouped_and_the_order_is_said_to_be_unknown() -> None:
    pair = only(find_copies((page(REPORT), page(f"{REPORT}\nMore.")))).pairs[0]
    assert "not known" in pair.reason


def test_the_shared_words_of_the_second_are_pointed_to() -> None:
    early = page(REPORT, published="2024-03-01")
    text = f"First a line of our own for our readers.\n{REPORT}"
    late = page(text, published="2024-03-02")
    pair = only(find_copies((early, late))).pairs[0]
    assert [span.cut(text) for span in pair.spans] == [REPORT.rstrip(".")]


def test_a_digest_of_two_stories_does_not_make_them_copies_of_each_other() -> None:
    one, other, digest = page(REPORT), page(OTHER), page(f"{REPORT}\n{OTHER}")
    groups = find_copies((one, other, digest))
    assert sorted(sorted(group.articles) for group in groups) == sorted(
        sorted((single.id, digest.id)) for single in (one, other)
    )


def test_every_two_of_a_group_are_compared() -> None:
    pages = [page(f"{REPORT}\nPrinted in {town}.") for town in ("Selm", "Vell", "Orm")]
    assert len(only(find_copies(pages)).pairs) == 3


def test_a_group_keeps_its_id_when_a_later_copy_joins_it() -> None:
    pages = [page(f"{REPORT}\nNumber {n}.", published=f"2024-03-0{n}") for n in (1, 2, 3)]
    assert only(find_copies(pages[:2])).id == only(find_copies(reversed(pages))).id


def test_a_page_a_thousand_times_is_one_group_with_few_pairs() -> None:
    pages = [page(REPORT, url=f"https://outlet{n}.example/ferry") for n in range(1000)]
    group = only(find_copies(pages))
    assert len(group.articles) == 1000
    assert len(group.pairs) < 2000


def test_the_same_article_given_twice_is_no_copy_of_itself() -> None:
    assert find_copies((page(REPORT), page(REPORT))) == ()


def test_versions_of_one_address_are_updates() -> None:
    url = "https://wire.example/ferry"
    old = page(REPORT, url=url, published="2024-03-01T08:00:00+00:00")
    new = page(
        REPORT.replace("ninety", "ninety-four"),
        url=f"{url}?utm_source=feed",
        published="2024-03-01T08:00:00+00:00",
        modified="2024-03-01T11:00:00+00:00",
    )
    pair = only(find_copies((new, old))).pairs[0]
    assert (pair.first, pair.second, pair.kind) == (old.id, new.id, "update")


def test_two_empty_pages_are_no_copies() -> None:
    assert find_copies((page("Short.", url="https://a.example/1"), page("Brief."))) == ()
