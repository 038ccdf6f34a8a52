"""The load in short, before an application that answers 200 to everything."""

import pytest

from tests.endurance.load import Seen, growth_of, peak, report, share_of, steady
from tests.held_server import served


class Flat:
    of = {1: [100.0, 101.0]}

    def look(self):
        pass

    def growth(self):
        return 1.01


class Growing(Flat):
    def growth(self):
        return 2.0


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    with served(tmp_path_factory.mktemp("application")) as started:
        yield f"127.0.0.1:{started.server.port}"


def test_what_is_no_right_answer_fails(address, capsys):
    seen = steady(address, pace=200, seconds=1, sizes=Flat())

    assert set(seen.failed) == {"/no-such-page/: 200"}
    assert len(seen.every()) > 50
    assert report(seen, Flat()) == 1
    assert "/no-such-page/: 200" in capsys.readouterr().out


def test_the_peak_is_in_requests_a_second(address):
    assert peak(address, seconds=0.2) > 5


def quick(longest=0.01):
    seen = Seen()
    for _ in range(999):
        seen.add("/", 0.01, "")
    seen.add("/", longest, "")
    return seen


def test_quick_answers_and_steady_memory_pass():
    assert report(quick(), Flat()) == 0


def test_one_answer_over_two_seconds_is_too_many():
    assert report(quick(longest=2.1), Flat()) == 1


def test_memory_that_grows_is_told():
    assert report(quick(), Growing()) == 1


def test_growth_begins_after_a_quarter():
    assert growth_of([50.0, 100.0, 100.0, 100.0, 110.0]) == 1.1


def test_shares_of_times():
    assert share_of([3.0, 1.0, 2.0], 0.5) == 2.0
    assert share_of([3.0, 1.0, 2.0], 1.0) == 3.0
