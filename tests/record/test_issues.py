from __future__ import annotations

import pytest

from onrecord.record import Issue, ModelError, OnrecordError, RecordError


@pytest.mark.parametrize(
    ("stage", "code", "message"), [("", "c", "m"), ("s", "", "m"), ("s", "c", "")]
)
def test_an_issue_says_its_stage_its_code_and_what_to_do(
    stage: str, code: str, message: str
) -> None:
    with pytest.raises(ValueError, match="an issue says"):
        Issue(stage, code, message)


@pytest.mark.parametrize("error", [RecordError, ModelError])
def test_all_errors_of_ours_can_be_caught_as_one(error: type[Exception]) -> None:
    assert issubclass(error, OnrecordError)
