from engine.read.settings.gather import Gathering
from engine.read.settings.unit import Unit


def test_first_value_stands_and_others_are_kept_under_their_line():
    gathering = Gathering(most_others=8)
    gathering.add(Unit(0, 1, {"lr": 1, "optim": {"name": "sgd"}}))
    gathering.add(Unit(4, 5, {"lr": 2, "bs": 3, "optim": {"name": "sgd", "wd": 0}}))
    gathering.add(Unit(7, 8, {"optim": {"wd": 1}}))

    assert gathering.settings == {
        "lr": 1,
        "bs": 3,
        "optim": {"name": "sgd", "wd": 0},
        "line 5": {"lr": 2},
        "line 8": {"optim": {"wd": 1}},
    }


def test_others_are_bounded():
    gathering = Gathering(most_others=2)
    for line in range(10):
        gathering.add(Unit(line, line + 1, {"lr": line}))

    assert list(gathering.settings) == ["lr", "line 2", "line 3"]
