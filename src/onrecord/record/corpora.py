"""A set of readings with all that holds across them, and what a claim's trace through it is."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.record.issues import Issue, RecordError
from onrecord.record.readings import Reading
from onrecord.record.stories import (
    ArticleKind,
    Circle,
    Claim,
    Contradiction,
    CopyGroup,
    Derivation,
    Story,
)


@dataclass(frozen=True, slots=True)
class Corpus:
    """Readings and what was judged across them; ``kinds`` = (article, kind), as many as readings.

    Raises RecordError where an article stands twice or a judgement is about an article that is not
    there.
    """

    readings: tuple[Reading, ...]
    copies: tuple[CopyGroup, ...] = ()
    stories: tuple[Story, ...] = ()
    derivations: tuple[Derivation, ...] = ()
    kinds: tuple[tuple[str, ArticleKind], ...] = ()
    circles: tuple[Circle, ...] = ()

    def __post_init__(self) -> None:
        ids = [one.article.id for one in self.readings]
        known = set(ids)
        if len(ids) != len(known):
            raise RecordError("an article stands twice in the corpus: give each reading once")
        named = {one for edge in self.derivations for one in (edge.article, edge.parent)}
        named |= {one for group in self.copies for one in group.articles}
        named |= {one for story in self.stories for one in story.articles}
        named |= {article for article, _ in self.kinds}
        named |= {one for circle in self.circles for one in circle.articles}
        if missing := named - known:
            raise RecordError(f"no such articles in the corpus: {', '.join(sorted(missing))}")

    @property
    def articles(self) -> tuple[str, ...]:
        """The ids of all articles, in the order of the readings."""
        return tuple(one.article.id for one in self.readings)

    def reading(self, article: str) -> Reading:
        """The reading of ``article``. Raises RecordError where there is none."""
        found = next((one for one in self.readings if one.article.id == article), None)
        if found is None:
            raise RecordError(f"no such article in the corpus: {article}")
        return found

    def kind(self, article: str) -> ArticleKind | None:
        """What kind of article it is, None where that was not judged."""
        return next((kind for one, kind in self.kinds if one == article), None)

    def narrow(self, story: Story) -> Corpus:
        """The pages of ``story`` alone, and what holds across them."""
        own = set(story.articles)
        return Corpus(
            tuple(one for one in self.readings if one.article.id in own),
            tuple(one for one in self.copies if own.issuperset(one.articles)),
            (story,),
            tuple(one for one in self.derivations if {one.article, one.parent} <= own),
            tuple(one for one in self.kinds if one[0] in own),
            tuple(one for one in self.circles if own.issuperset(one.articles)),
        )

    def story(self, article: str) -> Story | None:
        """The story that ``article`` is in."""
        return next((one for one in self.stories if article in one.articles), None)


@dataclass(frozen=True, slots=True)
class Judgements:
    """What a corpus holds beside its readings, for pages that are too many to be held at once.

    ``articles`` = the ids of all that were judged.
    """

    articles: tuple[str, ...]
    copies: tuple[CopyGroup, ...] = ()
    stories: tuple[Story, ...] = ()
    derivations: tuple[Derivation, ...] = ()
    kinds: tuple[tuple[str, ArticleKind], ...] = ()
    circles: tuple[Circle, ...] = ()

    @staticmethod
    def of(corpus: Corpus) -> Judgements:
        """Those of ``corpus``."""
        return Judgements(
            corpus.articles,
            corpus.copies,
            corpus.stories,
            corpus.derivations,
            corpus.kinds,
            corpus.circles,
        )


@dataclass(frozen=True, slots=True)
class Trace:
    """Who stands behind one claim.

    ``derivations`` are those that lead from the claim's pages towards its sources; ``rivals`` the
    other claims that ``contradictions`` name; ``issues`` say what could not be answered ("no page
    here says this").
    """

    claim: Claim
    derivations: tuple[Derivation, ...] = ()
    circles: tuple[Circle, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    rivals: tuple[Claim, ...] = ()
    issues: tuple[Issue, ...] = ()

    def __post_init__(self) -> None:
        known = {self.claim.id, *(one.id for one in self.rivals)}
        for one in self.contradictions:
            if missing := {one.first, one.second} - known:
                raise RecordError(f"contradiction with no such claim: {', '.join(sorted(missing))}")
