from dataclasses import replace

import pytest

from benchmarks.item_sets import losses
from benchmarks.items import Item
from benchmarks.reasons import lines, main, reasoned, summary
from engine.knowledge import FailureMode, Indication
from engine.read import Inputs
from tests.engine.knowledge import knowledge

SWINGING = [1.0, 0.6, *[1.0, 0.4] * 8]
FALLING = [2.0 * 0.8**epoch for epoch in range(18)]
KNOWN = knowledge()


def found(label, losses, knowledge=KNOWN):
    item = Item("run", "runs", "full", label, frozenset({label}), Inputs(metrics=losses))
    return reasoned(item, knowledge)


def test_a_label_among_the_first_three_is_found():
    row = found("learning-rate-too-high", {"train_loss": SWINGING})

    assert (row.reason, row.place) == ("found", 1)
    assert row.best.failure_mode == "learning-rate-too-high"


def many(*extra):
    """Four more entries that swinging shows better than the label does."""
    swings = (Indication("loss-oscillates", 5, 4),)
    others = [FailureMode(f"swing-{number}", "common", swings) for number in range(4)]
    modes = {mode.slug: mode for mode in (*others, *extra)}
    return replace(KNOWN, edition=f"with {sorted(modes)}", failure_modes=modes)


@pytest.mark.parametrize(
    ("signs", "curve", "reason"),
    [
        (("log-disk-full", 5, 4), SWINGING, "no sign"),
        (("loss-falls-too-slowly", 1, 1), SWINGING, "silent"),
        (("loss-oscillates", 2, 1), SWINGING, "outranked"),
        (("loss-oscillates", 5, 4), FALLING, "priors"),
    ],
)
def test_misses_have_a_reason(signs, curve, reason):
    label = FailureMode("zz-label", "rare", (Indication(*signs),))
    row = found("zz-label", {"train_loss": curve}, many(label))

    assert (row.reason, row.place) == (reason, 5)


def test_an_accepted_entry_that_is_not_written_has_no_sign():
    row = found("not-written", {"train_loss": SWINGING}, many())

    assert (row.reason, row.place, row.best) == ("no sign", None, None)


def test_evidence_is_printed_for_the_first_and_for_what_is_accepted():
    printed = list(lines(found("nan-loss", {"train_loss": SWINGING})))

    assert printed[0].startswith("run: found, place")
    assert printed[1].split()[:2] == ["1", "learning-rate-too-high"]
    assert "loss-oscillates +" in printed[1]


def test_the_summary_names_the_items_of_each_reason():
    rows = [found("learning-rate-too-high", {"train_loss": SWINGING})] * 2

    assert list(summary(rows)) == ["found        2  run run"]


def test_the_command_prints_one_run_and_its_reason(capsys):
    first = next(item for item in losses() if item.primary == "overfitting")

    main([first.id])

    printed = capsys.readouterr().out
    assert printed.startswith(f"{first.id}: found, place 1")
    assert printed.splitlines()[-1].split() == ["found", "1", first.id]
