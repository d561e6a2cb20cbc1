"""The cast of one article: everyone who speaks, under all the words that the page uses for them.

Invariant: members are only added, in the order of the text, so that a back-reference finds those
who spoke before it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right, insort
from collections import defaultdict
from dataclasses import dataclass, field

from onrecord.passages import Quotation
from onrecord.record import SourceKind, Span
from onrecord.statements.lexicon import Lexicon
from onrecord.statements.names import Outlet, capitalised_runs, same_outlet, without_article
from onrecord.statements.naming import person_or_body
from onrecord.statements.phrases import Voice, singular

NEAR = 1200
"""Characters back within which a pronoun looks for its person; about three paragraphs."""
_WEAK = frozenset(
    [
        "senior",
        "top",
        "cited",
        "said",
        "several",
        "some",
        "unnamed",
        "anonymous",
        "key",
        "high-ranking",
    ]
)
_WORD = re.compile(r"[^\W_][\w’'-]*")
_GENERIC = frozenset(
    ["source", "official", "interlocutor", "insider", "people", "person", "others", "figure"]
)


@dataclass
class Member:
    """Somebody who speaks, or may be led back to."""

    number: int
    name: str
    kind: SourceKind
    unnamed: bool
    head: str
    title: str = ""
    gender: str = ""
    plural: bool = False
    justification: Span | None = None
    mentions: list[Span] = field(default_factory=list)
    group: int | None = None
    """The number of the group that this one belongs to ("one of the officials")."""


class Cast:
    """Finds who is meant by a voice; holds those who have been met so far."""

    def __init__(
        self,
        text: str,
        quotations: tuple[Quotation, ...],
        outlets: tuple[Outlet, ...],
        own: str,
        lexicon: Lexicon,
    ) -> None:
        """Read the names of ``text``; ``quotations`` are the outermost, ``own`` is our outlet."""
        self._text = text
        self._quotations = quotations
        self._lexicon = lexicon
        self._own = own
        self._others = [one for one in outlets if not (one.unnamed or self.is_own(one.name))]
        self.members: list[Member] = []
        self._called: defaultdict[str, list[Member]] = defaultdict(list)  # by last name
        self._mentioned: list[tuple[int, int]] = []  # (place, -number of the member), sorted
        self._known: list[tuple[Voice, Span]] = []
        self._fuller: defaultdict[str, list[Voice]] = defaultdict(list)  # by last name
        media = {at for outlet in outlets for at in range(outlet.span.start, outlet.span.end)}
        for run in capitalised_runs(text, 0, len(text), lexicon):
            if not media.isdisjoint(range(run.start, run.end)):
                continue
            voice = person_or_body(text, run, run, "", lexicon)
            if voice is not None and (voice.kind != "person" or len(voice.name.split()) > 1):
                self._known.append((voice, run))
                self._fuller[_last_name(voice.name)].append(voice)

    def resolve(self, voice: Voice, at: int) -> Member:
        """The member whom ``voice``, standing at ``at``, means; a new one where nobody fits."""
        member = self._find(voice, at)
        if member is None:
            group = self._group_of(voice)
            member = self._add(voice)
            if group is not None:
                member.group = group.number
                member.justification = group.justification
        member.mentions.append(voice.span)
        insort(self._mentioned, (voice.span.start, -member.number))
        if voice.title and (not member.title or len(voice.title) > len(member.title)):
            member.title = voice.title
        if member.justification is None:
            member.justification = voice.justification
        self._learn_gender(member, voice)
        return member

    def same(self, first: Member, second: Member) -> bool:
        """Whether both are one."""
        return first.number == second.number

    def last_outlet(self, at: int) -> Outlet | None:
        """The last medium named before ``at`` that is not the page's own."""
        number = bisect_left(self._others, at, key=lambda outlet: outlet.span.start)
        return self._others[number - 1] if number else None

    def is_own(self, name: str) -> bool:
        """Whether ``name`` is that of the outlet that we read."""
        return bool(self._own) and same_outlet(name, self._own)

    def _add(self, voice: Voice) -> Member:
        member = Member(
            len(self.members),
            voice.name,
            voice.kind,
            voice.unnamed,
            voice.head,
            voice.title,
            plural=voice.plural,
            justification=voice.justification,
        )
        self.members.append(member)
        self._called[_last_name(voice.name)].append(member)
        return member

    def _group_of(self, voice: Voice) -> Member | None:
        """The group from which one now speaks: "one official", "one of the officials"."""
        first = _first_word(self._text, voice)
        if (
            not voice.unnamed
            or voice.plural
            or not (first in ("one", "another") or voice.reference == "definite")
        ):
            return None
        crowd = (one for one in reversed(self.members) if one.unnamed and one.plural)
        return next(
            (one for one in crowd if voice.head == one.head or voice.head in _GENERIC), None
        )

    def _learn_gender(self, member: Member, voice: Voice) -> None:
        if member.gender or member.plural:
            return
        words = re.findall(r"\w+", f"{voice.title} {voice.name} {voice.head}".lower())
        found = next((self._lexicon.gender[w] for w in words if w in self._lexicon.gender), "")
        if voice.reference == "pronoun" and voice.head in ("he", "she"):
            found = voice.head
        member.gender = found

    def _find(self, voice: Voice, at: int) -> Member | None:
        if voice.reference == "pronoun":
            return self._find_pronoun(voice, at)
        if voice.reference == "medium":
            outlet = self.last_outlet(at)
            return self._outlet_member(outlet) if outlet else None
        if voice.reference == "own":
            return next((one for one in self.members if one.name == voice.name), None)
        if voice.reference == "name":
            return self._find_name(voice)
        return self._find_described(voice, at)

    def _outlet_member(self, outlet: Outlet) -> Member:
        for member in self.members:
            if member.kind == "outlet" and same_outlet(member.name, outlet.name):
                return member
        return self._add(
            Voice(outlet.name, outlet.span, "outlet", outlet.unnamed, "name", outlet.name.lower())
        )

    def _find_name(self, voice: Voice) -> Member | None:
        last = _last_name(voice.name)
        for member in reversed(self._called[last]):
            if member.unnamed or not _names_match(member.name, voice.name):
                continue
            if len(voice.name.split()) > len(member.name.split()):
                member.name = voice.name
            return member
        fuller = [
            known
            for known in self._fuller[last]
            if _names_match(known.name, voice.name)
            and len(known.name.split()) > len(voice.name.split())
        ]
        if not fuller:
            return self._find_first_name(voice.name)
        known = fuller[0]
        title = known.title or _title_in_front(self._known, known)
        return self._add(
            Voice(known.name, known.span, known.kind, False, "name", known.head, title)
        )

    def _find_first_name(self, name: str) -> Member | None:
        """The one person of the text whose first name alone the page uses here."""
        people = {
            known.name: known
            for known, _ in self._known
            if known.kind == "person" and known.name.split()[0] == name
        }
        if len(people) != 1 or " " in name:
            return None
        known = next(iter(people.values()))
        return self._find_name(known) or self._add(known)

    def _find_pronoun(self, voice: Voice, at: int) -> Member | None:
        wanted = voice.head
        if wanted == "self" and not self._is_quoted(at):  # the page's author
            return next((one for one in self.members if one.name == voice.name), None)
        if wanted in ("he", "she", "self"):
            return self._last_person(at, wanted if wanted != "self" else "")
        if wanted == "they":
            fitting = [one for one in self._recent(at) if one.plural or one.kind == "organisation"]
            line = self._text.rfind("\n", 0, at)
            fitting = fitting or [
                one
                for one in self._recent(at)
                if one.kind in ("person", "group") and one.unnamed and one.mentions[-1].start > line
            ]
            return fitting[0] if fitting else None
        if wanted == "it":
            fitting = [
                one
                for one in self._recent(at)
                if one.kind in ("organisation", "outlet", "document")
            ]
            if fitting:
                return fitting[0]
            known = [
                one
                for one, run in self._known
                if run.end <= at
                and one.kind == "organisation"
                and one.name not in self._lexicon.governments
            ]
            return self._add(known[-1]) if known else None
        return None

    def _is_quoted(self, at: int) -> bool:
        number = bisect_right(self._quotations, at, key=lambda one: one.span.start) - 1
        return number >= 0 and at < self._quotations[number].span.end

    def _recent(self, at: int) -> list[Member]:
        """Members who were mentioned shortly before ``at``, the latest first."""
        found: dict[int, Member] = {}
        for number in range(bisect_left(self._mentioned, (at,)) - 1, -1, -1):
            place, member = self._mentioned[number]
            if at - place >= NEAR:
                break
            found.setdefault(-member, self.members[-member])
        return list(found.values())

    def _last_person(self, at: int, gender: str) -> Member | None:
        spoken = [
            one
            for one in self._recent(at)
            if (one.kind == "person" and one.gender in ("", gender))
            or (not gender and one.kind == "person")
        ]
        sentence = max(self._text.rfind(". ", 0, at), self._text.rfind("\n", 0, at)) + 1
        if spoken and max(span.start for span in spoken[0].mentions if span.start < at) >= sentence:
            return spoken[0]
        before = [
            (one, run)
            for one, run in self._known
            if one.kind == "person" and at - NEAR < run.end <= sentence
        ]
        if not spoken and before:
            subject = [pair for pair in before if _starts_sentence(self._text, pair[1])]
            return self._find_name((subject or before)[-1][0]) or self._add(
                (subject or before)[-1][0]
            )
        if spoken and before:
            known, run = before[-1]
            last = max(span.start for span in spoken[0].mentions if span.start < at)
            if run.start > last + 10 and _starts_sentence(self._text, run):
                other = self._find_name(known) or self._add(known)
                if other.gender in ("", gender):
                    return other
        return spoken[0] if spoken else None

    def _find_described(self, voice: Voice, at: int) -> Member | None:
        first = voice.name.split()[0].lower()
        if voice.reference == "description" and first in self._lexicon.fresh - {
            "a",
            "an",
            "some",
            "several",
        }:
            return None
        words = _modifiers(voice.name, self._lexicon)
        for member in [*self._recent(at), *reversed(self.members)]:
            if member.kind in ("person", "group") and member.unnamed and voice.unnamed:
                if self._is_same_crowd(voice, member, words):
                    return member
            elif (
                member.kind == voice.kind
                and member.kind in ("organisation", "document", "observation")
                and self._is_same_body(voice, member)
            ):
                return member
        if voice.reference != "definite":
            return None
        if voice.kind == "organisation":
            return self._body_before(voice, at)
        if voice.kind in ("person", "unknown") and not voice.plural:
            return self._person_before(voice, at)
        return None

    def _is_same_crowd(self, voice: Voice, member: Member, words: frozenset[str]) -> bool:
        if voice.plural != member.plural:
            return False
        theirs = _modifiers(member.name, self._lexicon)
        if _first_word(self._text, voice) == "one":
            return voice.name.lower() == member.name.lower()
        if voice.reference == "definite":
            generic = voice.head in _GENERIC and (len(words) <= 1 or words <= theirs)
            return (voice.head == member.head and (words <= theirs | {voice.head})) or generic
        if _first_word(self._text, voice) in ("a", "an", "one", "another", "other", "others"):
            return False
        if voice.name.split()[0].lower() in self._lexicon.counts:
            return False  # "four dockers" are others than "dockers"
        return voice.head == member.head and voice.plural and (words <= theirs or theirs <= words)

    def _is_same_body(self, voice: Voice, member: Member) -> bool:
        if voice.name.lower() == member.name.lower():
            return True
        if voice.reference != "definite":
            return False
        if voice.kind == "document":
            return (
                voice.head in (member.head, "document", "paper", "text")
                or member.head == "document"
            )
        return voice.head in member.name.lower().split() or voice.head in self._lexicon.firms

    def _body_before(self, voice: Voice, at: int) -> Member | None:
        bodies = [one for one, run in self._known if run.end <= at and one.kind == "organisation"]
        for known in reversed(bodies):
            if voice.head in known.name.lower().split() or voice.head in self._lexicon.firms:
                return self._find_name(known) or self._add(known)
        return None

    def _person_before(self, voice: Voice, at: int) -> Member | None:
        """ "The minister" after "Fisheries Minister Dara Quill"; "the star" after Mirela Danko."""
        people = [one for one in self._recent(at) if one.kind == "person" and not one.unnamed]
        for member in people:
            if voice.head in member.title.lower().split() or voice.head in member.title.lower():
                return member
        for known, run in reversed(self._known):
            if (
                run.end <= at
                and known.kind == "person"
                and voice.head in known.title.lower().split()
            ):
                return self._find_name(known) or self._add(known)
        if voice.head in self._lexicon.epithets:
            return people[0] if people else None
        if voice.head in self._lexicon.offices | self._lexicon.roles:
            return next((one for one in people if not one.title), None)
        if voice.head in self._lexicon.people:
            return None
        return people[0] if people else None


def _first_word(text: str, voice: Voice) -> str:
    found = re.match(r"\w+", text[voice.span.start : voice.span.end])
    return found[0].lower() if found else ""


def _modifiers(name: str, lexicon: Lexicon) -> frozenset[str]:
    words = [singular(word) for word in re.findall(r"[\w’'-]+", name.lower())]
    return frozenset(words) - lexicon.determiners - _WEAK


def _starts_sentence(text: str, run: Span) -> bool:
    before = text[max(0, run.start - 3) : run.start]
    return run.start == 0 or re.search(r"[.!?”\"\n]\s*$", before) is not None


def _last_name(name: str) -> str:
    """What names must have in common to be one person's."""
    words: list[str] = _WORD.findall(name.casefold())
    return words[-1] if words else ""


def _names_match(full: str, other: str) -> bool:
    """Whether one name is the other, its last part, or its first where that is all there is."""
    one, two = (_WORD.findall(without_article(name).casefold()) for name in (full, other))
    if not one or not two:
        return False
    short, long = (one, two) if len(one) <= len(two) else (two, one)
    alone = len(short) == 1
    return bool(short[-1] == long[-1] and (alone or short[0] == long[0]))


def _title_in_front(known: list[tuple[Voice, Span]], voice: Voice) -> str:
    return next((one.title for one, _ in known if one.name == voice.name and one.title), "")
