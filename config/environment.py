"""Read values of the environment strictly: one that makes no sense stops the start."""

from __future__ import annotations

import os

from django.core.exceptions import ImproperlyConfigured

TRUE = frozenset({"1", "true", "yes", "on"})
FALSE = frozenset({"0", "false", "no", "off"})

ENVIRONMENT: set[str] = set()  # names of the settings that may come from the environment


def env_text(name: str, default: str = "") -> str:
    ENVIRONMENT.add(name)
    value = os.environ.get(name, default)
    return value.strip()


def env_flag(
    name: str,
    default: bool = False,
) -> bool:
    value = env_text(name)
    if not value:
        return default
    word = value.lower()
    if word in TRUE:
        return True
    if word in FALSE:
        return False
    message = f"{name} must be true or false, not {value!r}"
    raise ImproperlyConfigured(message)


def env_list(
    name: str,
    default: list[str],
) -> list[str]:
    """Read a comma-separated list. Empty parts are dropped."""
    value = env_text(name)
    if not value:
        return default
    parts = value.split(",")
    bare = map(str.strip, parts)
    return [part for part in bare if part]


def env_number(
    name: str,
    default: int,
) -> int:
    value = env_text(name)
    if not value:
        return default
    try:
        number = int(value)
    except ValueError as error:
        message = f"{name} must be a whole number, not {value!r}"
        raise ImproperlyConfigured(message) from error
    return number


def env_count(
    name: str,
    default: int,
) -> int:
    count = env_number(name, default)
    if count < 1:
        message = f"{name} must be at least 1, not {count}"
        raise ImproperlyConfigured(message)
    return count
