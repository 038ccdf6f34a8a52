"""One test for a table of cheap cases: a test of its own for each row costs more than the row."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable
from typing import Any

import pytest

ParameterSet = type(pytest.param())
FAILURES = (Exception, pytest.fail.Exception)


def together(
    names: str, cases: Iterable[Any], ids: Callable[[Any], str] = repr
) -> Callable[[Callable[..., None]], Callable[[], None]]:
    """Run a test on every case, as `pytest.mark.parametrize` does, and count it as one test.

    `names` are the parameters with commas between them, and a case is a value for one name, a
    tuple for several, or a `pytest.param`, which brings its own name. Raise at the end an exception
    group with the failure of each case that fails, and the name that `ids` gives it as a note.
    The test takes no fixtures, since cases would share them, and there is at least one case.
    """
    parameters = [name.strip() for name in names.split(",")]
    listed = list(cases)

    def decorate(test: Callable[..., None]) -> Callable[[], None]:
        if list(inspect.signature(test).parameters) != parameters:
            raise TypeError(f"{test.__name__} must take {parameters} and nothing else")
        if not listed:
            raise ValueError(f"{test.__name__} has no cases")
        if any(isinstance(case, ParameterSet) and case.marks for case in listed):
            raise ValueError(f"{test.__name__} has a case with marks, which nothing would read")

        def run_all() -> None:
            tried = [_failure(test, case, len(parameters), ids) for case in listed]
            failures = [error for error in tried if error is not None]
            if failures:
                told = f"{len(failures)} of {len(listed)} cases fail"
                raise BaseExceptionGroup(told, failures)

        run_all.__name__ = test.__name__
        run_all.__qualname__ = test.__qualname__
        run_all.__module__ = test.__module__
        run_all.__doc__ = test.__doc__
        return run_all

    return decorate


def _failure(
    test: Callable[..., None], case: Any, parameters: int, ids: Callable[[Any], str]
) -> BaseException | None:
    """Return what the test raises on a case, with the name of the case."""
    if isinstance(case, ParameterSet):
        values, name = tuple(case.values), str(case.id)
    else:
        values, name = (case,) if parameters == 1 else tuple(case), ids(case)
    try:
        test(*values)
    except FAILURES as error:
        error.add_note(f"in the case {name}")
        return error
    return None
