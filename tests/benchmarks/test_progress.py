import io

from benchmarks.progress import counted


def test_long_work_says_how_far_it_is():
    stream = io.StringIO()

    assert list(counted("abc", "rows", stream, patience=-1)) == ["a", "b", "c"]
    assert stream.getvalue().splitlines() == ["0 of 3 rows", "1 of 3 rows", "2 of 3 rows"]


def test_short_work_is_silent():
    stream = io.StringIO()

    assert list(counted("abc", "rows", stream)) == ["a", "b", "c"]
    assert stream.getvalue() == ""
