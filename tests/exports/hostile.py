"""A reading whose page tries to break every format: formulas, tags, controls, odd letters."""

from __future__ import annotations

from onrecord.record import (
    Article,
    Block,
    Event,
    EventMention,
    Participant,
    Reading,
    SourceChain,
    SourceLink,
    Span,
    Stamp,
    Statement,
    article_id,
)

NAME = '=HYPERLINK("http://evil.example")\t</script><b>\x00\x1b & \ud800'
WORDS = "“=1+1\r\n\t\x01 \U0001f6a8 ]]> <script>alert(1)</script>”"
TEXT = f"{WORDS} {NAME} said of the 🚨 strike."
URL = "javascript:alert(1)"


def make_hostile_reading() -> Reading:
    """One quotation and one event, both with words that no format may take at their word."""
    article = Article(
        article_id(URL, TEXT), URL, "@evil\toutlet\n", "+title</script>", ("-author",), "en", TEXT,
        blocks=(Block("paragraph", Span(0, len(TEXT))),),
    )  # fmt: skip
    name = Span(TEXT.index(NAME), TEXT.index(NAME) + len(NAME))
    strike = Span(TEXT.index("strike"), TEXT.index("strike") + len("strike"))
    links = (SourceLink("@evil", "outlet"), SourceLink(NAME, "person", title="-title"))
    said = Statement(
        "s1", "direct", (Span(0, len(WORDS)),), None, name, SourceChain(links), "states"
    )
    event = Event(
        "e1", (strike,), "ASSAULT", (), 4, (Participant(NAME, None, name),), (), None, None,
        "actual", "happened", None, (EventMention(strike, "actual", "happened"),),
    )  # fmt: skip
    return Reading(article, Stamp("0", "by hand", "en"), statements=(said,), events=(event,))
