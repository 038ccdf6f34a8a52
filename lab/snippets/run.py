"""Run one snippet, or resolve the names of its libraries, with deprecations as errors."""

from __future__ import annotations

import contextlib
import importlib
import importlib.metadata
import inspect
import tempfile
import traceback
import warnings
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from content.schema import Api
from content.snippets import PlacedSnippet

STAND_INS = Path(__file__).parent / "stand_ins"
NO_LONGER = (
    DeprecationWarning,
    PendingDeprecationWarning,
    FutureWarning,
)
SNIPPET_FILE = "<snippet>"  # what a traceback calls the code of a snippet


def run_error(snippet: PlacedSnippet) -> str:
    """Run a snippet behind its stand-ins; return the error with its line, empty for none.

    A deprecation is an error where the snippet's own code causes it. The working folder is a
    temporary one, as trainers write logs and checkpoints there.
    """
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        return _run_error(snippet)


def _run_error(snippet: PlacedSnippet) -> str:
    namespace: dict[str, Any] = {"__name__": "snippet"}
    module = snippet.framework.replace("-", "_")
    stand_in = STAND_INS / f"{module}.py"
    try:
        source = stand_in.read_text(encoding="utf-8")
        _execute(source, str(stand_in), namespace)
    except Exception as error:  # whatever a library raises
        return f"the stand-ins fail: {error!r}"
    with warnings.catch_warnings():
        _refuse_deprecations()
        try:
            _execute(snippet.code, SNIPPET_FILE, namespace)
        except Exception as error:
            return _located(error)
    return ""


def _execute(
    source: str,
    file_name: str,
    namespace: dict[str, Any],
) -> None:
    code = compile(source, file_name, "exec")
    exec(code, namespace)


def _refuse_deprecations() -> None:
    for category in NO_LONGER:
        warnings.filterwarnings(
            "error",
            category=category,
            module="snippet",
        )


def _located(error: Exception) -> str:
    """Return the error with the line of the snippet in which it arose."""
    line = "?"
    for frame in traceback.extract_tb(error.__traceback__):
        if frame.filename == SNIPPET_FILE:
            line = str(frame.lineno)
    kind = type(error).__name__
    return f"line {line}: {kind}: {error}"


def unresolved(api: Api) -> Iterator[str]:
    """Say what is wrong with a name: its package has it within since and until only."""
    try:
        installed = importlib.metadata.version(api.package)
    except importlib.metadata.PackageNotFoundError:
        yield f"{api.package} is not installed"
        return
    exists = _exists(api)
    if _is_expected(api, installed) and not exists:
        yield f"{shown(api)} is not in {api.package} {installed}"


def _is_expected(api: Api, installed: str) -> bool:
    """Say whether the installed release lies within since and until."""
    release = parsed(installed)
    if release < parsed(api.since):
        return False
    if not api.until:
        return True
    return release <= parsed(api.until)


def parsed(version: str) -> tuple[int, ...]:
    """Return the numbers of a release: 2.13 for 2.13.0+cpu has its first two and a zero."""
    release, _, _ = version.partition("+")
    numbers = release.split(".")
    return tuple(int(number) for number in numbers if number.isdigit())


def shown(api: Api) -> str:
    if api.argument:
        return f"{api.name}({api.argument})"
    return api.name


def _exists(api: Api) -> bool:
    found = _object(api.name)
    if found is None:
        return False
    if api.argument is None:
        return True
    try:
        parameters = inspect.signature(found).parameters
    except (TypeError, ValueError):
        return False
    if api.argument in parameters:
        return True
    return any(item.kind is item.VAR_KEYWORD for item in parameters.values())


def _object(name: str) -> Any:
    """Return what a dotted name stands for: the longest module, then attributes; None for none."""
    parts = name.split(".")
    for count in range(len(parts), 0, -1):
        module_name = ".".join(parts[:count])
        if not _is_module(module_name):
            continue
        value: Any = importlib.import_module(module_name)
        for attribute in parts[count:]:
            value = getattr(value, attribute, None)
        return value
    return None


def _is_module(name: str) -> bool:
    try:
        return find_spec(name) is not None
    except (ImportError, AttributeError, ValueError):
        return False
