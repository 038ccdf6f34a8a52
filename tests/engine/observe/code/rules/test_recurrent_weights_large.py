import pytest

from engine.observe.code.rules.recurrent_weights_large import RULE
from tests.engine.observe.code.rules.fragments import lines_found, specimen

SPECIMENS = ("exploding-gradients",)
BAD = {
    "a wide layer": """
rnn = nn.RNN(10, 128)
nn.init.normal_(rnn.weight_hh_l0, std=0.5)
""",
    "in a class": """
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.rnn = nn.RNN(32, hidden_size=64)
        torch.nn.init.normal_(self.rnn.weight_hh_l0, 0, 0.3)
""",
    "a spread of 1": """
cell = nn.RNNCell(8, 16)
nn.init.normal_(cell.weight_hh)
""",
}
GOOD = {
    "a small spread": """
rnn = nn.RNN(10, 128)
nn.init.normal_(rnn.weight_hh_l0, std=0.05)
""",
    "orthogonal": """
rnn = nn.RNN(10, 128)
nn.init.orthogonal_(rnn.weight_hh_l0)
""",
    "a layer with gates": """
lstm = nn.LSTM(10, 128)
nn.init.normal_(lstm.weight_hh_l0, std=0.5)
""",
    "a width that is not known": """
rnn = nn.RNN(10, hidden)
nn.init.normal_(rnn.weight_hh_l0, std=0.5)
""",
}


@pytest.mark.parametrize("kind", BAD)
def test_finds_the_fault(kind):
    assert lines_found(RULE, BAD[kind])


@pytest.mark.parametrize("kind", GOOD)
def test_is_silent_without_the_fault(kind):
    assert lines_found(RULE, GOOD[kind]) == []


@pytest.mark.parametrize("slug", SPECIMENS)
def test_tells_the_executed_pair_apart(slug):
    assert lines_found(RULE, specimen(slug, "bad"))
    assert lines_found(RULE, specimen(slug, "good")) == []
