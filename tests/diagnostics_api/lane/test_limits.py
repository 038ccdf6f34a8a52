"""The time of a worker grows with its input, up to what the proxy and a stop wait for."""

import signal

import pytest
from django.conf import settings

from diagnostics_api.lane.limits import MEGABYTE, Limits, work_for

LIMITS = Limits(seconds=10, megabytes=128)


@pytest.mark.parametrize(
    ("size", "seconds"), [(0, 10), (MEGABYTE, 10.5), (16 * MEGABYTE, 18), (100 * MEGABYTE, 30)]
)
def test_time_grows_with_the_input_up_to_the_limit_by_the_clock(size, seconds):
    assert LIMITS.seconds_for(size) == seconds


def test_the_largest_body_has_a_second_for_each_megabyte():
    limits = Limits(settings.DIAGNOSIS_SECONDS, settings.DIAGNOSIS_MEMORY_MB)
    size = settings.DIAGNOSIS_MAX_BYTES

    assert limits.seconds_for(size) >= size / MEGABYTE
    assert limits.seconds_for(size) < limits.longest


def test_the_kernel_counts_from_now_on():
    try:
        work_for(3600)
        left, _ = signal.getitimer(signal.ITIMER_PROF)
    finally:
        work_for(0)
    assert 3500 < left < 3601
