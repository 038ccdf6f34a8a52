"""Filters that say the numbers and values of the content in words."""

from __future__ import annotations

from django import template

from content.programs import FRAMEWORK_NAMES
from dictionary.scales import (
    FIX_KINDS,
    RERUN,
    SILENCE,
    SILENCE_MEANS,
    VERDICTS_HERE,
    VERDICTS_OF_NORMAL,
)
from engine.scales import EVOKING, FREQUENCY

register = template.Library()


@register.filter
def frequency(value: int) -> str:
    return FREQUENCY[value].word


@register.filter
def frequency_percent(value: int) -> int:
    """Return the share of failures that a frequency stands for, in percent."""
    return round(100 * FREQUENCY[value].worth)


@register.filter
def lower_first(text: str) -> str:
    """Begin a text in lower case, unless it begins with an abbreviation or code."""
    if text[1:2].islower() or text[1:2] == " ":
        return text[:1].lower() + text[1:]
    return text


@register.filter
def framework(name: str) -> str:
    return FRAMEWORK_NAMES[name]


@register.filter
def evoking(value: int) -> str:
    return EVOKING[value].word


@register.filter
def strength(value: int) -> int:
    """How strongly a symptom speaks against an entry, 1 to 5."""
    return abs(value)


@register.filter
def fix_kind(kind: str) -> str:
    return FIX_KINDS[kind]


@register.filter
def rerun(needed: str) -> str:
    """Say whether a fix needs a new run."""
    return RERUN[needed]


@register.filter
def verdict(value: str, entry_class: str) -> str:
    """Say what an outcome means for an entry: a normal page confirms that all is well."""
    if entry_class == "normal":
        return VERDICTS_OF_NORMAL[value]
    return value.capitalize()


@register.filter
def verdict_here(value: str, entry_class: str) -> str:
    """Say on the page of an entry what an outcome of a check means for it."""
    if entry_class == "normal":
        return verdict(value, entry_class)
    return VERDICTS_HERE[value]


@register.filter
def silence_step(silence: str) -> int:
    """The place of a silence on its scale, 1 (loud) to 4 (silent)."""
    return SILENCE[silence]


@register.filter
def silence_means(silence: str) -> str:
    return SILENCE_MEANS[silence]
