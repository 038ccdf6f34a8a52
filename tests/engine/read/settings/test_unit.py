import pytest

from engine.read.settings.unit import Unit


@pytest.mark.parametrize(
    ("signature", "may_be_row", "changes"),
    [((), False, 1), (("lr",), True, 1), (("lr", "bs", "wd"), False, 3)],
)
def test_short_units_may_be_rows(signature, may_be_row, changes):
    unit = Unit(0, 1, {}, signature)

    assert unit.may_be_row is may_be_row
    assert unit.changes_of_a_row == changes
