import argparse

import pytest

from lab import options


@pytest.fixture
def selection():
    parser = argparse.ArgumentParser()
    options.add_selection(parser)
    return parser


def test_a_selection_is_one_seed_of_every_fault_by_default(selection):
    chosen = selection.parse_args([])

    assert (chosen.fault, chosen.seeds, chosen.first, chosen.part) == ([], 1, 0, (1, 1))


def test_faults_add_up(selection):
    chosen = selection.parse_args(["--fault", "nan-loss", "--fault", "healthy"])

    assert chosen.fault == ["nan-loss", "healthy"]


@pytest.mark.parametrize("text", ["0", "-1", "1.5", "many"])
def test_a_number_of_seeds_below_one_is_refused(selection, text, capsys):
    with pytest.raises(SystemExit):
        selection.parse_args(["--seeds", text])

    assert "argument --seeds" in capsys.readouterr().err


@pytest.mark.parametrize("text", ["1", "a/b", "1/", "/4", ""])
def test_a_part_that_is_no_pair_is_refused(selection, text, capsys):
    with pytest.raises(SystemExit):
        selection.parse_args(["--part", text])

    assert "must look like 1/4" in capsys.readouterr().err
