import pytest

from evaluation.captions import caption_recall
from onrecord.articles import extract
from onrecord.articles.captions import split_credit
from onrecord.record import Article, Caption
from tests.articles.sample_pages import page

WORDS = "The broken wall of Larkhaven on the morning after the storm"
IMAGE = "<img src='a.jpg'>"


def read(**parts: str) -> Article:
    article, _ = extract(page(**parts))
    assert article is not None
    return article


@pytest.mark.parametrize(
    "markup",
    [
        f"<figure><img src='a.jpg'><figcaption>{WORDS}. Photo: Nils Ostrow</figcaption></figure>",
        f"<div class='wp-caption'>{IMAGE}<p class='wp-caption-text'>{WORDS}."
        " (Photo by Nils Ostrow)</p></div>",
        f"<div class='media'>{IMAGE}<div class='image-caption'>{WORDS}."
        " <span class='credit'>Nils Ostrow</span></div></div>",
        f"<img src='a.jpg' data-caption='{WORDS}. Foto: Nils Ostrow'>",
    ],
)
def test_a_caption_is_a_field_and_not_a_paragraph(markup):
    article = read(top=markup)
    assert article.captions == (Caption(f"{WORDS}.", "Nils Ostrow"),)
    assert WORDS not in article.text


def test_the_picture_of_another_article_has_no_caption_here():
    figure = f"<figure>{IMAGE}<figcaption>{WORDS}</figcaption></figure>"
    teaser = f"<div class='related'>{figure}</div>"
    assert read(end=teaser).captions == ()


@pytest.mark.parametrize(
    ("said", "text", "credit"),
    [
        (f"{WORDS}. (AP Photo/Nils Ostrow)", f"{WORDS}.", "AP Photo/Nils Ostrow"),
        (f"{WORDS}. Nils Ostrow/Getty Images", f"{WORDS}.", "Nils Ostrow/Getty Images"),
        (f"{WORDS} © Nils Ostrow / AFP", WORDS, "Nils Ostrow / AFP"),
        (f"{WORDS} (left)", f"{WORDS} (left)", ""),
        ("Foto: Nils Ostrow", "", "Nils Ostrow"),
        (WORDS, WORDS, ""),
    ],
)
def test_the_credit_is_parted_from_the_words(said, text, credit):
    found, by = split_credit(said)
    assert (found, by.removeprefix("© ")) == (text, credit)


def test_recall_counts_captions_that_hold_or_are_held():
    gold = [{"id": "1", "captions": [{"text": "A broken wall."}, {"text": "The mayor speaks"}]}]
    answer = [{"id": "1", "captions": [{"text": "A broken wall", "credit": "Nils Ostrow"}]}]
    assert caption_recall(gold, answer) == 0.5
