import numpy as np

from engine.read.inputs import Curve
from engine.read.join.named import Named
from engine.read.join.percent import in_percent
from engine.read.metric_names.resolve import Resolver
from tests.together import together

RESOLVER = Resolver({})


def named(name, values, group=""):
    y = np.array(values, dtype=float)
    return Named(
        Curve(name, np.arange(len(y), dtype=float), y, group=group), RESOLVER.resolve(name)
    )


@together(
    "name, values, is_percent",
    [
        ("acc", [50.0, 97.0], True),
        ("acc", [0.5, 0.97], False),
        ("acc", [0.5, np.nan, 80.0], True),
        ("acc", [np.nan], False),
        ("acc", [-50.0, 80.0], False),
        ("acc", [50.0, 400.0], False),
        ("loss", [50.0, 97.0], False),
        ("error", [50.0, 12.0], True),
        ("foo", [50.0, 12.0], False),
    ],
)
def test_shares_above_one_are_in_percent(name, values, is_percent):
    assert bool(in_percent([named(name, values)])) == is_percent


def test_a_rank_beside_one_in_percent_is_in_percent_too():
    one, five = named("Acc@1", [0.9], "line"), named("Acc@5", [3.3], "line")

    assert in_percent([one, five]) == {id(one.curve), id(five.curve)}


def test_scores_of_other_lines_or_kinds_keep_their_unit():
    small = named("Acc@1", [0.9], "line")
    others = [named("Acc@5", [3.3], "other line"), named("recall", [40.0], "line")]

    assert id(small.curve) not in in_percent([small, *others])
