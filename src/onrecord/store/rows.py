"""What the record answers with: frozen rows for screens and reports.

Invariant: every row that shows words says where they stand, as spans of ``Article.text``.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from onrecord.record import Factuality, Mode, Page, Reading, SourceChain, SourceKind, Span, Stamp

CorrectionKind = Literal["accept", "reject", "merge", "split", "edit"]
TargetKind = Literal[
    "statement", "entity", "event", "source", "claim", "story", "derivation", "copy"
]  # fmt: skip
ChangeKind = Literal["text", "statement", "entity", "event", "time"]
HitPlace = Literal["text", "title", "statement"]


@dataclass(frozen=True, slots=True)
class Entry:
    """A reading on its way into the record, and the page that it is of.

    ``digest`` is the SHA-256 of the page's body; "" where the page is not at hand, then the
    article's id stands for it. ``where`` names the input for people.
    """

    reading: Reading
    where: str = ""
    digest: str = ""
    fetched: date | None = None
    media_type: str = ""

    @staticmethod
    def of(page: Page, reading: Reading) -> Entry:
        """The entry of ``reading``, which was made from ``page``."""
        return Entry(reading, page.where, page.digest, page.fetched, page.media_type)


@dataclass(frozen=True, slots=True)
class Kept:
    """What ``put`` did: readings that are new, and pages that were there with the same stamp."""

    new: int = 0
    known: int = 0


@dataclass(frozen=True, slots=True)
class StampRow:
    """One stamp of the record: its short id, how many readings, how many of them are current."""

    id: str
    stamp: Stamp
    readings: int
    current: int


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """An article without its text. ``published`` = the best day, None where no page tells it.

    ``version`` counts from 1 through the articles of one URL in the order in which they came;
    ``versions`` = how many there are. ``story`` is "" until somebody judged.
    """

    id: str
    url: str
    outlet: str
    title: str
    language: str
    published: date | None
    where: str
    story: str = ""
    version: int = 1
    versions: int = 1


@dataclass(frozen=True, slots=True)
class SourceRow:
    """One source of all pages, by name and kind; the counts are of statements and articles.

    ``id`` is stable within a record. ``unnamed`` = the words describe and do not name, so that two
    pages need not mean the same people. ``relayed`` = statements that it passed on from another.
    """

    id: int
    name: str
    kind: SourceKind
    unnamed: bool
    statements: int = 0
    articles: int = 0
    outlets: int = 0
    relayed: int = 0


@dataclass(frozen=True, slots=True)
class Saying:
    """One statement on the record: its words, whose they are and through whom they came.

    ``content`` are the spans of the words, ``hands`` the ids of the sources along ``chain``, as
    many as it has links. ``passage`` = the paragraph that it stands in, ``span`` where that is.
    ``standing`` is what a person said of it: "" nothing, accept or edit.
    """

    id: str
    article: ArticleRow
    words: str
    content: tuple[Span, ...]
    mode: Mode
    stance: str
    chain: SourceChain
    hands: tuple[int, ...]
    score: float
    standing: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """A source that a name leads to, with what it is on record with, newest first.

    ``sayings`` are at most as many as were asked for, ``source.statements`` counts all.
    ``passed_on`` = what it told of others, ``source.relayed`` of them.
    """

    source: SourceRow
    sayings: tuple[Saying, ...]
    passed_on: tuple[Saying, ...] = ()


@dataclass(frozen=True, slots=True)
class StoryRow:
    """A story without its pages: days of its pages, how many claims were traced and denied.

    ``least`` and ``most`` independent sources are those of the claim that has the most.
    """

    id: str
    title: str
    articles: int
    outlets: int
    earliest: date | None
    latest: date | None
    claims: int = 0
    least: int = 0
    most: int = 0
    denied: int = 0


@dataclass(frozen=True, slots=True)
class AuditRow:
    """How one outlet, author or story sources what it tells; counts are of statements.

    ``named`` + ``unnamed`` + ``unknown`` = ``statements``; unknown = nobody is given at all.
    ``relayed`` came through another hand; ``reasoned`` = unnamed ones with words that say why the
    source knows or is not named. ``kinds`` = (kind of the origin, how many), most first.
    """

    key: str
    articles: int
    statements: int
    named: int
    unnamed: int
    unknown: int
    relayed: int
    reasoned: int
    kinds: tuple[tuple[SourceKind, int], ...]


@dataclass(frozen=True, slots=True)
class Filters:
    """What a search is narrowed to; all that is given must hold.

    ``source`` and ``outlet`` are names, ``story`` an id, ``earliest … latest`` days of publication,
    ``named`` whether the origin of a statement has a name. ``source``, ``mode`` and ``named`` are
    of statements: with one of them only the words of statements are searched.
    """

    source: str = ""
    outlet: str = ""
    story: str = ""
    earliest: date | None = None
    latest: date | None = None
    factuality: Factuality | None = None
    mode: Mode | None = None
    named: bool | None = None

    @property
    def of_statements(self) -> bool:
        """Whether only statements can meet them."""
        return bool(self.source) or self.mode is not None or self.named is not None


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage or statement that a search found.

    ``text`` are its words as they stand; ``span`` where that is in the article, None for a title;
    ``marked`` the words that were searched for, as spans of ``text``, and ``marked_in_article`` the
    same as spans of the article's text. ``sayings`` are the statements that they stand in.
    ``score``: higher is better, comparable within one search only. ``whole`` = all words that were
    asked for are there, or it was searched by meaning.
    """

    article: ArticleRow
    place: HitPlace
    text: str
    span: Span | None
    marked: tuple[Span, ...]
    marked_in_article: tuple[Span, ...]
    sayings: tuple[Saying, ...]
    score: float
    whole: bool = True


@dataclass(frozen=True, slots=True)
class EventRow:
    """One event as one article tells it, with the words of its trigger and who takes part."""

    id: str
    article: ArticleRow
    type: str
    quad: int
    factuality: Factuality
    earliest: date | None
    latest: date | None
    best: date | None
    edtf: str
    place: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    span: Span
    words: str
    within: str | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """What differs between two readings of one article, in findings of ``kind``.

    ``added`` and ``removed`` = (id, its words); ``told`` = the same words, understood otherwise.
    Where the text itself was cut otherwise (``kind`` text) no finding can be compared.
    """

    article: ArticleRow
    kind: ChangeKind
    added: tuple[tuple[str, str], ...] = ()
    removed: tuple[tuple[str, str], ...] = ()
    told: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Difference:
    """Two stamps compared over the articles that both have read; ``only_*`` counts the others."""

    first: StampRow
    second: StampRow
    both: int
    only_first: int
    only_second: int
    same: int
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Correction:
    """What a person said of a finding; never written over it.

    ``finding`` is an id (of a source: its number in words). ``original`` and ``corrected`` are the
    finding's JSON before and after, "" where there is none: an edit has both, a rejection no
    corrected one, a merge the id that it goes into. ``when`` is UTC, ISO 8601. ``id`` is 0 until
    the record gives it a number.
    """

    kind: CorrectionKind
    target: TargetKind
    finding: str
    who: str
    article: str = ""
    original: str = ""
    corrected: str = ""
    when: str = ""
    note: str = ""
    id: int = 0

    def __post_init__(self) -> None:
        if not (self.finding and self.who):
            raise ValueError("a correction says of what it is and who made it")


@dataclass(frozen=True, slots=True)
class Unembedded:
    """Words of one reading that have no vectors yet: as many spans as texts."""

    reading: int
    spans: tuple[Span, ...]
    texts: tuple[str, ...]
