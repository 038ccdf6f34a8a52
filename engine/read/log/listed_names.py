"""Names that stand together in front of their values: `(train_loss, val_loss) = (0.9, 1.1)`."""

from __future__ import annotations

import re

_NAME = r"[A-Za-z_][\w/@.\-]{0,40}"
_NUMBER = r"[-+]?(?:\d{1,20}(?:\.\d{0,20})?|\.\d{1,20})(?:[eE][-+]?\d{1,3})?"
_VALUE = rf"(?:{_NUMBER}|nan|inf|-inf)"
_NAMES = rf"\(?({_NAME}(?:, ?{_NAME}){{1,7}})\)? ?[:=]"
_MAY_LIST = re.compile(_NAMES)
_LISTED = re.compile(
    rf"(?<![\w,]){_NAMES} ?"
    rf"[(\[]?({_VALUE}(?:(?:, ?| ){_VALUE}){{1,7}})[)\]]?(?![\w.%/])"
)
# Values that follow each other behind a sign: a cheap test, for names are looked for at each word.
_VALUES = re.compile(rf"[:=] ?[(\[]?{_VALUE}(?:, ?| ){_VALUE}")
_BETWEEN = re.compile(r", ?| ")


def may_list_names(without_digits: str) -> bool:
    """Say whether names may stand together in a line, by what is left of it without its digits."""
    if "," not in without_digits:
        return False
    found = _MAY_LIST.search(without_digits)
    return found is not None


def with_names_beside(line: str) -> str:
    """Return the line with each name right in front of its value; a list of another length than
    that of its names stays as it is.
    """
    if "," not in line or _VALUES.search(line) is None:
        return line
    return _LISTED.sub(_beside, line)


def _beside(match: re.Match[str]) -> str:
    names = match.group(1).replace(" ", "").split(",")
    values = _BETWEEN.split(match.group(2))
    if len(names) != len(values):
        return match.group()
    pairs = zip(
        names,
        values,
        strict=True,
    )
    return ", ".join(f"{name}={value}" for name, value in pairs)
