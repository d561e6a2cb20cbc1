"""Every target of ``make fuzz`` holds for a few inputs."""

import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings

from tests.fuzzing.targets import TARGETS


@pytest.mark.parametrize("name", TARGETS)
def test_a_few_inputs_of_each_kind_hold(name):
    target = TARGETS[name]

    @seed(0)
    @settings(
        max_examples=15,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(target.inputs)
    def check(drawn):
        target.check(drawn)

    check()
