import random

import pytest
import torch

from lab.faults import ALL
from lab.runs import second_task
from lab.train.draw import draw
from lab.train.setup import changed, values_of


@pytest.mark.parametrize("fault", ALL, ids=lambda fault: fault.name)
def test_every_fault_changes_the_setup_that_it_is_given(fault):
    torch.manual_seed(0)
    twin = changed(draw(random.Random(0), fault.pool), **fault.fixed)
    faulty = values_of(fault.change(twin, random.Random(0)))

    assert any(faulty[name] is not value for name, value in values_of(twin).items())


def test_the_second_task_has_the_same_values_in_other_columns():
    torch.manual_seed(0)
    data = draw(random.Random(0), ALL[0].pool).data
    turned = second_task(data)

    assert torch.equal(turned.train_x.sort(1).values, data.train_x.sort(1).values)
    assert torch.equal(turned.train_y, data.train_y)
