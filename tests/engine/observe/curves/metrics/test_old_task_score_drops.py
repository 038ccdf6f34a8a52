import numpy as np
import pytest

from engine.observe.curves.metrics.old_task_score_drops import observe
from tests.engine.cases import case, healthy

LEARNED = np.linspace(0.2, 0.93, 10)


@pytest.mark.parametrize("name", ["task_a_accuracy", "source_accuracy"])
def test_the_old_score_collapses(name):
    found = observe(case(**{name: np.concatenate([LEARNED, np.linspace(0.93, 0.3, 10)])}))
    assert found.strength > 0.95
    assert found.span.start == 200
    assert "from 0.930 at step 200 to 0.335" in found.text


def test_silent_when_it_is_kept():
    assert observe(case(task_a_accuracy=np.concatenate([LEARNED, np.full(10, 0.9)]))).strength < 0.1
    assert observe(case(source_accuracy=LEARNED)).strength < 0.05


def test_not_measured_without_an_old_task():
    assert observe(healthy()) is None
