import numpy as np
import pytest

from onrecord.stories.assertions.claim_scores import load_scores, score


def test_every_feature_has_its_weight():
    table = load_scores(with_meaning=False)
    assert np.isfinite(table.asserting).all()
    assert np.isfinite(table.denying).all()


def test_a_score_is_a_probability():
    assert score(np.zeros(3, np.float32), np.ones(3, np.float32)) == pytest.approx(0.5)
    assert 0 <= score(np.ones(3, np.float32), -np.ones(3, np.float32)) < 0.5
