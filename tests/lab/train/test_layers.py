from torch import nn

from lab.train.layers import weighted_layers


def test_layers_with_weights_come_input_side_first():
    first, last = nn.Linear(3, 4), nn.Linear(4, 2)
    model = nn.Sequential(nn.Flatten(), first, nn.BatchNorm1d(4), nn.ReLU(), last)

    assert weighted_layers(model) == [first, last]


def test_layers_inside_layers_are_found():
    inner = nn.Conv2d(1, 2, 3)
    recurrent = nn.GRU(2, 2)
    model = nn.ModuleList([nn.Sequential(nn.Sequential(inner)), recurrent])

    assert weighted_layers(model) == [inner, recurrent]


def test_a_model_without_weights_has_no_such_layer():
    assert weighted_layers(nn.Sequential(nn.ReLU(), nn.Dropout(0.5))) == []
