from dataclasses import replace

import pytest

from benchmarks.labels import with_causes
from tests.benchmarks.test_scores import prediction
from tests.engine.content import real_knowledge


def labeled(label):
    item = prediction(("a",)).item
    return replace(item, primary=label, accepted=frozenset({label}))


def test_a_listed_cause_is_right_where_the_label_is_a_finding():
    item = with_causes(labeled("nan-loss"), real_knowledge())

    assert {"nan-loss", "mixed-precision-overflow"} <= item.accepted
    assert "dying-relu" not in item.accepted


@pytest.mark.parametrize("label", ["mixed-precision-overflow", "an-entry-of-tomorrow"])
def test_only_the_label_is_right_where_it_is_no_finding(label):
    item = labeled(label)

    assert with_causes(item, real_knowledge()) == item
