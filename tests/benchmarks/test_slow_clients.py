import socket
import threading
from contextlib import contextmanager

import pytest

from benchmarks.slow_clients import BODY, HONEST, STARTS, Server, Waited, ask, described, held

OK = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"
BUSY = b"HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n"


@contextmanager
def listening():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen(16)
        yield listener, Server("127.0.0.1", listener.getsockname()[1])


@pytest.mark.parametrize("address", ["8.8.8.8", "10.0.0.1", "192.168.0.1"])
def test_other_machines_are_not_attacked(address):
    with pytest.raises(ValueError, match="only a server of this machine"):
        Server(address, 80)


@pytest.mark.parametrize("kind", ["headers", "body"])
def test_slow_clients_begin_a_request_and_send_one_byte_after_another(kind):
    with listening() as (listener, server), held(server, kind, 2) as clients:
        connections = [listener.accept()[0] for _ in clients]
        first = [
            connection.recv(len(STARTS[kind]), socket.MSG_WAITALL) for connection in connections
        ]
        then = [connection.recv(2, socket.MSG_WAITALL) for connection in connections]
        for connection in connections:
            connection.close()

    assert first == [STARTS[kind]] * 2
    assert then == [b"aa"] * 2


def test_silent_clients_send_nothing():
    with listening() as (listener, server), held(server, "silent", 1):
        connection, _ = listener.accept()
        connection.setblocking(False)
        with connection, pytest.raises(BlockingIOError):
            connection.recv(1)


@pytest.mark.parametrize(("answer", "came"), [(OK, True), (BUSY, False), (b"", False)])
def test_only_an_answer_of_200_counts(answer, came):
    with listening() as (listener, server):

        def serve():
            connection, _ = listener.accept()
            with connection:
                connection.recv(65536)
                connection.sendall(answer)

        serving = threading.Thread(target=serve)
        serving.start()
        seconds = ask(server, HONEST[0])
        serving.join()

    assert (seconds is not None) is came


def test_row_of_a_kind_names_what_failed():
    row = described("body", 64, {"probe": Waited([0.1, 0.25], failed=1)})

    assert row == "64 x body: probe 2 of 3, longest 0.25 s"


def test_slow_body_is_shorter_than_it_says():
    assert b"Content-Length: 100000" in BODY
