import os
import socket
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace

import pytest

from diagnostics_api.lane import routes
from diagnostics_api.lane.lane import Lane, Places
from diagnostics_api.lane.limits import Limits

ROOT = Path(__file__).parents[3]


@contextmanager
def lane_with_stub(limits, places=1):
    """Give a lane whose foreman is a process of tests.diagnostics_api.lane.stub."""
    ours, theirs = socket.socketpair()
    begun, begin = os.pipe()
    allowed, allow = os.pipe()
    arguments = map(str, (theirs.fileno(), begin, allowed, limits.seconds, limits.megabytes))
    foreman = subprocess.Popen(  # noqa: S603  # this Python, with numbers
        [sys.executable, "-m", "tests.diagnostics_api.lane.stub", *arguments],
        pass_fds=(theirs.fileno(), begin, allowed),
        cwd=ROOT,
    )
    theirs.close()
    losses = []
    lane = Lane(ours, Places(places), Places(1), limits, lambda: losses.append("lost"))
    try:
        yield SimpleNamespace(
            lane=lane,
            foreman=foreman,
            losses=losses,
            wait_until_begun=lambda: os.read(begun, 1),
            allow=lambda: os.write(allow, b"a"),
        )
    finally:
        ours.close()
        foreman.wait(timeout=60)
        for descriptor in (begun, begin, allowed, allow):
            os.close(descriptor)


@pytest.fixture(scope="module")
def stub():
    with lane_with_stub(Limits(seconds=60, megabytes=128)) as started:
        yield started


@pytest.fixture
def in_use():
    """Use lanes in this process, and none afterwards."""
    yield routes.use
    routes._in_use.clear()
