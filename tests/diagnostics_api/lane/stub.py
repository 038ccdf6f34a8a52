"""A foreman whose jobs do as they are told: `python -m tests.diagnostics_api.lane.stub`.

The numbers of its end of the socket pair, of a pipe that jobs write to, and of one that they wait
for, are its arguments, then the limits.
"""

import os
import signal
import socket
import sys

from diagnostics_api.lane.foreman import serve
from diagnostics_api.lane.limits import Limits


class StubCrew:
    """Writes down the editions that it was prepared for; they are the result of `editions`."""

    def __init__(self, begun, allowed):
        self.begun = begun
        self.allowed = allowed
        self.editions = []

    def prepare(self, edition):
        self.editions.append(edition)

    def work(self, job, body):
        match job:
            case "echo":
                return body
            case "editions":
                return self.editions
            case "hold":
                os.write(self.begun, b"b")
                os.read(self.allowed, 1)
                return "held"
            case "forever":
                while True:
                    signal.pause()
            case "busy":
                return sum(iter(lambda: 1, 0))
            case "grow":
                return len(bytearray(512 * 2**20))
            case "die":
                return os.kill(os.getpid(), signal.SIGKILL)
            case _:
                raise LookupError(f"nothing is done for {job}, on purpose")


def main():
    control, begun, allowed, seconds, megabytes = map(float, sys.argv[1:])
    crew = StubCrew(int(begun), int(allowed))
    serve(socket.socket(fileno=int(control)), crew, Limits(seconds, int(megabytes)))


if __name__ == "__main__":
    main()
