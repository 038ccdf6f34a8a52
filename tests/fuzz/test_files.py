"""Broken files of training tools are read or refused, and never end in an exception."""

from random import Random

from tests.fuzz import files
from tests.fuzz.campaign import EACH_PAGE, failure_of

CASES = 25


def test_broken_files_are_answered():
    for number in range(CASES):
        fields = files.fields(Random(number))
        failure = failure_of(fields, with_page=number % EACH_PAGE == 0)
        assert failure is None, f"{failure.trace}\n{failure.fields}"


def test_every_change_breaks_a_file_and_takes_an_empty_one():
    random = Random(1)
    _, content = files.golden()[0]

    for change in files.CHANGES:
        assert any(change(random, content) != content for _ in range(20)), change
        assert isinstance(change(random, b""), bytes)
