import numpy as np

from engine.observe.curves.generation.policy_entropy_near_zero import observe
from tests.engine.cases import case, falling

COLLAPSED = falling(1.4, 0.01, 40, rate=40)


def test_an_entropy_that_is_gone_before_anything_is_solved_is_seen():
    found = observe(case(entropy=COLLAPSED, reward=np.linspace(0, 100, 40)))

    assert found.strength > 0.9
    assert "first fifth" in found.text


def test_the_entropy_loss_is_minus_the_entropy():
    assert observe(case(entropy_loss=-COLLAPSED)).strength > 0.9


def test_silent_on_a_slow_fall_and_where_the_task_is_solved():
    slow = np.linspace(1.4, 0.05, 40)
    assert observe(case(entropy=slow, reward=np.linspace(0, 100, 40))).strength < 0.05
    solved = np.concatenate([np.linspace(0, 100, 5), np.full(35, 100.0)])
    assert observe(case(entropy=COLLAPSED, reward=solved)).strength < 0.05


def test_not_measured_with_few_points():
    assert observe(case(entropy=[1.4, 0.01])) is None
    assert observe(case(reward=range(40))) is None
