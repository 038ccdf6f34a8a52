import math

import numpy as np

from engine.observe.measures.layers import layer_norms
from tests.engine.cases import case


def layers(*norms):
    return layer_norms(case(layers={"grad_norm_by_layer": [np.full(4, norm) for norm in norms]}))


def test_norms_are_compared_from_input_to_output():
    growing = layers(1.0, 2.0, 4.0, 2.0)

    assert growing.norms.tolist() == [1, 2, 4, 2]
    assert growing.first_over_last == 0.5
    assert growing.toward_output == 2 / 3
    assert growing.text.endswith("is 1 in the first of 4 layers and 2 in the last")


def test_layers_without_a_gradient_are_left_out():
    assert layers(1.0, 0.0, math.nan, 3.0).norms.tolist() == [1, 3]


def test_one_layer_or_none_is_not_measured():
    assert layers(1.0, 0.0) is None
    assert layers() is None
    assert layer_norms(case()) is None
