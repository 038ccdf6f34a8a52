"""Every case of a table is run, and every failure is told with its case."""

import pytest

from tests.together import together


def failures_of(test):
    with pytest.raises(BaseExceptionGroup) as caught:
        test()
    return caught.value


def test_every_case_is_run_once_and_in_order():
    run = []

    @together("case", "abc")
    def test(case):
        run.append(case)

    test()

    assert run == ["a", "b", "c"]


def test_a_case_of_several_names_is_unpacked():
    @together("number, square", [(2, 4), (3, 9)])
    def test(number, square):
        assert number**2 == square

    test()


def test_all_failures_are_told_with_their_cases():
    run = []

    @together("number", [1, 2, 3, 4], ids=lambda number: f"number {number}")
    def test(number):
        run.append(number)
        assert number % 2, "even"

    group = failures_of(test)

    assert run == [1, 2, 3, 4]
    assert group.message == "2 of 4 cases fail"
    assert [error.__notes__ for error in group.exceptions] == [
        ["in the case number 2"],
        ["in the case number 4"],
    ]
    assert all("even" in str(error) for error in group.exceptions)


def test_a_case_of_pytest_brings_its_name():
    @together("number, square", [pytest.param(3, 9, id="nine"), pytest.param(4, 15, id="wrong")])
    def test(number, square):
        assert number**2 == square

    assert [error.__notes__ for error in failures_of(test).exceptions] == [["in the case wrong"]]


def test_errors_and_calls_of_fail_are_failures():
    @together("error", [ValueError("broken"), pytest.fail.Exception("failed")])
    def test(error):
        raise error

    assert [str(error) for error in failures_of(test).exceptions] == ["broken", "failed"]


def test_a_stop_of_the_run_is_no_failure_of_a_case():
    @together("error", [KeyboardInterrupt(), ValueError()])
    def test(error):
        raise error

    with pytest.raises(KeyboardInterrupt):
        test()


def test_cases_of_an_iterator_are_there_for_every_run():
    run = []

    @together("number", iter([1, 2]))
    def test(number):
        run.append(number)

    test()
    test()

    assert run == [1, 2, 1, 2]


def test_the_name_and_the_text_are_those_of_the_test():
    @together("case", "a")
    def test_named(case):
        """Say what is tested."""

    assert test_named.__name__ == "test_named"
    assert test_named.__doc__ == "Say what is tested."


def test_a_table_without_cases_is_refused():
    with pytest.raises(ValueError, match="no cases"):

        @together("case", [])
        def test(case): ...


def test_a_case_with_marks_is_refused():
    with pytest.raises(ValueError, match="marks"):

        @together("case", [pytest.param("a", marks=pytest.mark.skip)])
        def test(case): ...


@pytest.mark.parametrize("names", ["other", "case, more"])
def test_a_fixture_is_refused(names):
    with pytest.raises(TypeError, match="and nothing else"):

        @together(names, "ab")
        def test(case, monkeypatch): ...
