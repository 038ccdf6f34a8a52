import io

import numpy as np
import pytest

from engine.semantic.addition import Addition
from engine.semantic.train import fit_addition
from engine.words_model.train import learn
from tests.engine.semantic.stand_in import StandIn
from tests.engine.words_model.texts import EXAMPLES

ADDITION = fit_addition(EXAMPLES, learn(EXAMPLES), StandIn(), ridge=0.1).addition


def test_what_is_written_is_read_again():
    read = Addition.from_bytes(ADDITION.to_bytes())

    assert (read.encoder, read.fingerprint) == ("stand-in", ADDITION.fingerprint)
    assert read.temperature == ADDITION.temperature
    vectors = StandIn()(["cuda memory", "val loss"])
    assert read.landmarks(vectors) == pytest.approx(ADDITION.landmarks(vectors), abs=1e-2)
    assert read.coefficients == pytest.approx(ADDITION.coefficients, abs=1e-2)


def archive(**arrays):
    buffer = io.BytesIO()
    np.savez(buffer, **arrays)
    return buffer.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"PK\x03\x04 broken",
        ADDITION.to_bytes()[:-40],
        archive(format=np.array(2)),
        archive(format=np.array(1)),
        archive(other=np.array(1)),
    ],
)
def test_another_file_is_refused(data):
    with pytest.raises(ValueError, match="semantic model"):
        Addition.from_bytes(data)
