"""Source phrases that are names: persons with their titles, bodies, media."""

from __future__ import annotations

import re

from onrecord.record import SourceKind, Span
from onrecord.statements.lexicon import Lexicon
from onrecord.statements.names import NAME_JOINS, capitalised_runs, without_article
from onrecord.statements.phrases import Phrase, Voice, capitals_inside, lower_words, singular

_APPOSITION = re.compile(
    r",\s+(?!\w+(?:ed|ing)\b|(?:who|whose|whom|which|where|including|and)\b|\d)"
    r"([^,;:“”\"()]{3,90})"
)
_ARTICLE = re.compile(r"^(?:the|an?)\s+")


def named_voice(phrase: Phrase) -> Voice | None:
    """The phrase as a proper name, with its title; None where its head is a common noun."""
    text, core, words, lexicon = phrase.text, phrase.core, phrase.words, phrase.lexicon
    if not words:
        return None
    runs = capitalised_runs(text, core.start, core.end, lexicon)
    if _is_role(core.cut(text), lexicon) and (named := _after_comma(phrase)):
        return named  # "the Spokeswoman of the President of the Republic, Hanife Karaca"
    whole = next((run for run in runs if run.start < phrase.head.end < run.end), None)
    if whole is not None and words[-1][0].isupper():  # "Secretary of State Mike Pompeo"
        voice = person_or_body(text, phrase.span, whole, _before(text, core, whole), lexicon)
        if voice is not None and voice.kind == "person" and voice.title:
            return voice
    if singular(words[-1]) in lexicon.people | lexicon.documents:
        return _after_comma(phrase)
    if len(words) == 1 and _is_common_noun(text, core, words[0], lexicon):
        return None
    ending = [run for run in runs if run.start < phrase.head.end <= run.end]
    if not ending or not words[-1][0].isupper():
        return _after_comma(phrase)
    return _name_at(phrase, ending[-1])


def _name_at(phrase: Phrase, run: Span) -> Voice | None:
    """The name in ``run``, which ends the phrase."""
    text, core, lexicon = phrase.text, phrase.core, phrase.lexicon
    outlet = next((one for one in phrase.outlets if one.span.overlaps(run)), None)
    if outlet is not None:
        return Voice(
            outlet.name, phrase.span, "outlet", outlet.unnamed, "name", outlet.name.lower()
        )
    first = text[core.start : run.start].strip().lower()
    plural = singular(phrase.words[-1]) != phrase.words[-1].lower()
    if first in lexicon.indefinite or (first == "the" and plural):
        return None  # "a Democrat", "the Democrats"
    before = _before(text, core, run)
    if any(core.start <= one.span.start and one.span.end <= run.start for one in phrase.outlets):
        before = ""  # "the Compass's Scott Conroy": the paper is a relay
    if before and singular(before.split()[-1]) in lexicon.bodies:
        bare = without_article(run.cut(text))
        return Voice(bare, phrase.span, "organisation", False, "name", bare.split()[-1].lower())
    return person_or_body(text, phrase.span, run, before, lexicon)


def _is_role(words: str, lexicon: Lexicon) -> bool:
    """Whether the words say whose office somebody has: "the Spokeswoman of the Governor"."""
    first, _, rest = without_article(words).partition(" ")
    return rest.startswith("of ") and (
        singular(first.lower()) in lexicon.people or first.lower() in lexicon.people
    )


def _before(text: str, core: Span, run: Span) -> str:
    return without_article(text[core.start : run.start].strip())


def _is_common_noun(text: str, core: Span, word: str, lexicon: Lexicon) -> bool:
    """Whether a lone word has its capital only from the beginning of the sentence."""
    if singular(word) in lexicon.bodies | lexicon.media_nouns | lexicon.groups:
        return True
    before = text[max(0, core.start - 3) : core.start].strip()
    if (before and before[-1] not in '.!?”"’') or not word[1:].islower():
        return False
    plural = word.endswith("s") and singular(word) != word.lower()
    named = word in lexicon.governments or word in capitals_inside(text)
    return (word.lower() in lower_words(text) or plural) and not named


def person_or_body(text: str, span: Span, run: Span, before: str, lexicon: Lexicon) -> Voice | None:
    """Whom a run of capitalised words names; ``before`` = the words of the phrase before it."""
    bare = without_article(run.cut(text))
    tokens = bare.split()
    plain = [token.strip(".,’'") for token in tokens]
    titled = _title_length(plain, lexicon)
    rest = tokens[titled:]
    if rest and rest[0] in ("of", "for", "and"):
        rest, titled = [], len(tokens)
    person, _, place = bare.partition(" of ")
    lone = titled == 0 and len(person.split()) in (2, 3)
    if lone and place and not _has_body_word(person, lexicon):
        return Voice(person, span, "person", False, "name", person.split()[-1].lower(), place)
    if _is_body(bare, plain, lexicon) and not (
        rest and titled and not set(rest) & lexicon.body_words
    ):
        return Voice(bare, span, "organisation", False, "name", plain[-1].lower())
    if not rest or all(token in lexicon.titles for token in plain):
        return None
    if before.lower() in lexicon.determiners:
        before = ""
    if before.lower() in NAME_JOINS:  # "dos Santos"
        rest, before = [before, *rest], ""
    title = " ".join([before, *tokens[:titled]]).strip(" ,") or _apposition(text, span, run)
    name = " ".join(rest)
    two = " and " in name and len(rest) > 2
    kind: SourceKind = "group" if two else "person"
    return Voice(name, span, kind, False, "name", rest[-1].lower().strip("."), title, plural=two)


def _title_length(plain: list[str], lexicon: Lexicon) -> int:
    """How many of the words are title: up to the last title word and what it is "of"."""
    titles = [n for n, token in enumerate(plain[:-1]) if _is_title(token, lexicon)]
    last = max(titles, default=-1)
    if last >= 0 and plain[last + 1 : last + 2] == ["of"]:
        last = min(last + 2, len(plain) - 1)
        while last < len(plain) - 2 and plain[last + 1] in ("and", "of"):
            last += 2
    return last + 1


def _is_title(token: str, lexicon: Lexicon) -> bool:
    """Whether a word is a title; "Co-owner" is one by its last part."""
    _, hyphen, part = token.rpartition("-")
    return token in lexicon.titles or (bool(hyphen) and part.lower() in lexicon.people)


def _is_body(bare: str, plain: list[str], lexicon: Lexicon) -> bool:
    return (
        bool(set(plain) & lexicon.body_words)
        or bare in lexicon.governments
        or bare in lexicon.organisations
        or (len(plain) == 1 and bare.isupper() and len(bare) > 1)
    )


def _has_body_word(words: str, lexicon: Lexicon) -> bool:
    return bool(set(words.split()) & lexicon.body_words)


def _after_comma(phrase: Phrase) -> Voice | None:
    """A name in apposition to a description: "the company's founder, Elke Brandauer"."""
    text, core, span = phrase.text, phrase.core, phrase.span
    if core.end >= span.end or text[core.end] != ",":
        return None
    runs = capitalised_runs(text, core.end, span.end, phrase.lexicon)
    if not runs or text[core.end : runs[0].start].strip(" ,"):
        return None
    if len(runs[0].cut(text).split()) < 2:
        return None
    voice = person_or_body(text, span, runs[0], "", phrase.lexicon)
    if voice is None or voice.kind != "person":
        return None
    title = without_article(core.cut(text))
    return Voice(voice.name, span, "person", False, "name", voice.head, title)


def _apposition(text: str, span: Span, run: Span) -> str:
    """The role behind a name: ", a glaciologist at the University of Tarn"."""
    if " and " in run.cut(text):
        return ""
    found = _APPOSITION.match(text, run.end, span.end)
    return _ARTICLE.sub("", found[1].strip()) if found else ""
