"""Errors of the program itself, of no particular tool."""

from __future__ import annotations

from engine.observe.log.tables.row import Signature, signature

UNCAUGHT: tuple[Signature, ...] = (
    signature(
        "attribute-none",
        ("object has no attribute", "object is not subscriptable", "object is not iterable"),
        r"'NoneType' object (?:has no attribute|is not (?:subscriptable|iterable|callable))",
        "a value that should be there is None",
        action=(
            "Read the last line of your own file in the traceback, and print that value: a "
            "lookup or a load returned nothing."
        ),
        since="Python 3",
    ),
    signature(
        "unexpected-argument",
        ("unexpected keyword argument", "missing 1 required positional"),
        r"TypeError: .{1,120}(?:got an unexpected keyword argument|missing \d{1,2} "
        r"required positional arguments?)",
        "a function was called with other arguments than it takes",
        action="Compare the call with the version of the package that is installed.",
        since="Python 3",
    ),
    signature(
        "uncaught-exception",
        ("error: ", "exception: "),
        r"^\s{0,4}(?:\[(?:rank|default)?\d{1,6}\]: ?|\d{1,6}: |\(\w{1,60} "
        r"pid=\d{1,9}[^)]{0,60}\) )?(?:[a-z_]\w{0,60}\.){0,8}[A-Z]\w{0,60}(?:Error|"
        r"Exception): \S",
        "an exception that is not in the tables ended the program",
        action=(
            "Read the traceback above it from below: the first line of your own file is the place."
        ),
        since="Python 3",
        beside="traceback (most recent call last)",
        prose=False,
    ),
)
