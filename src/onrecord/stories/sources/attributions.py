"""What a page itself says about where its telling of a claim comes from.

Invariant: nobody is made a source who does not stand in the page's words or chain.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from onrecord.record import SourceLink, Span, Statement, Telling, hull
from onrecord.statements.phrases import singular
from onrecord.stories.sources.descriptions import (
    TOKEN,
    head_noun,
    is_medium,
    is_medium_name,
    kind_of,
    without_article,
)
from onrecord.stories.sources.documents import author_of_data
from onrecord.stories.sources.hands import is_led_astray, outlet_before_cue, reread, same_words
from onrecord.stories.sources.observations import Place, find_observation
from onrecord.stories.sources.origin import UNKNOWN, Origin, observer
from onrecord.stories.sources.origin_pages import OriginPages
from onrecord.stories.sources.origin_words import OriginWords
from onrecord.stories.sources.seen_documents import document_in, find_document, whole_document
from onrecord.stories.sources.sentence_voices import find_claimant, find_voice

_MOSTLY = 0.5
"""Share of the shorter of telling and statement that both have in common, and
share of a telling that stands in the statement, from which they are one; neither is tuned."""
_LARGELY = 0.35
_OPENING = 3
"""Words of a noun phrase with which a paragraph begins, at most; set by hand."""
_LEARNED = 40
"""Characters before an outlet's name in which somebody says that they learned it there."""
_AT_ONCE = 3
"""Characters of a telling before a statement with which it opens: it is all of it, cut short."""
_NEARLY = 0.95
"""Share of the most words in common from which statements are weighed by how they are nested."""
_ACTING = frozenset(["orders", "asks", "threatens", "promises"])
"""Stances of those who act by speaking: whether they are the source of what is told is unsure."""
_INNER = frozenset(["decides", "plans", "wants", "praises"])
"""Stances that the page ascribes to somebody: they are what is told, not who tells it."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """Where one telling comes from by its own page: an origin, outlets it came through, or both.

    ``relays`` are outlets as the page names them, the last is nearest to the origin. ``passed_on``
    = the page gives the claim as something that others say, without saying who. ``weak`` = who
    acts is taken for who tells; it counts only where nobody else tells.
    """

    telling: Telling
    origin: Origin | None = None
    relays: tuple[str, ...] = ()
    passed_on: bool = False
    weak: bool = False

    @property
    def plain(self) -> bool:
        """Whether the page states the claim in its own voice."""
        return self.origin is None and not self.relays and not self.passed_on


def read_attribution(
    telling: Telling, denied: bool, pages: OriginPages, words: OriginWords
) -> Attribution:
    """What the page says of ``telling``'s source.

    ``denied`` = the claim is told in order to be denied: whoever denies it is not its source.
    """
    article = telling.article
    statement = statement_of(telling, pages)
    if statement is not None and _is_no_telling(statement, pages.text(article), words):
        statement = None
    place = Place(article, pages.sentence(article, hull(telling.spans)), statement)
    if telling.side == "asserts" and (denied or _denies(statement)):
        return _from_denial(telling, place, pages, words)
    if (observed := find_observation(place, pages, words)) is not None:
        return Attribution(telling, observed)
    document = find_document(place, pages, words)
    if document is not None and not _is_somebodys(statement, place, pages):
        if singular(head_noun(document.name)) in words.parts:
            document = replace(
                document, name=whole_document(document, pages, words) or document.name
            )
        own = document.to_us or pages.is_own(document.outlet, article)
        relays = () if own else (document.outlet,)
        return Attribution(telling, document, relays)
    if statement is not None:
        return _from_statement(telling, statement, place, pages, words)
    return _from_sentence(telling, place, pages, words)


def statement_of(telling: Telling, pages: OriginPages) -> Statement | None:
    """The statement whose words the telling is: the one it names, else the smallest around it."""
    statements = pages.readings[telling.article].statements
    if telling.statement is not None:
        return next((one for one in statements if one.id == telling.statement), None)
    length = sum(map(len, telling.spans))
    fitting = []
    for one in statements:
        shared = _common(one, telling)
        content = sum(map(len, one.content))
        if shared >= _MOSTLY * min(content, length):
            fitting.append((shared, content, one))
    most = max((shared for shared, _, _ in fitting), default=0)
    best = [one for one in fitting if one[0] >= _NEARLY * most]
    inner = [one for one in best if not any(_stands_in(two, one[2]) for _, _, two in best)]
    return min(inner or best, key=lambda one: (one[1], one[2].id))[2] if best else None


def _is_no_telling(statement: Statement, text: str, words: OriginWords) -> bool:
    """Whether it is what somebody means to do, or has still to say ("pressed to explain")."""
    cue = statement.cue
    if statement.stance in _INNER or cue is None:
        return statement.stance in _INNER
    unsaid = words.grammar.infinitive.match(text, cue.start) is not None
    return unsaid or words.no_answer.search(text, cue.start, cue.end) is not None


def _common(statement: Statement, telling: Telling) -> int:
    return sum(_shared(part, span) for part in statement.content for span in telling.spans)


def _stands_in(inner: Statement, outer: Statement) -> bool:
    """Whether ``inner`` is told inside the words of ``outer``: then its chain is the longer one."""
    cue = inner.cue
    return (
        inner is not outer and cue is not None and any(part.covers(cue) for part in outer.content)
    )


def _shared(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def _denies(statement: Statement | None) -> bool:
    return statement is not None and statement.stance == "denies"


def _is_somebodys(statement: Statement | None, place: Place, pages: OriginPages) -> bool:
    """Whether the sentence names a person, or people, whose statement it is."""
    if statement is None or pages.is_own(statement.chain.origin.name, place.article):
        return False
    origin = statement.chain.origin
    return (
        origin.kind in ("person", "group")
        and origin.span is not None
        and place.sentence.covers(origin.span)
    )


def _from_denial(
    telling: Telling, place: Place, pages: OriginPages, words: OriginWords
) -> Attribution:
    """Whose claim is denied: whoever the sentence names beside whoever denies it."""
    article, denier = telling.article, place.statement
    others = tuple(
        one.name
        for one, _ in pages.named_outlets(article, place.sentence)
        if one is not pages.own(article)
    )
    if others:
        return Attribution(telling, relays=others, passed_on=True)
    deniers = {
        one.chain.origin.name
        for one in pages.readings[article].statements
        if one is denier or one.stance == "denies"
    }
    for one in pages.readings[article].statements:
        inside = any(part.overlaps(span) for part in one.content for span in telling.spans)
        same = one.chain.origin.name in deniers
        if not inside or same or one.stance == "denies" or one.chain.origin.name == UNKNOWN:
            continue
        if one.cue is not None and place.sentence.covers(one.cue):
            found = _from_statement(telling, one, place, pages, words)
            if found.origin is not None:
                return found
    claimed = find_claimant(Place(article, place.sentence), pages, words)
    if claimed is not None and not any(same_words(claimed.name, one) for one in deniers):
        return Attribution(telling, claimed)
    return Attribution(telling, passed_on=True)


def _from_sentence(
    telling: Telling, place: Place, pages: OriginPages, words: OriginWords
) -> Attribution:
    relays = _relays_in(place, pages, words)
    if relays:
        return Attribution(telling, relays=relays)
    medium = _medium_speaking(place, pages, words)
    if medium is not None:
        return Attribution(telling, relays=(medium,) if medium else (), passed_on=True)
    voice = find_voice(place, pages, words)
    if voice is not None and is_medium(voice.name, words):
        return Attribution(telling, passed_on=True)
    if voice is not None and is_medium_name(voice.name):
        return Attribution(telling, relays=(voice.name,))
    if voice is not None:
        written = _read_in(voice, pages.text(telling.article), pages, words)
        return Attribution(telling, replace(written, rests=_rests(place, voice.name, pages, words)))
    text = pages.text(telling.article)
    passed_on = words.relayed.search(text, place.sentence.start, place.sentence.end) is not None
    return Attribution(telling, passed_on=passed_on)


def _medium_speaking(place: Place, pages: OriginPages, words: OriginWords) -> str | None:
    """The medium that the sentence only describes, by its name or "": "says the paper"."""
    text = pages.text(place.article)
    nouns = "|".join(sorted(map(re.escape, words.media - words.documents), key=len, reverse=True))
    nouns = rf"(?:\w+\s+)?(?:{nouns}|paper)(?!\w)"
    for lead, same in ((words.same_medium, True), (words.some_medium, False)):
        who = rf"{lead}\s+{nouns}"
        verbs = rf"(?:{words.reporting.pattern}|{words.according.pattern})"
        pattern = re.compile(rf"{verbs}\s+{who}|{who}(?:,[^,.]{{2,60}},)?\s+{verbs}", re.IGNORECASE)
        if pattern.search(text, place.sentence.start, place.sentence.end) is None:
            continue
        before = Span(0, max(1, place.sentence.start))
        named = [one for one, _ in pages.named_outlets(place.article, before)]
        others = [one.name for one in named if one is not pages.own(place.article)]
        return others[-1] if same and others else ""
    return None


def _from_statement(
    telling: Telling, statement: Statement, place: Place, pages: OriginPages, words: OriginWords
) -> Attribution:
    article = telling.article
    beside = outlet_before_cue(statement, article, pages)
    hands = [
        reread(link, place, pages, words)
        for link in statement.chain.links[1:]
        if not pages.is_own(link.name, article) or is_led_astray(link, place, pages)
    ]
    hands = [one for one in hands if not pages.is_own(one.name, article)]
    relays = tuple(one.name for one in hands if one.kind == "outlet")
    if beside and not relays:
        return Attribution(telling, relays=(beside,))
    people = [one for one in hands if one.kind != "outlet" and one.name != UNKNOWN]
    if not people and relays:
        return Attribution(telling, relays=relays)
    if not people:
        found = _from_sentence(telling, Place(article, place.sentence), pages, words)
        return replace(found, passed_on=bool(hands) or found.passed_on)
    last = people[-1]
    if _is_press(last, words) or is_medium(last.name, words):
        return Attribution(telling, relays=relays, passed_on=True)
    spans = (last.span,) if last.span is not None else ()
    if head_noun(last.name) in words.observers:
        return Attribution(
            telling, observer(article, relays[-1] if relays else pages.own(article).name, spans)
        )
    origin = Origin(
        article,
        last.name,
        last.kind,
        last.unnamed,
        relays[-1] if relays else pages.own(article).name,
        titles=_titles(last, article, pages),
        spans=spans,
        to_us=_speaks_to_us(place.sentence, article, pages, words),
        rests=_rests(place, last.name, pages, words),
    )
    if words.grammar.several.fullmatch(origin.name):
        origin = replace(origin, kind="group", unnamed=True)
    if words.grammar.they.fullmatch(origin.name):
        origin = _group_before(origin, place, pages, words)
    origin = author_of_data(origin, pages, words)
    if origin.kind == "document" and singular(head_noun(origin.name)) in words.parts:
        origin = replace(origin, name=whole_document(origin, pages, words) or origin.name)
    if statement.cue is not None:
        origin = _read_in(origin, statement.cue.cut(pages.text(article)), pages, words)
    if not relays and last.unnamed:
        named = pages.named_outlets(article, place.sentence)
        relays = tuple(
            one.name
            for one, span in named
            if one is not pages.own(article) and not any(p.covers(span) for p in statement.content)
        )
    whole = hull(telling.spans)
    leads = min(statement.content).start - whole.start <= _AT_ONCE
    small = not leads and _common(statement, telling) < _LARGELY * sum(map(len, telling.spans))
    weak = statement.stance in _ACTING or (small and telling.statement is None)
    return Attribution(telling, origin, relays, weak=weak)


def _group_before(origin: Origin, place: Place, pages: OriginPages, words: OriginWords) -> Origin:
    """The people with whom the paragraph of "they" begins, or as it is."""
    paragraph = pages.paragraph(place.article, place.sentence)
    groups = [
        (mention, entity)
        for entity in pages.readings[place.article].entities
        if entity.kind == "group" and len(TOKEN.findall(entity.name)) > 0
        for mention in entity.mentions[:1]
        if paragraph.start <= mention.start < place.sentence.start
    ]
    if not groups:
        return replace(_first_people(paragraph, origin, pages, words), kind="group", unnamed=True)
    mention, entity = min(groups, key=lambda one: one[0])
    return replace(origin, name=entity.name, kind="group", unnamed=True, spans=(mention,))


def _first_people(
    paragraph: Span, origin: Origin, pages: OriginPages, words: OriginWords
) -> Origin:
    """The origin under the noun phrase for people with which the paragraph begins, if one does."""
    text = pages.text(origin.article)
    tokens = [Span(*one.span()) for one in TOKEN.finditer(text, paragraph.start, paragraph.end)]
    for count in range(_OPENING, 0, -1):
        if len(tokens) <= count:
            continue
        span = Span(paragraph.start, tokens[count - 1].end)
        name = without_article(span.cut(text))
        if kind_of(name[:1].lower() + name[1:], words) == "group":
            return replace(origin, name=name[:1].lower() + name[1:], spans=(span,))
    return origin


def _is_press(link: SourceLink, words: OriginWords) -> bool:
    """Whether the source is what the press in general has: "earlier reports"."""
    return link.kind == "document" and words.relayed.search(head_noun(link.name)) is not None


def _titles(link: SourceLink, article: str, pages: OriginPages) -> tuple[str, ...]:
    known = [one.roles for one in pages.readings[article].entities if one.name == link.name]
    return tuple(
        dict.fromkeys(filter(None, (link.title, *(role for roles in known for role in roles))))
    )


def _read_in(origin: Origin, verb: str, pages: OriginPages, words: OriginWords) -> Origin:
    """The document that the outlet has, where an unnamed author's note is what it reads in it.

    ``verb`` = the cue, or text that has the verb right behind the origin's own words.
    """
    if not origin.unnamed or origin.kind == "document" or not origin.spans:
        return origin
    article, text = origin.article, pages.text(origin.article)
    behind = words.writing.match(text, origin.spans[0].end + 1)
    if behind is None and (verb == text or words.writing.search(verb) is None):
        return origin
    for one in pages.sentences(article):
        found = document_in(article, one, pages, words)
        if found is not None and found.to_us:
            name = f"{found.name} ({origin.name})"
            return replace(found, name=name, titles=(origin.name,))
    return origin


def _relays_in(place: Place, pages: OriginPages, words: OriginWords) -> tuple[str, ...]:
    """Other outlets that the sentence names beside a verb of reporting."""
    text, sentence = pages.text(place.article), place.sentence
    verbs = (words.reporting, words.according, words.has_seen, words.relayed)
    if not any(one.search(text, sentence.start, sentence.end) for one in verbs):
        return ()
    named = pages.named_outlets(place.article, sentence)
    own = pages.own(place.article)
    told_us = (
        own.name
        and any(one is own for one, _ in named)
        and words.telling.search(text, sentence.start, sentence.end)
    )
    return () if told_us else tuple(dict.fromkeys(one.name for one, _ in named if one is not own))


def _speaks_to_us(sentence: Span, article: str, pages: OriginPages, words: OriginWords) -> bool:
    said = sentence.cut(pages.text(article)).lower()
    if any(re.search(rf"(?<!\w){re.escape(one)}(?!\w)", said) for one in words.selves):
        return True
    return any(one is pages.own(article) for one, _ in pages.named_outlets(article, sentence))


def _rests(place: Place, name: str, pages: OriginPages, words: OriginWords) -> str:
    """The words by which whoever speaks says that they know it from the press or from others."""
    text = pages.text(place.article)
    paragraph = pages.paragraph(place.article, place.sentence)
    same = [
        part
        for one in pages.readings[place.article].statements
        if one.chain.origin.name == name
        for part in one.content
        if paragraph.covers(part)
    ]
    for where in (place.sentence, *same):
        for pattern in words.rests:
            if found := pattern.search(text, where.start, where.end):
                return found[0]
        for _, outlet in pages.named_outlets(place.article, where):
            before = text[max(where.start, outlet.start - _LEARNED) : outlet.start]
            if found := words.learned.search(before):
                return f"{found[0]}{outlet.cut(text)}"
    return ""
