"""Tags and filters of the pages: frame, scales in words."""

from __future__ import annotations

import json
from typing import Any

from django import template
from django.http import HttpRequest
from django.template.context import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from dictionary.editions import request_edition
from dictionary.scales import FIX_KINDS, SILENCE, SILENCE_MEANS
from engine.scales import EVOKING, FREQUENCY

register = template.Library()


@register.inclusion_tag("partials/_footer.html", takes_context=True)
def site_footer(context: Context) -> dict[str, Any]:
    request: HttpRequest | None = context.get("request")
    return {"edition": request_edition(request) if request else None}


@register.simple_tag(takes_context=True)
def nav_link(context: Context, url: str, title: str, *more: str) -> SafeString:
    """A link of the site's navigation, marked when the page lies under `url` or under one of
    `more`.
    """
    request: HttpRequest | None = context.get("request")
    if request is not None and request.path.startswith((url, *more)):
        current = "page" if request.path == url else "true"
        return format_html('<a href="{}" aria-current="{}">{}</a>', url, current, title)
    return format_html('<a href="{}">{}</a>', url, title)


@register.filter
def frequency(value: int) -> str:
    return FREQUENCY[value].word


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
def silence_means(silence: str) -> str:
    return SILENCE_MEANS[silence]


@register.inclusion_tag("partials/_meter.html")
def silence_meter(silence: str) -> dict[str, Any]:
    return {
        "steps": range(1, len(SILENCE) + 1),
        "value": SILENCE[silence],
        "most": len(SILENCE),
        "word": silence,
    }


@register.inclusion_tag("partials/_meter.html")
def severity_meter(severity: int) -> dict[str, Any]:
    return {"steps": range(1, 6), "value": severity, "most": 5, "word": ""}


@register.inclusion_tag("partials/_heading.html")
def section_heading(anchor: str, title: str) -> dict[str, str]:
    """A section's h2 with a link to itself."""
    return {"anchor": anchor, "title": title}


@register.simple_tag(takes_context=True)
def canonical_url(context: Context) -> str:
    request: HttpRequest = context["request"]
    return request.build_absolute_uri(request.path)


@register.filter
def json_ld(data: dict[str, Any]) -> SafeString:
    """Structured data as a script block: data that no browser executes, with < > & escaped so that
    it cannot end.
    """
    text = json.dumps(data, ensure_ascii=False).translate(
        {ord(mark): f"\\u{ord(mark):04x}" for mark in "<>&"}
    )
    return mark_safe(f'<script type="application/ld+json">{text}</script>')  # noqa: S308
