"""Source phrases read: who is meant, as far as the phrase alone tells."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from onrecord.record import SourceKind, Span
from onrecord.statements.lexicon import Lexicon
from onrecord.statements.names import Outlet, capitalised_runs, without_article

Reference = Literal["name", "description", "definite", "pronoun", "medium", "own"]

_TRIM = " \t\n\xa0,;:–—-“”\"'‘’()[]."
_TOKEN = re.compile(r"[^\W_](?:[\w’'.&-]*[^\W_])?")
_MEDIUM_BEHIND = re.compile(r"\s+(?:the|this|that)\s+(?:same\s+)?\w+$")
_OF_THEM = re.compile(
    r"(?P<count>one|another|some|several|many|most|both|two|three|four|five|members|a number|dozens|none|all|either"
    r"|a few|a handful|a group|a majority|half|others|many others|hundreds|thousands|scores|(?:the |a )?(?:\w+ )?(?:share|percentage|proportion|numbers?|trio|pair|crowd|panel)|\d+(?:\.\d+)? ?(?:%|per cent|percent))\s+of\s+(?=\w)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Voice:
    """Whoever a source phrase names.

    ``reference`` tells how: by name, by a description of its own, by one that leads back
    ("the officials"), by pronoun, by a noun for a medium ("the outlet"), or as the medium's own
    voice. ``head`` is the noun or last name that carries the phrase, in lower case.
    """

    name: str
    span: Span
    kind: SourceKind
    unnamed: bool
    reference: Reference
    head: str
    title: str = ""
    plural: bool = False
    justification: Span | None = None


def read_voice(text: str, span: Span, outlets: tuple[Outlet, ...], lexicon: Lexicon) -> Voice:
    """Who the phrase ``text[span]`` names."""
    span = _trim(text, span)
    if (said := _speech_of(text, span, lexicon)) is not None:
        span = said
    if (owner := re.search(r"[’']s?$", span.cut(text))) and owner.start() > 1:
        span = Span(span.start, span.start + owner.start())
    words = span.cut(text)
    lower = words.lower()
    justification = find_justification(text, span, lexicon)
    if lower in lexicon.pronouns:
        kind = lexicon.pronouns[lower]
        return Voice(words, span, "unknown", False, "pronoun", kind, plural=kind == "they")
    if any(lower.startswith(own) for own in lexicon.own_voice):
        return Voice(words, span, "observation", False, "own", "own")
    core = _core(text, span, outlets, lexicon)
    partitive = _OF_THEM.match(text, core.start, core.end)
    inner = Span(partitive.end(), core.end) if partitive and partitive.end() < core.end else core
    head_span, head_words = _noun_phrase(text, inner, lexicon)
    if observer := _observer(text, span, head_words, outlets, lexicon):
        return observer
    named = _named(text, span, inner, head_span, head_words, outlets, lexicon)
    if named is not None and partitive is None:
        return Voice(
            named.name,
            span,
            named.kind,
            named.unnamed,
            named.reference,
            named.head,
            named.title,
            justification=justification if named.kind == "person" else None,
        )
    medium = next((one for one in outlets if one.span.end == head_span.end and not one.unnamed), None)
    if medium is not None and partitive is None:
        return Voice(medium.name, span, "outlet", False, "name", medium.name.lower())
    voice = _described(text, core, head_words, lexicon, justification, owned=core.start - span.start > 4)
    if partitive is None:
        return voice
    one = partitive["count"].lower() in ("one", "another", "none", "either")
    many = voice.kind in ("group", "person", "organisation", "outlet", "unknown")
    kind: SourceKind = ("person" if one else "group") if many else voice.kind
    return Voice(
        core.cut(text), core, kind, True, "definite", voice.head, "", not one, justification
    )


def find_justification(text: str, span: Span, lexicon: Lexicon) -> Span | None:
    """The words in ``span`` that say why a source knows or why it is not named."""
    found = lexicon.justification.search(text, span.start, span.end)
    if found is None:
        return None
    end = _clause_end(text, found.start(), span.end)
    further = lexicon.justification.search(text, end, span.end)
    if further is not None and further.start() - end <= 6:
        end = _clause_end(text, further.start(), span.end)
    return _trim(text, Span(found.start(), end))


def _clause_end(text: str, start: int, limit: int) -> int:
    cut = re.compile(r"[.;“”\"]|,|\s[–—]\s").search(text, start, limit)
    return cut.start() if cut and cut.start() > start else limit


def _trim(text: str, span: Span) -> Span:
    start, end = span.start, span.end
    while end - start > 1 and text[start] in _TRIM:
        start += 1
    while end - start > 1 and text[end - 1] in _TRIM:
        if text[end - 1] == "." and re.search(r"(?:\b[A-Z]|Inc|Ltd|Jr|Sr|Co)\.$", text[start:end]):
            break
        end -= 1
    return Span(start, end)


def _speech_of(text: str, span: Span, lexicon: Lexicon) -> Span | None:
    """The phrase for whoever a noun of speech belongs to: "a statement by the ministry"."""
    words = span.cut(text)
    found = re.match(r"(?:\w+\s+){0,3}?([\w-]+)\s+(?:by|from)\s+", words)
    if found is not None and found[1].lower() in lexicon.speech_nouns:
        return Span(span.start + found.end(), span.end)
    owned = re.search(r"[’']s?\s+(?:\w+\s+)?([\w-]+)$", words)
    if owned is not None and owned[1].lower() in lexicon.speech_nouns and owned.start() > 1:
        return Span(span.start, span.start + owned.start())
    return None


def _core(text: str, span: Span, outlets: tuple[Outlet, ...], lexicon: Lexicon) -> Span:
    """The phrase without relays, reasons, clauses and appositions."""
    cuts = [span.end]
    if found := lexicon.justification.search(text, span.start + 1, span.end):
        cuts.append(found.start())
    passed = lexicon.passed_on.search(text, span.start + 1, span.end)
    if passed and (
        any(one.span.start >= passed.end() and span.covers(one.span) for one in outlets)
        or _MEDIUM_BEHIND.match(text, passed.end(), span.end)
    ):
        cuts.append(passed.start())
    if owner := re.compile(r"(?:the\s+)?([\w ]{2,20})[’']s\s+").match(text.lower(), span.start, span.end):
        if owner[1] in lexicon.media_nouns:
            return _trim(text, Span(owner.end(), max(owner.end() + 1, min(cuts))))
    clause = re.compile(
        r"\s*(?:,|\s[–—]\s|\(|\s(?:who|whom|whose|which)\b|\sthat\s)"
    ).search(text, span.start + 1, span.end)
    if clause:
        cuts.append(clause.start())
    return _trim(text, Span(span.start, max(span.start + 1, min(cuts))))


def _noun_phrase(text: str, core: Span, lexicon: Lexicon) -> tuple[Span, list[str]]:
    """The words up to the first preposition or participle, and their span."""
    words: list[str] = []
    end = core.start
    for token in _TOKEN.finditer(text, core.start, core.end):
        if words and _ends_phrase(text, token, words, lexicon):
            break
        words.append(re.sub(r"[’']s?$", "", token[0]))
        end = token.end()
    return Span(core.start, max(end, core.start + 1)), words


def _ends_phrase(text: str, token: re.Match[str], words: list[str], lexicon: Lexicon) -> bool:
    """Whether a noun phrase stops before ``token``: a preposition, or a participle behind a noun."""
    word = token[0]
    if word in lexicon.phrase_ends:
        return words[-1].lower() not in lexicon.determiners
    if word == "close":
        return text.startswith(" to ", token.end())
    is_noun = singular(words[-1]) in lexicon.people | lexicon.documents or singular(words[-1]) != words[-1].lower()
    return is_noun and word.islower() and len(word) > 4 and word.endswith(("ing", "ed"))


def _observer(
    text: str, span: Span, words: list[str], outlets: tuple[Outlet, ...], lexicon: Lexicon
) -> Voice | None:
    """An outlet's own reporter."""
    if not words or words[-1].lower() not in lexicon.observers:
        return None
    inside = [outlet for outlet in outlets if span.covers(outlet.span)]
    short = [word for word in words[:-1] if word in lexicon.media_words]
    if not inside and not short:
        return None
    plain = without_article(span.cut(text))
    return Voice(plain, span, "observation", False, "description", words[-1].lower())


def _named(
    text: str,
    span: Span,
    core: Span,
    phrase: Span,
    words: list[str],
    outlets: tuple[Outlet, ...],
    lexicon: Lexicon,
) -> Voice | None:
    """The phrase as a proper name, with its title; None where its head is a common noun."""
    if not words:
        return None
    whole = next((run for run in _runs(text, core, lexicon) if run.start < phrase.end < run.end), None)
    if whole is not None and words[-1][0].isupper():  # "Secretary of State Mike Pompeo"
        before = without_article(text[core.start : whole.start].strip())
        voice = _person_or_body(text, span, whole, before, lexicon)
        if voice is not None and voice.kind == "person" and voice.title:
            return voice
    if singular(words[-1]) in lexicon.people | lexicon.documents:
        return _after_comma(text, span, core, outlets, lexicon)
    if len(words) == 1 and _is_common_noun(text, core, words[0], lexicon):
        return None
    runs = [run for run in _runs(text, core, lexicon) if run.start < phrase.end]
    run = next((run for run in reversed(runs) if run.end >= phrase.end), None)
    if run is None or not words[-1][0].isupper():
        return _after_comma(text, span, core, outlets, lexicon)
    outlet = next((one for one in outlets if one.span.overlaps(run)), None)
    if outlet is not None:
        return Voice(outlet.name, span, "outlet", outlet.unnamed, "name", outlet.name.lower())
    before = without_article(text[core.start : run.start].strip())
    if any(core.start <= one.span.start and one.span.end <= run.start for one in outlets):
        before = ""  # "the Compass's Scott Conroy": the paper is a relay
    first = text[core.start : run.start].strip().lower()
    if first in ("a", "an", "another", "one", "some", "many", "no", "several"):
        return None
    if before.lower() == "the" and singular(words[-1]) != words[-1].lower():
        return None  # "the Democrats"
    if before and singular(before.split()[-1]) in lexicon.bodies:
        bare = without_article(run.cut(text))
        return Voice(bare, span, "organisation", False, "name", bare.split()[-1].lower())
    return _person_or_body(text, span, run, before, lexicon)


def _runs(text: str, core: Span, lexicon: Lexicon) -> tuple[Span, ...]:
    return capitalised_runs(text, core.start, core.end, lexicon)


def _is_common_noun(text: str, core: Span, word: str, lexicon: Lexicon) -> bool:
    """Whether a lone word has its capital only from the beginning of the sentence."""
    if singular(word) in lexicon.bodies | lexicon.media_nouns | lexicon.groups:
        return True
    before = text[max(0, core.start - 3) : core.start].strip()
    if before and before[-1] not in ".!?”\"’" or not word[1:].islower():
        return False
    elsewhere = re.search(rf"\b{re.escape(word.lower())}\b", text) is not None
    plural = word.endswith("s") and singular(word) != word.lower()
    named = word in lexicon.governments or re.search(rf"[a-z] {re.escape(word)}\b", text)
    return (elsewhere or plural) and not named


def _person_or_body(text: str, span: Span, run: Span, before: str, lexicon: Lexicon) -> Voice | None:
    bare = without_article(run.cut(text))
    tokens = bare.split()
    plain = [token.strip(".,’'") for token in tokens]
    last_title = max(
        (n for n, token in enumerate(plain[:-1]) if token in lexicon.titles), default=-1
    )
    if last_title >= 0 and plain[last_title + 1 : last_title + 2] == ["of"]:
        last_title = min(last_title + 2, len(tokens) - 1)
        while last_title < len(tokens) - 2 and plain[last_title + 1] in ("and", "of"):
            last_title += 2
    rest = tokens[last_title + 1 :]
    if rest and rest[0] in ("of", "for", "and"):
        rest, last_title = [], len(tokens) - 1
    person, of, place = bare.partition(" of ")
    if of and last_title < 0 and len(person.split()) in (2, 3) and not set(person.split()) & lexicon.body_words:
        if set(place.split()) & lexicon.body_words:
            return Voice(person, span, "person", False, "name", person.split()[-1].lower(), place)
    is_body = (
        bool(set(plain) & lexicon.body_words)
        or bare in lexicon.governments
        or bare in lexicon.organisations
        or (len(tokens) == 1 and bare.isupper() and len(bare) > 1)
    )
    if is_body and not (rest and last_title >= 0 and not set(rest) & lexicon.body_words):
        return Voice(bare, span, "organisation", False, "name", plain[-1].lower())
    if not rest or all(token in lexicon.titles for token in plain):
        return None
    if before.lower() in lexicon.determiners:
        before = ""
    particle = before.lower() in ("dos", "de", "da", "van", "von", "al", "el", "bin", "la", "le", "di", "du")
    rest = [before, *rest] if particle else rest
    title = " ".join(["" if particle else before, *tokens[: last_title + 1]]).strip(" ,")
    title = title or _apposition(text, span, run)
    name = " ".join(rest)
    two = " and " in name and len(rest) > 2
    kind: SourceKind = "group" if two else "person"
    return Voice(name, span, kind, False, "name", rest[-1].lower().strip("."), title, plural=two)


def _after_comma(
    text: str, span: Span, core: Span, outlets: tuple[Outlet, ...], lexicon: Lexicon
) -> Voice | None:
    """A name in apposition to a description: "the company's founder, Elke Brandauer"."""
    if core.end >= span.end or not text[core.end : core.end + 2].startswith(","):
        return None
    for run in capitalised_runs(text, core.end, span.end, lexicon):
        if text[core.end : run.start].strip(" ,") or len(run.cut(text).split()) < 2:
            return None
        voice = _person_or_body(text, span, run, "", lexicon)
        if voice is None or voice.kind != "person":
            return None
        title = without_article(core.cut(text))
        return Voice(voice.name, span, "person", False, "name", voice.head, title)
    return None


def _apposition(text: str, span: Span, run: Span) -> str:
    """The role behind a name: ", a glaciologist at the University of Tarn"."""
    rest = text[run.end : span.end]
    if " and " in run.cut(text):
        return ""
    found = re.match(r",\s+(?!(?:\w+(?:ed|ing)\b)|who\b|whose\b|whom\b|which\b|where\b|including\b|and\b|\d)([^,;:“”\"()]{3,90})", rest)
    if not found or found[1][:1].isdigit():
        return ""
    return re.sub(r"^(?:the|an?)\s+", "", found[1].strip())


def _described(
    text: str,
    core: Span,
    words: list[str],
    lexicon: Lexicon,
    justification: Span | None,
    *,
    owned: bool,
) -> Voice:
    """The phrase as a description: somebody unnamed, a body, a document, a medium, an office."""
    description = without_article(core.cut(text))
    lower = core.cut(text).lower()
    definite = owned or any(lower.startswith(word + " ") for word in lexicon.definite)
    head = singular(words[-1]) if words else lower
    pair = " ".join([*words[-2:-1], words[-1]]).lower() if words else lower
    plural = _is_plural(words[-1] if words else lower, lexicon)
    noun_phrase = " ".join(
        word.lower() for word in words if word.lower() not in lexicon.determiners
    )
    kind: SourceKind
    unnamed, reference = False, "definite" if definite else "description"
    if head in lexicon.media_nouns or noun_phrase in lexicon.media_nouns:
        kind, unnamed = "outlet", not definite
        reference = "medium" if definite else "description"
    elif plural and lower.split()[-1] not in lexicon.bodies and head in lexicon.bodies:
        kind, unnamed = "group", True
    elif pair in lexicon.bodies or head in lexicon.bodies:
        kind, plural = "organisation", False
    elif head in lexicon.documents or pair in lexicon.documents:
        kind, unnamed = "document", not _has_author(text, core, words, lexicon)
    elif not plural and _is_office(noun_phrase, words, lexicon, definite=definite, owned="’s " in lower or "'s " in lower):
        kind, unnamed = "person", False
    elif head in lexicon.groups or plural:
        kind, unnamed = "group", True
    elif head in lexicon.people | lexicon.roles or head.endswith(lexicon.person_endings):
        kind, unnamed = "person", True
    else:
        kind, unnamed = "unknown", True
    description = _uncapitalise(text, description, lexicon)
    return Voice(
        description, core, kind, unnamed, reference, head, "", plural, justification  # type: ignore[arg-type]
    )


def _is_office(
    phrase: str, words: list[str], lexicon: Lexicon, *, definite: bool, owned: bool
) -> bool:
    """Whether the phrase names an office that one person holds: "the president", "DNC chair"."""
    if definite and phrase in lexicon.offices:
        return True
    held = any(phrase.endswith(" " + office) for office in lexicon.offices)
    if held and definite and (owned or phrase.endswith("minister")):
        return True
    return held and any(word[0].isupper() for word in words[:-1] if word[0].isalpha())


_AUTHOR = re.compile(r"\s(?:by|from|of|in)\s+(?:the\s+|an?\s+)?(?:[a-z]+\s+)?[A-Z]")


def _has_author(text: str, core: Span, words: list[str], lexicon: Lexicon) -> bool:
    """Whether a document is known by the body or person that it comes from."""
    phrase = core.cut(text)
    if singular(words[-1] if words else phrase) in lexicon.public_documents:
        return phrase.lower().startswith(("the ", "this "))
    before = [word for word in words[:-1] if word.lower() not in lexicon.determiners]
    if any(singular(word) in lexicon.bodies for word in before):
        return True
    capital = any(word[0].isupper() for word in (before if words[:1] != before[:1] else before[1:]))
    owner = re.match(r"(?:The |A )?[A-Z][\w -]*[’']s? ", phrase) is not None
    return capital or owner or _AUTHOR.search(phrase) is not None


def _uncapitalise(text: str, description: str, lexicon: Lexicon) -> str:
    """Lower the capital that the beginning of a sentence gave to a common noun."""
    first, _, rest = description.partition(" ")
    lower = first.lower()
    if not first[1:].islower() or rest[:1].isupper():
        return description
    nouns = lexicon.people | lexicon.groups | lexicon.bodies | lexicon.documents | lexicon.determiners
    common = singular(first) in nouns or lower in nouns
    if common or re.search(rf"(?<!\w){re.escape(lower)}(?!\w)", text):
        return f"{lower} {rest}".strip()
    return description


def singular(word: str) -> str:
    """A noun's singular as well as its ending tells, in lower case."""
    lower = re.sub(r"[’']s?$", "", word.lower())
    if lower.endswith("ies") and len(lower) > 4:
        return lower[:-3] + "y"
    if lower.endswith("men"):
        return lower[:-3] + "man"
    if lower.endswith("sses") or lower.endswith("ches") or lower.endswith("xes"):
        return lower[:-2]
    if lower.endswith("s") and not lower.endswith(("ss", "us", "is", "news")):
        return lower[:-1]
    return lower


def _is_plural(word: str, lexicon: Lexicon) -> bool:
    lower = word.lower()
    if lower in lexicon.groups:
        return True
    return singular(lower) != lower and lower not in lexicon.bodies | lexicon.documents
