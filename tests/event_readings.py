"""A reading with people, places, events and contests, made by hand of a page of our own writing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from onrecord.record import (
    Article,
    Block,
    Contest,
    DateOfRecord,
    Entity,
    EntityKind,
    Event,
    EventDate,
    EventMention,
    EventPlace,
    EventStatus,
    Factuality,
    MentionForm,
    Merge,
    Participant,
    Place,
    Reading,
    SourceChain,
    SourceLink,
    Span,
    Stamp,
    Statement,
    TimeExpression,
    article_id,
    finding_id,
)

PARAGRAPHS = (
    "A drone strike near the airport of Merrow killed Oran Tesk, a former commander of the "
    "Northern Front, and his driver early on Friday.",
    "Tesk had helped to plan the attack on the embassy in Vienna in December, Merrow claimed. No "
    "proof was provided.",
    "“We never attacked the embassy,” said Mila Daron, who speaks for the Front.",
    "The strike had been approved on 29 December, according to two senior officials cited by the "
    "Northern Star. A first raid was called off in autumn, they said.",
    "Kestria will send 400 soldiers to the border on Sunday.",
    "If talks fail, the Front would close the port of Burren, Daron warned.",
    "President Ivo Kell did not meet the envoys of the Front. He thanked the pilots of the strike.",
    "One official called the operation lawful.",
)
TEXT = "\n\n".join(PARAGRAPHS)
URL = "https://lantern.example/2031/01/merrow-strike"
ARTICLE = article_id(URL, TEXT)
APPROVED, FRIDAY, SUNDAY = date(2030, 12, 29), date(2031, 1, 3), date(2031, 1, 5)
KESTRIA = Place(47.1, -40.2, 1, "Kestria", "country", "")
MERROW = Place(47.6, -40.8, 2, "Merrow", "city", "", "Merrow District")
VIENNA = Place(48.20849, 16.37208, 2761369, "Vienna", "city", "AT", "Vienna", 0.97)


def find(words: str, after: str = "") -> Span:
    """The span of ``words`` in the text, the first one that stands after ``after``."""
    start = TEXT.index(words, TEXT.index(after) if after else 0)
    return Span(start, start + len(words))


def make_event_article() -> Article:
    """The article, published on the Saturday after."""
    day = date(2031, 1, 4)
    published = DateOfRecord(
        "published", day, day, day, "2031-01-04", "json-ld", "its own metadata", chosen=True
    )
    return Article(
        id=ARTICLE,
        url=URL,
        outlet="Lantern Weekly",
        title="Drone kills Northern Front’s Tesk near Merrow airport",
        authors=("Ada Bern",),
        language="en",
        text=TEXT,
        dates=(published,),
        blocks=tuple(Block("paragraph", find(paragraph)) for paragraph in PARAGRAPHS),
        access="open",
    )


def name(
    id_: str,
    called: str,
    kind: EntityKind,
    *mentions: tuple[Span, MentionForm],
    roles: tuple[str, ...] = (),
    place: Place | None = None,
    resolved: bool = True,
) -> Entity:
    """An entity whose further mentions were each merged with the first."""
    ordered = sorted(mentions)
    merges = tuple(
        Merge(ordered[0][0], span, "last-name", 0.9, "the same last name")
        for span, _ in ordered[1:]
    )
    return Entity(
        id=id_,
        name=called,
        kind=kind,
        mentions=tuple(span for span, _ in ordered),
        roles=roles,
        place=place,
        forms=tuple(form for _, form in ordered),
        merges=merges,
        resolved=resolved,
    )


def make_entities() -> tuple[Entity, ...]:
    """People, groups, a government under its capital's name, places, and an unresolved official."""
    return (
        name(
            "e-tesk",
            "Oran Tesk",
            "person",
            (find("Oran Tesk, a former commander of the Northern Front"), "name"),
            (find("his", "Front, and"), "pronoun"),
            (find("Tesk", "Tesk had"), "name"),
            roles=("former commander of the Northern Front",),
        ),
        name("e-driver", "his driver", "person", (find("his driver"), "nominal"), resolved=False),
        name(
            "e-front",
            "Northern Front",
            "organisation",
            (find("the Northern Front"), "name"),
            (find("We", "“We"), "pronoun"),
            (find("the Front", "speaks for"), "name"),
            (find("the Front", "talks fail"), "name"),
            (find("the Front", "envoys"), "name"),
        ),
        name(
            "e-kestria",
            "Kestria",
            "organisation",
            (find("Merrow", "December, Merrow"), "name"),
            (find("Kestria"), "name"),
            place=KESTRIA,
        ),
        name("e-merrow", "Merrow", "place", (find("Merrow"), "name"), place=MERROW),
        name("e-airport", "the airport of Merrow", "facility",
             (find("the airport of Merrow"), "name")),
        name("e-embassy", "the embassy in Vienna", "facility",
             (find("the embassy in Vienna"), "nominal"),
             (find("the embassy", "attacked"), "nominal"), place=VIENNA),
        name("e-vienna", "Vienna", "place", (find("Vienna"), "name"), place=VIENNA),
        name("e-burren", "Burren", "place", (find("Burren"), "name")),
        name(
            "e-daron",
            "Mila Daron",
            "person",
            (find("Mila Daron"), "name"),
            (find("Daron", "Burren"), "name"),
            roles=("spokeswoman of the Northern Front",),
        ),
        name("e-officials", "two senior officials", "group",
             (find("two senior officials"), "nominal"), (find("they", "in autumn"), "pronoun")),
        name("e-star", "Northern Star", "outlet", (find("the Northern Star"), "name")),
        name("e-kell", "Ivo Kell", "person", (find("President Ivo Kell"), "name"),
             (find("He", "envoys"), "pronoun"), roles=("President",)),
        name("e-official", "One official", "person", (find("One official"), "nominal"),
             resolved=False),
    )  # fmt: skip


OUTLET = SourceLink("Lantern Weekly", "outlet")
MERROW_SAYS = SourceLink(
    "Kestria", "organisation", span=find("Merrow", "December, Merrow"), entity="e-kestria"
)
DARON = SourceLink("Mila Daron", "person", title="spokeswoman", entity="e-daron")
STAR = SourceLink("Northern Star", "outlet", span=find("the Northern Star"), entity="e-star")
OFFICIALS = SourceLink("two senior officials", "group", unnamed=True, entity="e-officials")


def state(stance: str, content: Span, cue: Span, *links: SourceLink) -> Statement:
    """A statement in indirect speech, or direct where its content begins with a mark."""
    return Statement(
        id=finding_id(ARTICLE, "statement", (content,)),
        mode="direct" if content.cut(TEXT).startswith("“") else "indirect",
        content=(content,),
        cue=cue,
        source=None,
        chain=SourceChain((OUTLET, *links)),
        stance=stance,
        speaker=links[-1].entity,
        score=0.9,
        found_by="attribution",
    )


CLAIM = state(
    "claims",
    find("Tesk had helped to plan the attack on the embassy in Vienna in December"),
    find("claimed"),
    MERROW_SAYS,
)
DENIAL = state("denies", find("“We never attacked the embassy,”"), find("said", "embassy,”"), DARON)
APPROVAL = state(
    "states",
    find("The strike had been approved on 29 December"),
    find("according to"),
    STAR,
    OFFICIALS,
)
RAID = state(
    "states",
    find("A first raid was called off in autumn"),
    find("said", "they"),
    replace(STAR, how="inferred", span=None),
    OFFICIALS,
)
WARNING = state(
    "warns",
    find("If talks fail, the Front would close the port of Burren"),
    find("warned"),
    DARON,
)
STATEMENTS = (CLAIM, DENIAL, APPROVAL, RAID, WARNING)


def take_part(span: Span, entity: str | None = None) -> Participant:
    """A participant under the words of ``span``."""
    return Participant(span.cut(TEXT), entity, span)


def tell(
    span: Span,
    factuality: Factuality,
    status: EventStatus = "actual",
    within: Statement | None = None,
) -> EventMention:
    """A mention of an event."""
    return EventMention(span, status, factuality, within.id if within else None, 2.4, 0.8)


def code(
    id_: str,
    type_: str,
    quad: int,
    *mentions: EventMention,
    mode: tuple[str, ...] = (),
    actors: tuple[Participant, ...] = (),
    recipients: tuple[Participant, ...] = (),
    when: EventDate | None = None,
    place: EventPlace | None = None,
) -> Event:
    """An event with the standing of its first mention."""
    first = mentions[0]
    return Event(
        id=id_,
        triggers=tuple(one.trigger for one in mentions),
        type=type_,
        mode=mode,
        quad=quad,
        actors=actors,
        recipients=recipients,
        date=when,
        place=place,
        status=first.status,
        factuality=first.factuality,
        within=first.within,
        mentions=mentions,
        score=0.8,
        found_by="events",
    )


def make_events() -> tuple[Event, ...]:
    """One event of each factuality, in order of the text."""
    front = take_part(find("the Front", "talks fail"), "e-front")
    december = EventDate(date(2030, 12, 1), date(2030, 12, 31), date(2030, 12, 15), "2030-12", "t2")
    return (
        code(
            "v-strike", "ASSAULT", 4,
            tell(find("strike"), "happened"),
            tell(find("killed"), "happened"),
            tell(find("strike", "The strike"), "reported", within=APPROVAL),
            tell(find("strike", "pilots"), "happened"),
            mode=("drone",),
            actors=(take_part(find("A drone")),),
            recipients=(
                take_part(find("Oran Tesk, a former commander of the Northern Front"), "e-tesk"),
                take_part(find("his driver"), "e-driver"),
            ),
            when=EventDate(FRIDAY, FRIDAY, FRIDAY, "2031-01-03", "t1", "same-sentence"),
            place=EventPlace(
                "the airport of Merrow", find("the airport of Merrow"), "e-airport", MERROW
            ),
        ),
        code(
            "v-embassy", "ASSAULT", 4,
            tell(find("attack"), "claimed", within=CLAIM),
            tell(find("attacked"), "denied", within=DENIAL),
            actors=(take_part(find("Tesk", "Tesk had"), "e-tesk"),),
            recipients=(take_part(find("the embassy in Vienna"), "e-embassy"),),
            when=december,
            place=EventPlace("Vienna", find("Vienna"), "e-vienna", VIENNA),
        ),
        code(
            "v-approval", "AGREE", 1,
            tell(find("approved"), "reported", within=APPROVAL),
            when=EventDate(APPROVED, APPROVED, APPROVED, "2030-12-29", "t3"),
        ),
        code("v-raid", "ASSAULT", 4, tell(find("raid"), "backtracked", "abandoned", RAID)),
        code(
            "v-soldiers", "MOBILIZE", 4,
            tell(find("send"), "planned", "planned"),
            mode=("troops",),
            actors=(take_part(find("Kestria"), "e-kestria"),),
            when=EventDate(SUNDAY, SUNDAY, SUNDAY, "2031-01-05", "t4"),
        ),
        code(
            "v-port", "COERCE", 4,
            tell(find("close"), "hypothetical", "hypothetical", WARNING),
            mode=("restrict",),
            actors=(front,),
            recipients=(take_part(find("the port of Burren")),),
            place=EventPlace("Burren", find("Burren"), "e-burren"),
        ),
        code(
            "v-meeting", "CONSULT", 1,
            tell(find("meet"), "negated", "negated"),
            actors=(take_part(find("President Ivo Kell"), "e-kell"),),
            recipients=(take_part(find("the envoys of the Front")),),
        ),
    )  # fmt: skip


def make_event_times() -> tuple[TimeExpression, ...]:
    """The days that the page tells, and one that no event has."""

    def day(id_: str, words: str, first: date, last: date | None = None) -> TimeExpression:
        last = last or first
        edtf = first.isoformat() if last == first else first.isoformat()[:7]
        return TimeExpression(id_, find(words), "DATE", edtf, edtf, first, last, first)

    return (
        day("t1", "early on Friday", FRIDAY),
        day("t2", "December", date(2030, 12, 1), date(2030, 12, 31)),
        day("t3", "29 December", APPROVED),
        day("t5", "autumn", date(2030, 9, 1), date(2030, 11, 30)),
        day("t4", "Sunday", SUNDAY),
    )


def make_contests() -> tuple[Contest, ...]:
    """A denial by somebody and the outlet's own doubt."""
    claim = CLAIM.content[0]
    doubt = find("No proof was provided")
    return (
        Contest("c-denial", "denial", claim, DENIAL.content[0], CLAIM.id, DENIAL.id, "same-event"),
        Contest("c-doubt", "doubt", claim, doubt, CLAIM.id, None, "no-proof"),
    )


def make_event_reading() -> Reading:
    """The whole reading."""
    return Reading(
        article=make_event_article(),
        stamp=Stamp("0.1.0", "by hand", "en"),
        entities=make_entities(),
        times=make_event_times(),
        statements=STATEMENTS,
        events=make_events(),
        contests=make_contests(),
    )
