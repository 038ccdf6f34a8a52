from dataclasses import replace

import numpy as np

from engine.observe.normal.reserved_gpu_memory import read
from tests.engine.cases import case, noise

USED = 8000 + noise(40, 5)


def run(reserved=20000.0, used=USED):
    return case(gpu_memory_mb=used, gpu_memory_reserved_mb=np.full(len(used), reserved))


def test_much_reserved_while_the_allocated_is_level():
    found = read(run())

    assert found.state == "holds"
    assert "2.5 times" in found.text


def test_allocated_memory_that_climbs():
    found = read(run(used=np.linspace(8000, 12000, 40)))

    assert (found.state, found.beyond) == ("broken", "memory-leak")


def test_an_allocation_that_fails():
    log = ("torch.OutOfMemoryError: CUDA out of memory. Tried to allocate 2.00 GiB",)
    found = read(replace(run(), log=log))

    assert (found.state, found.beyond) == ("broken", "memory-fragmentation")


def test_little_kept_memory_is_not_shown():
    assert read(run(reserved=9000.0)).state == "not-shown"


def test_one_of_the_two_is_not_measured():
    assert read(case(gpu_memory_mb=USED)).state == "not-measured"
    assert read(case(gpu_memory_reserved_mb=USED)).state == "not-measured"
