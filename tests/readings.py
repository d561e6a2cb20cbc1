"""A reading made by hand, of an article of our own writing, for tests that need a whole one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from onrecord.record import (
    Article,
    Block,
    Caption,
    DateOfRecord,
    Entity,
    Furniture,
    Issue,
    Mode,
    Reading,
    SourceChain,
    SourceLink,
    Span,
    Stamp,
    Statement,
    article_id,
    finding_id,
)

PARAGRAPHS = (
    "The coast guard was warned of the leak at Tolle Point three weeks before the tanker was "
    "moved, according to two senior officials cited by the Northern Star.",
    "The officials, who spoke on condition of anonymity because the inquiry is still open, said "
    "the warning had been filed and forgotten.",
    "“Nobody read it. Nobody was asked to read it,” one of them is quoted as saying.",
    "Port Minister Dara Quill denied that her office had received any warning.",
    "“We act on what reaches us,” Quill told Radio Veld on Monday. “This did not reach us.”",
    "A letter from the Port Authority, dated 9 March and seen by the Northern Star, asks for "
    "“immediate inspection” of the hull.",
    "The tanker is said to have been moved at night.",
    "Quill said the harbour master had promised her that every report would be answered within "
    "a day.",
    "Three tugs stood by the wreck on Tuesday, a Gazette reporter saw.",
)
TEXT = "\n\n".join(PARAGRAPHS)
URL = "https://gazette.example/2031/03/tolle-point"

OUTLET = SourceLink("Harbour Gazette", "outlet")
STAR = SourceLink("Northern Star", "outlet")
OFFICIALS = SourceLink("two senior officials", "group", unnamed=True, entity="e-officials")
MASTER = SourceLink("the harbour master", "person", unnamed=True)
QUILL = SourceLink("Dara Quill", "person", title="Port Minister", entity="e-quill")


def find(words: str, after: str = "") -> Span:
    """The span of ``words`` in the text, the first one that stands after ``after``."""
    start = TEXT.index(words, TEXT.index(after) if after else 0)
    return Span(start, start + len(words))


def make_article() -> Article:
    """The article: one date sure, one doubtful, captions, furniture."""
    spans = [find(paragraph) for paragraph in PARAGRAPHS]
    published = date(2031, 3, 25)
    return Article(
        id=article_id(URL, TEXT),
        url=URL,
        outlet="Harbour Gazette",
        title="Coast guard was warned of the Tolle Point leak, officials say",
        authors=("Ilse Marant", "Tom Okafor"),
        language="en",
        text=TEXT,
        dates=(
            DateOfRecord(
                role="published",
                earliest=published,
                latest=published,
                best=published,
                edtf="2031-03-25",
                found_by="json-ld",
                reason="the page's own metadata",
                raw="2031-03-25T07:10:00+01:00",
                chosen=True,
            ),
            DateOfRecord(
                role="published",
                earliest=date(2031, 3, 24),
                latest=date(2031, 3, 24),
                best=date(2031, 3, 24),
                edtf="2031-03-24",
                found_by="byline",
                reason="the line under the headline",
                raw="24 March",
            ),
            DateOfRecord(
                role="crawled",
                earliest=date(2032, 1, 15),
                latest=date(2032, 1, 15),
                best=date(2032, 1, 15),
                edtf="2032-01-15",
                found_by="clock",
                reason="clock in the page's header",
                raw="14:54 15 January 2032",
                chosen=True,
            ),
        ),
        blocks=tuple(Block("paragraph", span) for span in spans),
        furniture=(
            Furniture("related", "Tugs stand by at Tolle Point"),
            Furniture("related", "What we know about the tanker"),
            Furniture("tag", "shipping"),
        ),
        captions=(Caption("The tanker at Tolle Point on Tuesday.", "Mira Sand / Gazette"),),
        access="open",
    )


def make_statements(article: Article) -> tuple[Statement, ...]:
    """Ten statements with chains of every kind, in order of the text."""

    def state(
        mode: Mode,
        stance: str,
        content: tuple[Span, ...],
        cue: Span | None,
        source: Span | None,
        *links: SourceLink,
    ) -> Statement:
        return Statement(
            id=finding_id(article.id, "statement", content),
            mode=mode,
            content=content,
            cue=cue,
            source=source,
            chain=SourceChain((OUTLET, *links)),
            stance=stance,
            speaker=links[-1].entity,
            score=0.93,
            found_by="attribution",
        )

    anonymous = find("on condition of anonymity because the inquiry is still open")
    cited = find("two senior officials cited by the Northern Star")
    inner = find("every report would be answered within a day")
    quill_to_radio = state(
        "direct",
        "states",
        (find("“We act on what reaches us,”"), find("“This did not reach us.”")),
        find("told Radio Veld"),
        find("Quill", "reaches us,”"),
        SourceLink("Radio Veld", "outlet", span=find("Radio Veld")),
        replace(QUILL, span=find("Quill", "reaches us,”")),
    )
    return (
        state(
            "indirect",
            "states",
            (find(PARAGRAPHS[0].partition(", according")[0]),),
            find("according to"),
            cited,
            replace(STAR, span=find("the Northern Star")),
            replace(OFFICIALS, span=find("two senior officials")),
        ),
        state(
            "indirect",
            "states",
            (find("the warning had been filed and forgotten"),),
            find("said", "The officials"),
            find("The officials"),
            replace(STAR, how="inferred"),
            replace(OFFICIALS, span=find("The officials"), justification=anonymous),
        ),
        state(
            "direct",
            "states",
            (find("“Nobody read it. Nobody was asked to read it,”"),),
            find("is quoted as saying"),
            find("one of them"),
            replace(STAR, how="implied"),
            replace(OFFICIALS, span=find("one of them")),
        ),
        state(
            "indirect",
            "denies",
            (find("that her office had received any warning"),),
            find("denied"),
            find("Port Minister Dara Quill"),
            replace(QUILL, span=find("Port Minister Dara Quill")),
        ),
        replace(quill_to_radio, addressee=find("Radio Veld")),
        state(
            "mixed",
            "asks",
            (find("“immediate inspection” of the hull"),),
            find("asks for"),
            find("A letter from the Port Authority, dated 9 March and seen by the Northern Star"),
            replace(STAR, span=find("the Northern Star", "seen by")),
            SourceLink("A letter from the Port Authority", "document", span=find("A letter")),
        ),
        state(
            "indirect",
            "claims",
            (find("The tanker is"), find("to have been moved at night")),
            find("said", "The tanker is"),
            None,
            SourceLink("unknown source", "unknown", unnamed=True, how="implied"),
        ),
        state(
            "indirect",
            "states",
            (Span(find("the harbour master").start, inner.end),),
            find("said", "at night"),
            find("Quill", "at night"),
            replace(QUILL, span=find("Quill", "at night")),
        ),
        state(
            "indirect",
            "promises",
            (inner,),
            find("had promised"),
            find("the harbour master"),
            replace(QUILL, span=find("Quill", "at night")),
            SourceLink(
                "the harbour master", "person", unnamed=True, span=find("the harbour master")
            ),
        ),
        state(
            "indirect",
            "states",
            (find("Three tugs stood by the wreck on Tuesday"),),
            find("saw"),
            find("a Gazette reporter"),
            SourceLink("a Gazette reporter", "observation", span=find("a Gazette reporter")),
        ),
    )


def make_reading() -> Reading:
    """The whole reading, with one issue that points into the text."""
    article = make_article()
    return Reading(
        article=article,
        stamp=Stamp(onrecord="0.1.0", encoder="by hand", language="en"),
        entities=(
            Entity("e-officials", "two senior officials", "group", (find("two senior officials"),)),
            Entity("e-quill", "Dara Quill", "person", (find("Dara Quill"),), ("Port Minister",)),
        ),
        statements=make_statements(article),
        issues=(
            Issue(
                stage="statements",
                code="speaker-unclear",
                message="it is unclear which of the officials is meant",
                span=find("one of them"),
            ),
        ),
    )
