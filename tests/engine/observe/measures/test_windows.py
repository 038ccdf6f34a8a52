import numpy as np
import pytest

from engine.observe.measures.windows import ten_windows
from tests.engine.cases import noise


def test_ten_windows_agree_with_numpy():
    values = noise(1007, 2.0)
    rows = values[:1000].reshape(10, 100)

    cut = ten_windows(values)

    assert cut.size == 100
    assert cut.means.tolist() == rows.mean(axis=1).tolist()
    assert cut.first_variance == pytest.approx(rows[0].var(), rel=1e-12)
    assert cut.last_variance == pytest.approx(rows[9].var(), rel=1e-12)
    assert cut.error == pytest.approx(np.sqrt((rows[0].var() + rows[9].var()) / 100))
    assert cut.falls == (np.diff(rows.mean(axis=1)) < 0).sum()
