"""Source phrases read by themselves: name, kind, namedness, title, reason."""

from __future__ import annotations

import pytest

from onrecord.record import Span
from onrecord.statements.names import find_outlets
from onrecord.statements.phrases import Voice
from onrecord.statements.voices import read_voice
from tests.statements.words import LEXICON, find


def read(phrase: str, *, rest: str = " said so.") -> Voice:
    text = phrase + rest
    return read_voice(text, Span(0, len(phrase)), find_outlets(text, LEXICON), LEXICON)


@pytest.mark.parametrize(
    ("phrase", "name", "title"),
    [
        ("Ada Bern", "Ada Bern", ""),
        ("Port Minister Dara Quill", "Dara Quill", "Port Minister"),
        ("Secretary of State Ada Bern", "Ada Bern", "Secretary of State"),
        ("Co-owner Mirela Danko", "Mirela Danko", "Co-owner"),
        ("Gov. Mirela Danko", "Mirela Danko", "Gov."),
        ("water commissioner Latha Iyer", "Latha Iyer", "water commissioner"),
        ("Elke Brand, a glaciologist at Tarn", "Elke Brand", "glaciologist at Tarn"),
        (
            "The Spokeswoman of the Governor of the Republic, Elke Brand,",
            "Elke Brand",
            "Spokeswoman of the Governor of the Republic",
        ),
        ("the company's founder, Elke Brand", "Elke Brand", "company's founder"),
        ("Elke Brand, who left the port in May", "Elke Brand", ""),
        ("João dos Santos", "João dos Santos", ""),
    ],
)
def test_a_person_has_a_name_and_the_title_that_the_page_gives(
    phrase: str, name: str, title: str
) -> None:
    voice = read(phrase)
    assert (voice.name, voice.title, voice.kind, voice.unnamed) == (name, title, "person", False)


@pytest.mark.parametrize(
    ("phrase", "kind"),
    [
        ("a senior official", "person"),
        ("two senior officials", "group"),
        ("dockers", "group"),
        ("a source close to the minister", "person"),
        ("people familiar with the matter", "group"),
        ("a spokeswoman", "person"),
        ("a leaked memo", "document"),
    ],
)
def test_who_is_only_described_is_unnamed(phrase: str, kind: str) -> None:
    voice = read(phrase)
    assert (voice.kind, voice.unnamed) == (kind, True)


@pytest.mark.parametrize(
    ("phrase", "kind"),
    [
        ("the Ministry of Ports", "organisation"),
        ("the ministry", "organisation"),
        ("the Northern Star", "outlet"),
        ("the president", "person"),
        ("a report by the Port Authority", "document"),
    ],
)
def test_bodies_media_offices_and_signed_papers_are_named(phrase: str, kind: str) -> None:
    voice = read(phrase)
    assert (voice.kind, voice.unnamed) == (kind, False)


@pytest.mark.parametrize("count", ["one", "another"])
def test_one_of_several_is_a_person(count: str) -> None:
    voice = read(f"{count} of the officials")
    assert (voice.kind, voice.plural, voice.unnamed) == ("person", False, True)
    assert voice.head == "official"


@pytest.mark.parametrize("count", ["some", "several", "most", "dozens", "a number"])
def test_some_of_several_are_a_group(count: str) -> None:
    voice = read(f"{count} of the officials")
    assert (voice.kind, voice.plural, voice.unnamed) == ("group", True, True)


@pytest.mark.parametrize(
    ("phrase", "form"), [("he", "he"), ("She", "she"), ("they", "they"), ("who", "who")]
)
def test_a_pronoun_leads_back(phrase: str, form: str) -> None:
    voice = read(phrase)
    assert (voice.reference, voice.head) == ("pronoun", form)


def test_a_noun_for_a_medium_leads_back_to_one() -> None:
    assert read("the newspaper").reference == "medium"
    assert read("a newspaper").unnamed


def test_a_reporter_of_a_medium_is_an_observation() -> None:
    voice = read("a Northern Star reporter")
    assert (voice.kind, voice.name) == ("observation", "Northern Star reporter")


def test_a_reporter_of_nobody_is_a_person() -> None:
    assert read("a reporter").kind != "observation"


def test_the_mediums_own_voice_is_an_observation() -> None:
    assert read("this newspaper").reference == "own"


@pytest.mark.parametrize(
    ("phrase", "reason"),
    [
        (
            "an official who spoke on condition of anonymity",
            "who spoke on condition of anonymity",
        ),
        ("people familiar with the matter", "familiar with the matter"),
    ],
)
def test_the_reason_why_a_source_knows_or_is_not_named_is_kept(phrase: str, reason: str) -> None:
    voice = read(phrase)
    assert voice.justification is not None
    assert voice.justification.cut(phrase) in reason


def test_a_statement_speaks_for_whoever_gave_it() -> None:
    assert read("a statement by the Ministry of Ports").name == "Ministry of Ports"
    assert read("Dara Quill's remarks").name == "Dara Quill"


def test_letters_that_grow_in_lower_case_before_it_do_not_move_a_phrase() -> None:
    text = "İİİİİİİİ. The paper’s sources said so."
    phrase = find(text, "The paper’s sources")
    assert read_voice(text, phrase, (), LEXICON).name == "sources"
