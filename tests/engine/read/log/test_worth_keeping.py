import math

import numpy as np
import pytest

from engine.read.inputs import Curve
from engine.read.log.worth_keeping import worth_keeping
from tests.engine.read.log.names import resolver


def kept(name, values):
    curve = Curve(name, np.arange(len(values)), np.array(values))
    return worth_keeping([curve], resolver()) == [curve]


@pytest.mark.parametrize("values", [[0.5], [0.5, 0.5], [math.nan, math.nan]])
def test_known_names_are_kept_whatever_their_values(values):
    assert kept("loss", values)
    assert not kept("gizmo", values)


@pytest.mark.parametrize("values", [[0.5, 0.6], [0.5, math.nan], [math.nan, 0.5]])
def test_unknown_names_are_kept_where_their_values_differ(values):
    assert kept("gizmo", values)
