"""Counting calls: the counter on small functions, the three requests over the tests' database."""

from pathlib import Path
from types import SimpleNamespace

import pytest

from benchmarks import calls
from benchmarks.calls import Count, Request, UnusableError
from scripts.structure.figure import shown

HERE = Path(__file__).parent


def double(number):
    return 2 * number


def quadruple(number):
    return double(double(number))


def test_calls_and_functions_of_the_project_are_counted():
    count = calls.count_calls(lambda: quadruple(1), HERE)

    assert count == Count(calls=4, all_calls=4, functions=3, modules=1, crossings=0)


def test_calls_of_libraries_are_counted_apart():
    count = calls.count_calls(lambda: Path("a") / "b", HERE)

    assert count.calls == 1
    assert count.all_calls > 1


def test_calls_from_module_to_module_are_crossings():
    count = calls.count_calls(lambda: shown(1), calls.ROOT)

    assert count.crossings == 1
    assert count.modules == 2


def test_other_hook_is_put_back_after_an_error():
    def fails():
        raise ValueError

    with pytest.raises(ValueError):  # noqa: PT011
        calls.count_calls(fails)

    assert calls.sys.getprofile() is None


@pytest.mark.parametrize(
    ("file", "ours"),
    [
        ("/home/site/engine/rank.py", True),
        ("/home/site/.venv/lib/site-packages/django/urls.py", False),
        ("/home/site2/a.py", False),
        (calls.__file__, False),
        ("<string>", False),
    ],
)
def test_installed_packages_are_not_ours(file, ours):
    assert calls.is_ours(file, "/home/site") is ours


def test_first_request_is_not_counted():
    sent = []

    def send(repetition):
        sent.append(repetition)
        return SimpleNamespace(status_code=200)

    calls.measured(Request("any", send, repetitions=2))

    assert sent == [-1, 0, 1]


def test_error_pages_are_refused():
    request = Request("any", lambda _: SimpleNamespace(status_code=404))

    with pytest.raises(UnusableError, match="any: answered with status 404"):
        calls.measured(request)


def test_rows_show_thousands():
    text = calls.table({"index": Count(15917, 33088, 48, 9, 120)})

    assert text.splitlines()[-1] == "| index | 15,917 | 33,088 | 48 | 9 | 120 |"


def test_servers_are_not_touched(monkeypatch, capsys):
    monkeypatch.setattr(calls, "connection", SimpleNamespace(vendor="postgresql"))

    assert calls.main([]) == 1
    assert "unset DATABASE_URL" in capsys.readouterr().err
