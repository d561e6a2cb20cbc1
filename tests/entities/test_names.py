"""Words of names brought to one form."""

from __future__ import annotations

from onrecord.entities.names import fold, fold_words


def test_folding_drops_case_accents_stops_and_possessives() -> None:
    assert (fold("Élodie’s"), fold("U.S."), fold_words("The Żabka")) == ("elodie", "us", ("zabka",))
