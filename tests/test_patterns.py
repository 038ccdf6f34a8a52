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
from typing import Any

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
# collected. `_kind_of_lines` makes the patterns of a log from its lines: test_bulk.py holds hostile
# texts against those.
COMPILING = {"_patterns", "signature", "_kind_of_lines"}

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
    """The methods that are called on each name or handed on, as in map(NAME.search, texts)."""
    methods: dict[str, set[str]] = {}
    for name, method in re.findall(r"\b(\w+)\.(\w+)", "\n".join(sources.values())):
        methods.setdefault(name, set()).add(method)
    return methods


PATTERNS = _collected()
SOURCES = _sources()
METHODS = _methods(SOURCES)


def _reader(name: str, pattern: re.Pattern[str]) -> Callable[[str], object]:
    """Read as the code does: at the start of a text only, or anywhere in it."""
    methods = METHODS.get(name.rpartition(".")[2], set()) - {"pattern", "flags", "groups"}
    if methods and methods <= {"match", "fullmatch"}:
        return pattern.fullmatch if methods == {"fullmatch"} else pattern.match
    return lambda text: sum(1 for _ in pattern.finditer(text))


def _as_read(text: str, pattern: re.Pattern[str] | re.Pattern[bytes]) -> Any:
    """Return the text as the pattern reads it: bytes for one of bytes."""
    is_of_bytes = isinstance(pattern.pattern, bytes)
    return text.encode("latin-1") if is_of_bytes else text


def assert_reads_in_linear_time(pattern: re.Pattern[str], read: Callable[[str], object]) -> None:
    for description, make in hostile_texts(pattern).items():

        def call_of_size(size: int, make: Callable[[int], str] = make) -> Callable[[], object]:
            text = _as_read(make(size), pattern)
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
        "engine.observe.log.hits.",
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


HIDDEN = {
    "in a function": "def f(text):\n    return re.compile('a+').search(text)",
    "in a class": "class Reader:\n    PATTERN = re.compile('a+')",
    "in a default": "def f(text, pattern=re.compile('a+')):\n    return pattern.search(text)",
    "not compiled": "re.sub('a+', '', 'b')",
    "handed on": "f = functools.partial(re.sub, 'a+', '')",
    "kept as a method": "search = re.compile('a+').search",
    "from an imported function": "from re import search",
    "by another name of the module": "import re as regular",
}
SHOWN = {
    "constant": "PATTERN = re.compile('a+', re.IGNORECASE)",
    "table": "PATTERNS = {'a': [re.compile('a+')]}",
    "made by a function": "def signature(text):\n    return re.compile(text)",
    "type": "def f(pattern: re.Pattern[str], match: re.Match[str]) -> None: ...",
    "escaped text": "def f(text):\n    return re.escape(text)",
}


@pytest.mark.parametrize("kind", HIDDEN)
def test_a_pattern_that_is_not_collected_is_found(kind):
    assert len(_hidden_patterns(HIDDEN[kind])) == 1


@pytest.mark.parametrize("kind", SHOWN)
def test_a_pattern_that_is_collected_is_allowed(kind):
    assert _hidden_patterns(SHOWN[kind]) == []


def _hidden_patterns(source: str) -> list[str]:
    """Every use of `re` but for a compiled pattern that a name space of a module may hold."""
    tree = ast.parse(source)
    kept = {id(node) for node in _kept(tree)}
    used = [node for node in ast.walk(tree) if _is_of_re(node) and id(node) not in kept]
    imported = [node for node in ast.walk(tree) if _imports_re_otherwise(node)]
    return [ast.unparse(node) for node in (*used, *imported)]


def _kept(tree: ast.AST) -> Iterator[ast.AST]:
    """Yield `re.compile` of each call whose value may be kept in the module."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.ClassDef | ast.Lambda) or _is_searched(node):
            continue
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Call):
            continue  # a method of what was just compiled
        if isinstance(node, ast.Call) and _compiles(node):
            yield node.func
        yield from _kept(node)


def _is_searched(node: ast.AST) -> bool:
    return isinstance(node, ast.FunctionDef) and node.name not in COMPILING


def _compiles(call: ast.Call) -> bool:
    return _is_of_re(call.func) and ast.unparse(call.func) == "re.compile"


def _is_of_re(node: ast.AST) -> bool:
    """Return whether the node is a function of `re`; flags and types are no functions."""
    is_attribute = isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name)
    if not is_attribute or node.value.id != "re":
        return False
    return node.attr.islower() and node.attr not in {"escape", "error"}


def _imports_re_otherwise(node: ast.AST) -> bool:
    if isinstance(node, ast.ImportFrom):
        return node.module == "re"
    is_import = isinstance(node, ast.Import)
    return is_import and any(alias.name == "re" and alias.asname for alias in node.names)
