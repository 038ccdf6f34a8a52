"""The parts of the measurement; nothing here asserts a time."""

import sys

import pytest

from benchmarks import slowest
from benchmarks.slowest import Cost, Text
from benchmarks.slowest_texts import KINDS
from engine.read import Inputs
from tests.engine.content import real_knowledge


def test_texts_of_each_group_have_the_size():
    made = list(slowest.texts(0.002, ("kinds",)))

    assert [text.name for text in made] == [kind.name for kind in KINDS]
    assert all(0.002 <= text.megabytes < 0.004 for text in made)


def test_settings_are_given_as_a_configuration():
    made = list(slowest.texts(0.0005, ("settings",)))

    assert all(text.inputs.config and not text.inputs.files for text in made)
    assert {kind.name for kind in KINDS} < {text.name for text in made}


def test_cost_is_that_of_a_megabyte():
    cost = Cost(Text("kinds", "lines", Inputs(log="x"), 0.5), 0.25)

    assert cost.per_megabyte == 0.5
    assert str(cost).split() == ["0.50", "0.50", "kinds", "lines"]


def test_a_kind_with_a_limit_costs_at_most_that_of_its_largest_input():
    cost = Cost(Text("settings", "YAML", Inputs(config="x"), 0.125, most=0.25), 0.25)

    assert cost.of_largest == 0.5
    assert str(cost).split() == ["0.50", "2.00", "settings", "YAML"]


def test_a_text_that_is_refused_is_timed_as_well():
    text = slowest.of_file("kinds", "zeros", b"\x00\x01" * 99)

    assert slowest.cost_of(text, real_knowledge(), repeat=1).seconds > 0


def test_the_worst_is_printed_first(monkeypatch, capsys):
    made = [Text("kinds", name, Inputs(log="x"), 1.0) for name in ("quick", "slow")]
    seconds = {"quick": 0.1, "slow": 1.5}
    monkeypatch.setattr(sys, "argv", ["slowest"])
    monkeypatch.setattr(slowest, "texts", lambda size, groups: made)
    monkeypatch.setattr(
        slowest, "cost_of", lambda text, names, repeat: Cost(text, seconds[text.name])
    )
    slowest.main()
    _, *lines = capsys.readouterr().out.splitlines()

    assert [line.split()[-1] for line in lines[:2]] == ["slow", "quick"]
    assert lines[2] == "1 of 2 texts take over 1 s in their largest input of up to 1 MB"


def test_an_unknown_group_is_refused(monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["slowest", "--only", "nothing"])
    with pytest.raises(SystemExit):
        slowest.main()

    assert "invalid choice" in capsys.readouterr().err
