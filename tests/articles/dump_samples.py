"""Text dumps of our own writing, by fictional outlets."""

HEADLINE = "Harbour bridge to stay shut until spring, council says"
PARAGRAPHS = (
    "The old harbour bridge in Port Ellery will stay closed to traffic until the spring, the "
    "town council said on Tuesday, after engineers found cracks in two of its main girders.",
    "“We cannot ask people to drive over a structure that we do not trust,” said Mara Voss, who "
    "leads the council's works department. She told reporters that the repairs would cost about "
    "four million crowns.",
    "Shopkeepers on the east bank have complained that the closure has cut their trade by half. "
    "Many of them were told of the decision only an hour before it was made public, according to "
    "the local chamber of commerce.",
    "The council plans to run a free ferry between the two banks from the beginning of next week. "
    "It will carry up to sixty people at a time and will not take cars, a spokesman said.",
    "Engineers from the university have been asked to look at three other bridges of the same age. "
    "Their report is expected before the end of the winter, and it will be made public.",
)
CAPTION = "The harbour bridge in Port Ellery, seen from the east bank on Monday evening."
CREDIT = "© Ellery Photo / Tomas Brandt"
MENU = ("Home", "News", "Sport", "Weather", "Subscribe", "Log in", "Newsletters", "Search")
RELATED = (
    "Ferry Company Wins Contract For Night Crossings",
    "Five Things To Know About The Port Ellery Budget",
    "Mayor Rules Out Toll On New Ring Road",
    "Storm Damage Closes Two Schools On East Bank",
)
TAGS = "bridges, Port Ellery, Mara Voss, council, engineering"
FOOTER = (
    "Privacy policy",
    "Terms of use",
    "Contact us",
    "© 2020 The Ellery Courier. All rights reserved.",
)


def dump(
    *,
    above: tuple[str, ...] = MENU,
    headline: str = HEADLINE,
    dates: tuple[str, ...] = ("By Jonas Lindqvist", "Published: 7 January 2020"),
) -> str:
    """A page with its furniture in it."""
    return "\n".join(
        [
            *above,
            "",
            headline,
            *dates,
            "",
            "\n\n".join(PARAGRAPHS[:2]),
            "",
            CAPTION,
            CREDIT,
            CAPTION,
            "",
            "\n\n".join(PARAGRAPHS[2:]),
            "",
            "Related stories",
            *RELATED,
            "Tags",
            TAGS,
            *FOOTER,
        ]
    )
