import socket

import pytest

from scripts import port_is_free


@pytest.fixture
def taken():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        yield listener.getsockname()[1]


def test_a_free_port_is_no_problem(taken, monkeypatch):
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        free = probe.getsockname()[1]
    monkeypatch.setattr("sys.argv", ["port_is_free.py", "127.0.0.1", str(free)])

    assert port_is_free.main() == 0


def test_a_taken_port_is_named_with_the_advice(taken, monkeypatch, capsys):
    monkeypatch.setattr("sys.argv", ["port_is_free.py", "127.0.0.1", str(taken)])

    assert port_is_free.main() == 1
    error = capsys.readouterr().err
    assert error.startswith(f"error: cannot listen on 127.0.0.1:{taken}:")
    assert "Choose another --port." in error


@pytest.mark.parametrize("port", [-1, 0, 65536])
def test_a_number_that_is_no_port_is_refused(port):
    assert "between 1 and 65535" in port_is_free.why_not("127.0.0.1", port)
