"""Bodies under all their names."""

from __future__ import annotations

from tests.entities.made import groups_of


def test_a_short_form_of_two_bodies_is_the_nearest() -> None:
    groups = groups_of(
        "The [Northern Star/ORG] asked. The [Star/ORG] waited. The [Evening Star/ORG] asked. "
        "The [Star/ORG] printed."
    )
    assert groups == {
        "Northern Star": ("Northern Star", "Star"),
        "Evening Star": ("Evening Star", "Star"),
    }


def test_an_acronym_that_two_bodies_share_is_the_nearest() -> None:
    groups = groups_of(
        "The [Tarn Port Council/ORG] met. Then the [Total Peat Corps/ORG] met. The [TPC/ORG] left."
    )
    assert groups["Total Peat Corps"] == ("Total Peat Corps", "TPC")


def test_the_country_before_a_body_may_be_left_out() -> None:
    groups = groups_of("The [Kenyan Coastal Guard/ORG] met. The [Coastal Guard/ORG] left.")
    assert list(groups.values()) == [("Kenyan Coastal Guard", "Coastal Guard")]


def test_an_outlet_is_one_where_one_mention_shows_it() -> None:
    groups = groups_of("[Onda Tarn/ORG] grew. [Onda Tarn/ORG] reported it. [Onda Tarn/ORG] fell.")
    assert list(groups) == ["Onda Tarn"]
