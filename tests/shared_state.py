"""Find what the threads of a process share: values in caches, and objects of modules."""

from __future__ import annotations

import functools
import gc
import importlib
import pkgutil
import re
import threading
import types
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

import numpy as np
from django.conf import LazySettings

PARTS = ("engine", "content", "charts", "web", "dictionary", "quizzes", "diagnostics_api")
LEFT_OUT = re.compile(r"\.(migrations|semantic)\b|__main__|management|admin")
ATOMS = (str, bytes, int, float, complex, bool, type(None), range, slice, re.Pattern)
# Compared by identity: they hold no value, or are what a thread has for itself.
OPAQUE = (
    type,
    types.ModuleType,
    types.FunctionType,
    types.BuiltinFunctionType,
    types.MethodType,
    functools.partial,
    LazySettings,  # keeps what was asked of it, which is the same for all
    threading.local,
    type(threading.Lock()),
    type(threading.RLock()),
)
CACHE = functools._lru_cache_wrapper


def modules() -> Iterator[types.ModuleType]:
    for part in PARTS:
        package = importlib.import_module(part)
        yield package
        for found in pkgutil.walk_packages(package.__path__, f"{part}."):
            if not LEFT_OUT.search(found.name):
                yield importlib.import_module(found.name)


def named_objects() -> Iterator[tuple[str, Any]]:
    """Yield what modules and their classes define, each object once."""
    seen = set()
    for module in modules():
        for name, value in list(vars(module).items()):
            if name.startswith("__") or id(value) in seen:
                continue
            seen.add(id(value))
            yield f"{module.__name__}.{name}", value
            if isinstance(value, type) and value.__module__ == module.__name__:
                for member, inner in vars(value).items():
                    if isinstance(inner, CACHE):
                        yield f"{module.__name__}.{name}.{member}", inner


def shared_values() -> dict[str, Any]:
    """Return cached values and objects of modules by name. A cache is named by its function."""
    values: dict[str, Any] = {}
    for name, value in named_objects():
        if isinstance(value, CACHE):
            for cached in cached_values(value):
                values[f"{name}() {id(cached)}"] = cached
        elif not isinstance(value, (*ATOMS, *OPAQUE)):
            values[name] = value
    return values


def cached_values(cache: Any) -> Iterator[Any]:
    """Yield the results that a cache holds, and its keys, which are as shared as they."""
    for held in gc.get_referents(cache):
        if isinstance(held, dict):
            yield from held.values()
        elif held is not cache.__wrapped__ and not isinstance(held, OPAQUE):
            yield held


def fingerprint(value: Any, around: frozenset[int] = frozenset()) -> object:
    """Return what an object holds as nested tuples that do not change with it.

    A `cached_property` is left out: it is worked out from the rest.
    """
    if isinstance(value, ATOMS):
        return repr(value)
    if isinstance(value, OPAQUE) or id(value) in around:
        return id(value)
    if isinstance(value, np.ndarray):
        return value.shape, value.tobytes()
    inside = around | {id(value)}
    return type(value).__qualname__, *(fingerprint(part, inside) for part in parts_of(value))


def parts_of(value: Any) -> list[Any]:
    if isinstance(value, Mapping):
        return [part for pair in list(value.items()) for part in pair]
    if isinstance(value, (list, tuple)):
        return list(value)
    if isinstance(value, (set, frozenset)):
        return sorted(value, key=repr)
    if is_dataclass(value):
        return [getattr(value, field.name, None) for field in fields(value)]
    held = getattr(value, "__dict__", {})
    worked_out = {
        name
        for kind in type(value).__mro__
        for name, member in vars(kind).items()
        if isinstance(member, functools.cached_property)
    }
    return [part for name, part in sorted(held.items()) if name not in worked_out]
