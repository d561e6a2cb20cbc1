from onrecord.stories.sources.independence import describe_source
from onrecord.stories.sources.sourcing import find_sources
from tests.stories.sourced_pages import Said, sourced, tell, together, took

CLAIM = "The weir at Ostrel is cracked."
CRACKED = "the weir at Ostrel is cracked"


def told_by(outlet, who, *, day=1, **more):
    text = f"It is true that {CRACKED}, {who} told reporters."
    return sourced(outlet, text, Said(f"that {CRACKED}", "told", who, **more), day=day)


def count(*pages, derivations=()):
    found = find_sources(
        CLAIM,
        [tell(one, f"that {CRACKED}") for one in pages],
        together(*pages, derivations=derivations),
    )
    return (found.independence.min, found.independence.max), found


def test_the_same_person_in_two_outlets_is_one():
    pair = told_by("Tarn Lantern", "Ada Wick"), told_by("Marsh Weekly", "Ada Wick", day=2)
    (low, high), found = count(*pair)
    assert (low, high) == (1, 1)
    assert found.merges[0].reason == "Ada Wick is the same person on both pages"


def test_two_people_of_one_last_name_stay_two():
    pair = told_by("Tarn Lantern", "Ada Wick"), told_by("Marsh Weekly", "Otto Wick", day=2)
    assert count(*pair)[0] == (2, 2)


def test_a_body_and_its_director_are_one():
    body = told_by("Tarn Lantern", "the river board", name="river board", kind="organisation")
    head = told_by(
        "Marsh Weekly",
        "river board director Ada Wick",
        name="Ada Wick",
        title="river board director",
        day=2,
    )
    (low, high), found = count(body, head)
    assert (low, high) == (1, 1)
    assert describe_source(found.sources[0]) == "river board (Ada Wick)"


def test_a_former_director_is_not_the_body():
    body = told_by("Tarn Lantern", "the river board", name="river board", kind="organisation")
    head = told_by(
        "Marsh Weekly",
        "former river board director Ada Wick",
        name="Ada Wick",
        title="former river board director",
        day=2,
    )
    assert count(body, head)[0] == (2, 2)


def test_two_groups_without_names_in_two_outlets_may_be_one():
    pair = (
        told_by("Tarn Lantern", "two officials", kind="group", unnamed=True),
        told_by("Marsh Weekly", "government officials", kind="group", unnamed=True, day=2),
    )
    (low, high), found = count(*pair)
    assert (low, high) == (1, 2)
    assert any(
        step.rule == "R4" and "may be the same" in step.reason for step in found.independence.why
    )


def test_groups_that_cannot_be_the_same_people_count_both():
    pair = (
        told_by("Tarn Lantern", "two nurses", kind="group", unnamed=True),
        told_by("Marsh Weekly", "three police officers", kind="group", unnamed=True, day=2),
    )
    assert count(*pair)[0] == (2, 2)


def test_a_group_without_a_name_and_somebody_named_count_both():
    pair = (
        told_by("Tarn Lantern", "two officials", kind="group", unnamed=True),
        told_by("Marsh Weekly", "Ada Wick", day=2),
    )
    assert count(*pair)[0] == (2, 2)


def test_a_copy_adds_nothing():
    original = told_by("Tarn Lantern", "two officials", kind="group", unnamed=True)
    copy = told_by("Marsh Weekly", "two officials", kind="group", unnamed=True, day=2)
    assert count(original, copy, derivations=(took(copy, original, "copy"),))[0] == (1, 1)


def test_a_source_that_has_it_from_the_press_adds_nothing():
    first = told_by("Tarn Lantern", "Ada Wick")
    text = "“I read it in the newspaper: the weir at Ostrel is cracked,” shopkeeper Odo Flint said."
    second = sourced(
        "Marsh Weekly",
        text,
        Said(
            "“I read it in the newspaper: the weir at Ostrel is cracked,”",
            "said",
            "shopkeeper Odo Flint",
            "Odo Flint",
        ),
        day=2,
    )
    tellings = (tell(first, f"that {CRACKED}"), tell(second, "the weir at Ostrel is cracked"))
    found = find_sources(CLAIM, tellings, together(first, second)).independence
    assert (found.min, found.max) == (1, 1)
    assert any(
        step.rule == "R3" and "read it in the newspaper" in step.reason for step in found.why
    )


def test_a_document_that_the_outlet_has_seen_counts_beside_the_people_who_describe_it():
    text = (
        "The weir at Ostrel is cracked, engineer Ada Wick said.\n"
        "The Lantern has seen the survey, which speaks of a cracked weir at Ostrel."
    )
    page = sourced(
        "Tarn Lantern",
        text,
        Said("The weir at Ostrel is cracked", "said", "engineer Ada Wick", "Ada Wick"),
    )
    found = find_sources(CLAIM, (tell(page, "The weir at Ostrel is cracked"),), together(page))
    assert [one.kind for one in found.sources] == ["person", "document"]
    assert (found.independence.min, found.independence.max) == (2, 2)


def test_what_the_reporter_counted_is_a_source():
    text = (
        "Forty boats are on the lake, the harbour master said.\n"
        "A reporter for the Lantern counted 40 boats at noon."
    )
    page = sourced(
        "Tarn Lantern",
        text,
        Said("Forty boats are on the lake", "said", "the harbour master", "harbour master"),
    )
    found = find_sources(
        "There are 40 boats on the lake.",
        (tell(page, "Forty boats are on the lake"),),
        together(page),
    )
    assert "reporter of Tarn Lantern" in [one.name for one in found.sources]


def test_no_telling_is_no_source():
    found = find_sources(CLAIM, (), together(told_by("Tarn Lantern", "Ada Wick")))
    assert (found.sources, found.independence.max) == ((), 0)
