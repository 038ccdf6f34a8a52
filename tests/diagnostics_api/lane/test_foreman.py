import signal

from diagnostics_api.lane.limits import Limits
from tests.diagnostics_api.lane.conftest import lane_with_stub

EDITION = "e" * 64
OTHER = "f" * 64


def test_foreman_is_told_the_edition_of_each_job(stub):
    stub.lane.run(OTHER, "echo", b"")

    assert stub.lane.run(EDITION, "editions", b"")[-2:] == [OTHER, EDITION]


def test_foreman_ends_with_the_process_that_it_works_for():
    with lane_with_stub(Limits(seconds=60, megabytes=128)) as stub:
        assert stub.lane.run(EDITION, "echo", b"") == b""
        stub.lane.control.close()

        assert stub.foreman.wait(timeout=60) == 0


def test_foreman_and_its_workers_leave_a_stop_to_the_process_that_they_work_for(stub):
    """A terminal and a service manager signal every process at once."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        stub.foreman.send_signal(number)

    assert stub.lane.run(EDITION, "echo", b"body") == b"body"
