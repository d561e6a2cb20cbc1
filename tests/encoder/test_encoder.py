from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.encoder import CONTENT, CUE, SOURCE, CueLabels, Encoder, load_encoder
from onrecord.encoder.encoder import CANDIDATE, SURE, parts, unsaid
from onrecord.encoder.labels import NONE
from onrecord.passages import Passage, divide, find_quotations
from onrecord.record import ModelError
from tests.passages.test_quotations import paragraphs_of

TEXT = (
    "Port Minister Dara Quill said the tanker was safe.\n"
    "“Nobody asked us,” Ada Bern told reporters."
)


def passages_of(text: str) -> tuple[Passage, ...]:
    paragraphs = paragraphs_of(text)
    return divide(text, paragraphs, find_quotations(text, paragraphs))


def label(text: str) -> tuple[tuple[CueLabels, ...], tuple[Passage, ...]]:
    passages = passages_of(text)
    return load_encoder().read(text, passages).cues, passages


def words_of(role: int, labels: CueLabels, passage: Passage, text: str) -> list[str]:
    return [passage.words[n].cut(text) for n, one in enumerate(labels.roles) if one == role]


def test_source_cue_and_content_of_a_plain_sentence_are_labelled() -> None:
    found, passages = label(TEXT)
    first, second = (one for one in found if one.score > 0.5)
    assert words_of(SOURCE, first, passages[0], TEXT) == ["Port", "Minister", "Dara", "Quill"]
    assert words_of(CUE, first, passages[0], TEXT) == ["said"]
    assert words_of(CONTENT, first, passages[0], TEXT) == ["the", "tanker", "was", "safe"]
    assert words_of(SOURCE, second, passages[1], TEXT) == ["Ada", "Bern"]


def test_text_without_words_has_no_labels() -> None:
    assert label("") == ((), ())


@settings(max_examples=12, deadline=None)
@given(st.text(st.sampled_from("aB said “”'\n.,9ßΩ🚢\u0301\u200b"), max_size=120))
def test_labels_speak_of_words_of_their_passage(text: str) -> None:
    found, passages = label(text)
    for one in found:
        passage = passages[one.passage]
        assert len(one.roles) == len(passage.words)
        assert one.anchor in passage.core
        assert one.roles[one.anchor] == CUE
        assert CANDIDATE <= one.score <= 1.0
        assert 0.0 <= one.certainty <= 1.0


def test_a_long_paragraph_answers_for_each_word_once() -> None:
    text = " ".join(["Ada Bern said the tanker was safe, and she left for the port."] * 40)
    found, passages = label(text)
    anchors = [passages[one.passage].words[one.anchor] for one in found]
    assert len(anchors) == len(set(anchors))
    assert sum(anchor.cut(text) == "said" for anchor in anchors) == 40


def test_labels_do_not_hang_on_the_company_of_other_passages() -> None:
    alone, _ = label(TEXT.split("\n")[0])
    found, _ = label(TEXT + "\n" + "Nothing else was known of the harbour that night. " * 8)
    first = next(one for one in found if one.passage == 0)
    assert (alone[0].anchor, alone[0].roles) == (first.anchor, first.roles)


def test_words_beyond_the_encoders_positions_have_no_role() -> None:
    text = "She said " + " ".join(["☃" * 12] * 100)
    found, passages = label(text)
    assert all(len(one.roles) == len(passages[one.passage].words) for one in found)


def test_a_missing_model_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"encoder\.onnx is missing: install onrecord again"):
        Encoder(tmp_path)


def test_a_damaged_model_is_named(tmp_path: Path) -> None:
    (tmp_path / "encoder.onnx").write_bytes(b"no model")
    with pytest.raises(ModelError, match=r"encoder\.onnx cannot be loaded"):
        Encoder(tmp_path)


def test_the_encoder_is_loaded_once() -> None:
    assert load_encoder() is load_encoder()


def test_a_sentence_is_nearer_to_its_paraphrase_than_to_another() -> None:
    same, again, other = load_encoder().embed(
        (
            "The bridge stays shut for six weeks.",
            "For a month and a half nobody may cross the bridge.",
            "The crown was insured for four million.",
        )
    )
    assert same @ again > same @ other


def test_vectors_have_unit_length_and_nothing_has_none() -> None:
    vectors = load_encoder().embed(("The tanker was safe.", "", " \n ", "It sank."))
    assert vectors.shape == (4, 384)
    assert [round(float(one @ one), 4) for one in vectors] == [1.0, 0.0, 0.0, 1.0]


def test_a_sentence_has_its_vector_whatever_stands_around_it() -> None:
    alone = load_encoder().embed((TEXT,))[0]
    among = load_encoder().embed(("Short.", TEXT, "word " * 300))[1]
    assert alone @ among > 0.98


def test_speech_that_no_cue_says_is_told_from_speech_that_one_does() -> None:
    passages = passages_of(
        "“We asked them all,” she said.\n“It was us” is what it says.\nA “term”."
    )
    whole = [CONTENT if quoted else NONE for quoted in passages[0].quoted]
    says = CueLabels(0, len(whole) - 2, 0.9, tuple(whole), 0.9)
    assert unsaid(passages, []) == [0, 1]
    assert unsaid(passages, [says]) == [1]


def test_unsure_anchors_are_tagged_only_where_speech_is_unsaid() -> None:
    text = "The port was shut, as Ada Bern had it. “The port was shut,” as Ada Bern had it. " * 6
    found, passages = label(text + "\n" + text.translate({ord("“"): None, ord("”"): None}))
    for one in found:
        assert one.score >= SURE or any(passages[one.passage].quoted)


def test_a_threshold_tags_all_anchors_above_it() -> None:
    passages = passages_of(TEXT)
    few = load_encoder().read(TEXT, passages, threshold=0.5).cues
    many = load_encoder().read(TEXT, passages, threshold=0.001).cues
    assert {one.anchor for one in few} < {one.anchor for one in many}


def test_passages_are_read_in_parts_that_hold_each_once() -> None:
    passages = passages_of("\n".join(["She said so. " * 40] * 80))
    found = list(parts(passages))
    assert len(found) > 1
    assert tuple(one for part, _ in found for one in part) == passages
    assert all(passages[first] is part[0] for part, first in found)
    assert list(parts(())) == []


def test_cues_of_a_later_part_speak_of_their_own_passage() -> None:
    text = "\n".join(["Nobody knew of it in the harbour that night. " * 25] * 30 + [TEXT])
    found, passages = label(text)
    assert len(list(parts(passages))) > 1
    said = [one for one in found if passages[one.passage].words[one.anchor].cut(text) == "said"]
    assert [words_of(SOURCE, one, passages[one.passage], text)[-2:] for one in said] == [
        ["Dara", "Quill"]
    ]
