import numpy as np
import pytest

from engine.read.inputs import Curve, NamedReading, Reading
from engine.read.stores.continued import joined

KIND = "event-file"


def file(name, kind=KIND, x_name="step", **curves):
    """A reading whose curves are named by their steps; values are the steps."""
    made = [
        Curve(key, np.array(x, dtype=float), np.array(x, dtype=float), x_name)
        for key, x in curves.items()
    ]
    return NamedReading(name, kind, Reading(curves=tuple(made), config={name: 1}))


def steps(named, name="loss"):
    return next(curve.x.tolist() for curve in named.reading.curves if curve.name == name)


def test_restart_goes_on_and_replaces_what_was_lost():
    files = [file("run/a", loss=[0, 1, 2, 3]), file("run/b", loss=[2, 3, 4], lr=[2])]
    (one,), warnings = joined(files, KIND)

    assert one.name == "run/a"
    assert steps(one) == [0, 1, 2, 3, 4]
    assert steps(one, "lr") == [2]
    assert one.reading.config == {"run/a": 1, "run/b": 1}
    assert warnings == ["run/b goes on where run/a ends: taken as one run"]


def test_several_restarts():
    files = [file("a", loss=[0, 1]), file("b", loss=[2, 3]), file("c", loss=[4])]

    assert [steps(named) for named in joined(files, KIND)[0]] == [[0, 1, 2, 3, 4]]


@pytest.mark.parametrize(
    "second",
    [
        file("run/b", loss=[0, 1, 2, 3, 4]),  # started again
        file("run/b", loss=[1, 2]),  # ends earlier
        file("run/b", lr=[4, 5]),  # shares nothing
        file("other/b", loss=[4, 5]),  # another run
        file("run/b", kind="csv", loss=[4, 5]),
        file("run/b", x_name="index", loss=[4, 5]),
        file("run/b"),
    ],
)
def test_other_files_stay_apart(second):
    files = [file("run/a", loss=[0, 1, 2, 3]), second]

    assert joined(files, KIND) == (files, [])
