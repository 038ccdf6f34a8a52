import numpy as np

from engine.observe.normal.perplexity_across_tokenizers import read
from tests.engine.cases import case


def run(losses, bits):
    curves = {}
    for name, loss, bit in zip("ab", losses, bits, strict=True):
        curves[f"val_{name}_loss"] = np.full(6, loss)
        curves[f"val_{name}_bits_per_byte"] = np.full(6, bit)
    return case(**curves)


def test_losses_per_token_differ_and_those_per_byte_hardly():
    found = read(run((2.0, 3.4), (1.0, 0.95)))

    assert found.state == "holds"
    assert "per byte 1 and 0.95 bits" in found.text


def test_losses_per_byte_differ_as_much():
    found = read(run((2.0, 3.4), (1.0, 2.0)))

    assert (found.state, found.beyond) == ("broken", "tokenizer-mismatch")


def test_equal_losses_are_not_shown():
    assert read(run((2.0, 2.02), (1.0, 1.0))).state == "not-shown"


def test_one_model_or_no_bits_are_not_measured():
    one = case(val_a_loss=np.full(6, 2.0), val_a_bits_per_byte=np.full(6, 1.0))

    assert read(one).state == "not-measured"
    assert read(run((0.0, 3.4), (1.0, 0.95))).state == "not-measured"
    assert read(case(bits_per_byte=np.full(6, 1.0))).state == "not-measured"
