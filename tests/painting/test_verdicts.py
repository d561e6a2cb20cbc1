"""What a person said of a finding, beside it."""

from __future__ import annotations

from onrecord.painting.addresses import NOWHERE, Addresses
from onrecord.painting.html_report import render_section
from onrecord.painting.verdicts import Verdict, show_verdict, verdict_on
from tests.event_readings import make_event_reading
from tests.readings import make_reading


def test_a_verdict_is_told_in_words_and_not_by_colour_alone() -> None:
    shown = show_verdict(Verdict("s1", "corrected", "Ada <Brook>"))
    assert "corrected by Ada &lt;Brook&gt;" in shown
    assert show_verdict(verdict_on((), "s1")) == ""


def test_an_event_has_its_sign_once_in_the_text_and_its_verdict_on_its_card() -> None:
    reading = make_event_reading()
    event = next(one for one in reading.events if len(one.triggers) > 1)
    said = Addresses(verdicts=(Verdict(event.id, "accepted", "Ada Brook"),))
    html = render_section(reading, where="", earlier=(), addresses=said).html
    assert html.count('class="checked accepted event-sign"') == 1
    assert html.count('<span class="verdict accepted">') == 1


def test_without_verdicts_no_character_of_the_page_is_another() -> None:
    reading = make_reading()
    about_none = Addresses(verdicts=(Verdict("s0", "accepted", "Ada Brook"),))
    pages = {
        render_section(reading, where="", earlier=(), addresses=one).html
        for one in (NOWHERE, about_none)
    }
    assert len(pages) == 1
