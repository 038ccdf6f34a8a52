from concurrent.futures import ThreadPoolExecutor

import pytest

from diagnostics_api.lane.errors import (
    LaneFullError,
    LaneLostError,
    TooMuchMemoryError,
    TooSlowError,
    WorkerDiedError,
)
from diagnostics_api.lane.lane import Places
from diagnostics_api.lane.limits import Limits
from tests.diagnostics_api.lane.conftest import lane_with_stub

EDITION = "e" * 64


def test_job_is_done_in_a_worker(stub):
    assert stub.lane.run(EDITION, "echo", b"body" * 10**6) == b"body" * 10**6


def test_who_finds_no_place_is_turned_away_at_once_and_can_come_later(stub):
    with ThreadPoolExecutor(1) as pool:
        holding = pool.submit(stub.lane.run, EDITION, "hold", b"")
        stub.wait_until_begun()
        with pytest.raises(LaneFullError) as caught:
            stub.lane.run(EDITION, "echo", b"")
        stub.allow()
        assert holding.result() == "held"

    assert caught.value.wait > 0
    assert stub.lane.run(EDITION, "echo", b"again") == b"again"


def test_job_over_its_memory_ends_alone(stub):
    with pytest.raises(TooMuchMemoryError, match="more than 128 MB"):
        stub.lane.run(EDITION, "grow", b"")
    assert stub.lane.run(EDITION, "echo", b"next") == b"next"


@pytest.mark.parametrize(("job", "said"), [("die", "exit code -9"), ("fail", "has logged it")])
def test_worker_that_ends_without_an_answer_is_an_error_of_ours(stub, job, said):
    with pytest.raises(WorkerDiedError, match=said):
        stub.lane.run(EDITION, job, b"")
    assert stub.lane.run(EDITION, "echo", b"next") == b"next"


@pytest.mark.parametrize("job", ["forever", "busy"])
def test_job_over_its_time_ends_alone(job):
    with lane_with_stub(Limits(seconds=0.2, megabytes=128)) as stub:
        with pytest.raises(TooSlowError, match=r"stopped after 0\.2 seconds of work"):
            stub.lane.run(EDITION, job, b"")

        assert stub.lane.costly.taken == 0


@pytest.mark.parametrize("input_", [{"body": b"a" * 2**19}, {"body": b"", "unpacked": 2**19}])
def test_a_larger_input_has_more_time(input_):
    said = pytest.raises(TooSlowError, match=r"stopped after 0\.45 seconds of work")
    with lane_with_stub(Limits(seconds=0.2, megabytes=128)) as stub, said:
        stub.lane.run(EDITION, "busy", **input_)


def test_lost_foreman_asks_for_another_process():
    with lane_with_stub(Limits(seconds=60, megabytes=128)) as stub:
        stub.foreman.kill()
        stub.foreman.wait(timeout=60)
        with pytest.raises(LaneLostError):
            stub.lane.run(EDITION, "echo", b"")

        assert stub.losses == ["lost"]
        assert stub.lane.ends == {"LaneLostError": 1}


def test_places_are_given_back_when_the_block_fails():
    places = Places(1)
    with pytest.raises(LookupError), places.take():
        raise LookupError

    with places.take():
        assert places.taken == 1
