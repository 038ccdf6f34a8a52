from dataclasses import fields
from types import SimpleNamespace

import pytest

from lab.train.setup import GROUPS, changed, setup_of, values_of

ROWS = SimpleNamespace(train_x=range(90))


def test_a_change_goes_to_the_group_of_its_field():
    setup = changed(setup_of(ROWS), width=5, epochs=2, zero_grad=False, log_test=True)

    assert setup.architecture.width == 5
    assert setup.optimization.epochs == 2
    assert not setup.defects.zero_grad
    assert setup.logging.log_test


def test_a_change_leaves_the_given_setup_alone():
    setup = setup_of(ROWS)
    changed(setup, width=5)

    assert setup.architecture.width == 48


def test_a_field_that_no_group_has_is_refused():
    with pytest.raises(TypeError, match="widht"):
        setup_of(ROWS, widht=5)


def test_no_two_groups_share_a_field_name():
    setup = setup_of(ROWS)
    names = [one.name for group in GROUPS for one in fields(getattr(setup, group))]

    assert len(names) == len(set(names))
    assert set(values_of(setup)) == {*names, "data", "second", "replay"}


def test_the_last_smaller_batch_counts_as_a_step():
    assert setup_of(ROWS, batch_size=40, epochs=2).steps == 6
