"""Every regular expression of the site reads hostile text in linear time: `re` stops all threads
while it matches.
"""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from pathlib import Path
from types import ModuleType

import pytest

from tests.growth import SuperLinearError, assert_linear
from tests.hostile import hostile_texts

PACKAGES = (
    "charts",
    "config",
    "content",
    "engine",
    "diagnostics_api",
    "dictionary",
    "quizzes",
    "web",
)
CEILING = 5e-6  # CPU seconds a character; the slowest pattern takes a tenth
# Functions that compile; what they return is kept in tables of their modules, where it is
# collected.
COMPILING = {"_patterns", "signature"}

BAD = {
    "cubic in spaces": (
        r"(?P<number>\d+(?:[.,]\d+)?)\s*(?P<percent>%|percent)?\s*(?:acc)?\s*"
        r"(?:on|in|for)\s+train\b"
    ),
    "quadratic in digits": r"\d+(?:[.,]\d+)?\s*(?:%)?acc\b",
    "digits given back to a second repeat": r"(?<!\d)\d+\.?\d*(?!\w)",
    "a beginning that is not needed": r"\S+\.py:\d+",
    "spaces before a word": r"(?<=[.!?;])\s+|\n+|,?\s+\b(?:but|while)\b\s+|:\s+",
    "a bracket that never closes": r"(\w{1,80})=('[^']*'|\[[^\]]*\]|\([^)]*\)|[^,]*)",
    "a lazy repeat without end": r"<span>(.*?)</span>",
    "exponential": r"(?:a+)+b",
}


def modules() -> Iterator[ModuleType]:
    for name in PACKAGES:
        package = importlib.import_module(name)
        yield package
        for found in pkgutil.walk_packages(package.__path__, f"{name}."):
            if ".migrations" not in found.name and not found.name.startswith("config."):
                yield importlib.import_module(found.name)


def _within(value: object, name: str) -> Iterator[tuple[str, re.Pattern[str]]]:
    """The patterns that a value holds, at any depth."""
    if isinstance(value, re.Pattern):
        yield name, value
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _within(inner, f"{name}[{key!r}]")
    elif isinstance(value, tuple | list | set | frozenset):
        for place, inner in enumerate(value):
            yield from _within(inner, f"{name}[{place}]")
    elif is_dataclass(value) and not isinstance(value, type):
        label = getattr(value, "name", name)
        for field in fields(value):
            yield from _within(getattr(value, field.name), f"{name}.{label}")


def _sources() -> dict[str, str]:
    return {str(module.__name__): Path(str(module.__file__)).read_text() for module in modules()}


def _collected() -> dict[str, re.Pattern[str]]:
    """Every pattern in the name space of a module, once, under the module that names it first."""
    named: dict[int, tuple[str, re.Pattern[str]]] = {}
    for module in modules():
        for attribute, value in vars(module).items():
            for name, pattern in _within(value, f"{module.__name__}.{attribute}"):
                named.setdefault(id(pattern), (name, pattern))
    return dict(named.values())


def _methods(sources: Mapping[str, str]) -> dict[str, set[str]]:
    """The methods that are called on each name, in any module."""
    methods: dict[str, set[str]] = {}
    for name, method in re.findall(r"\b(\w+)\.(\w+)\(", "\n".join(sources.values())):
        methods.setdefault(name, set()).add(method)
    return methods


PATTERNS = _collected()
SOURCES = _sources()
METHODS = _methods(SOURCES)


def _reader(name: str, pattern: re.Pattern[str]) -> Callable[[str], object]:
    """Read as the code does: at the start of a text only, or anywhere in it."""
    methods = METHODS.get(name.rpartition(".")[2], set())
    if methods and methods <= {"match", "fullmatch"}:
        return pattern.fullmatch if methods == {"fullmatch"} else pattern.match
    return lambda text: sum(1 for _ in pattern.finditer(text))


def assert_reads_in_linear_time(pattern: re.Pattern[str], read: Callable[[str], object]) -> None:
    for description, make in hostile_texts(pattern).items():

        def call_of_size(size: int, make: Callable[[int], str] = make) -> Callable[[], object]:
            text = make(size)
            return lambda: read(text)

        try:
            assert_linear(call_of_size, ceiling=CEILING)
        except SuperLinearError as error:
            pytest.fail(f"{pattern.pattern!r} on {description}: {error}")


@pytest.mark.parametrize("name", PATTERNS)
def test_a_pattern_reads_hostile_text_in_linear_time(name):
    pattern = PATTERNS[name]

    assert_reads_in_linear_time(pattern, _reader(name, pattern))


@pytest.mark.parametrize("kind", BAD)
def test_a_slow_pattern_is_found(kind):
    pattern = re.compile(BAD[kind], re.DOTALL)

    with pytest.raises(pytest.fail.Exception):
        assert_reads_in_linear_time(pattern, lambda text: sum(1 for _ in pattern.finditer(text)))


def test_patterns_of_each_part_are_collected():
    parts = (
        "engine.read.",
        "engine.words_model.",
        "engine.observe.words.",
        "engine.observe.log.signatures.",
        "diagnostics_api.page.paste.",
        "dictionary.search.",
        "quizzes.",
    )

    missing = [part for part in parts if not any(name.startswith(part) for name in PATTERNS)]

    assert missing == []
    assert len(PATTERNS) > 180


def test_patterns_are_compiled_where_they_are_collected():
    """A pattern inside a function would be missed: `re.sub("...", ...)`, or `re.compile` in a
    body.
    """
    hidden = [
        f"{module}: {call}"
        for module, source in SOURCES.items()
        for call in _hidden_patterns(source)
    ]

    assert hidden == []


@pytest.mark.parametrize(
    "source", ["def f(text):\n    return re.compile('a+').search(text)", "re.sub('a+', '', 'b')"]
)
def test_a_pattern_that_is_not_collected_is_found(source):
    assert len(_hidden_patterns(source)) == 1


def _hidden_patterns(source: str) -> list[str]:
    tree = ast.parse(source)
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.Lambda)]
    inside = {
        id(node) for function in functions if _is_searched(function) for node in ast.walk(function)
    }
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and _is_of_re(node.func)]
    return [ast.unparse(call) for call in calls if id(call) in inside or not _compiles(call)]


def _is_searched(function: ast.FunctionDef | ast.Lambda) -> bool:
    return not (isinstance(function, ast.FunctionDef) and function.name in COMPILING)


def _is_of_re(function: ast.expr) -> bool:
    is_attribute = isinstance(function, ast.Attribute) and isinstance(function.value, ast.Name)
    return is_attribute and function.value.id == "re" and function.attr != "escape"


def _compiles(call: ast.Call) -> bool:
    return isinstance(call.func, ast.Attribute) and call.func.attr == "compile"
