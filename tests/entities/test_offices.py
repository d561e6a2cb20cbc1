"""Offices led back to their holders."""

from __future__ import annotations

from tests.entities.made import entities_of, groups_of


def test_an_office_stands_for_its_holder() -> None:
    (quill, *_) = entities_of("President [Dara Quill/PER] left. {The president} came back.")
    assert [merge.rule for merge in quill.merges] == ["office"]


def test_an_office_before_anybody_held_it_is_nobody() -> None:
    groups = groups_of("{The president} left. President [Dara Quill/PER] came.")
    assert groups == {"Dara Quill": ("Dara Quill",)}


def test_of_two_holders_the_one_spoken_of_last_is_meant() -> None:
    groups = groups_of(
        "Mayor [Dara Quill/PER] met Mayor [Enno Brandt/PER]. [Quill/PER] sang. {The mayor} left."
    )
    assert groups["Dara Quill"][-1] == "The mayor"


def test_the_holder_of_an_office_is_not_one_of_another_country() -> None:
    groups = groups_of(
        "[Iranian/NORP] President [Hasan Roham/PER] met [US/LOC] President [Dara Quill/PER]. "
        "{The [Iranian/NORP] president} left."
    )
    assert groups["Hasan Roham"] == ("Hasan Roham", "The Iranian president")


def test_a_former_holder_is_not_the_holder() -> None:
    groups = groups_of("Former President [Dara Quill/PER] left. {The president} stayed.")
    assert groups == {"Dara Quill": ("Dara Quill",)}


def test_an_office_without_an_article_is_a_title() -> None:
    groups = groups_of("President [Dara Quill/PER] left. They met {President}.")
    assert groups == {"Dara Quill": ("Dara Quill",)}


def test_the_newspaper_is_the_medium_named_last() -> None:
    groups = groups_of("The [Northern Star/ORG] met [Radio Tarn/ORG]. {The broadcaster} left.")
    assert groups["Radio Tarn"] == ("Radio Tarn", "The broadcaster")


def test_the_newspaper_is_not_the_one_that_we_read() -> None:
    groups = groups_of("The [Tarn Star/ORG] met. {The newspaper} left.", outlet="Tarn Star")
    assert groups == {"Tarn Star": ("Tarn Star",)}


def test_the_paper_may_be_a_document() -> None:
    groups = groups_of("The [Northern Star/ORG] saw it. {The paper} is unsigned.")
    assert groups == {"Northern Star": ("Northern Star",)}
