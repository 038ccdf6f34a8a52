"""Tags and filters of the frame: navigation, footer, headings, meters, addresses, data blocks."""

from __future__ import annotations

import json
from typing import Any

from django import template
from django.http import HttpRequest
from django.template.context import Context
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from web.edition import edition_of
from web.origin import absolute_url

register = template.Library()

LINK = '<a href="{}">{}</a>'
CURRENT_LINK = '<a href="{}" aria-current="{}">{}</a>'
# Marks that could end a script block, and how JSON writes them.
ESCAPED = str.maketrans(
    {
        "<": "\\u003c",
        ">": "\\u003e",
        "&": "\\u0026",
    }
)


@register.inclusion_tag("web/_footer.html", takes_context=True)
def site_footer(context: Context) -> dict[str, Any]:
    request: HttpRequest | None = context.get("request")
    return {"edition": edition_of(request)}


@register.simple_tag(takes_context=True)
def nav_link(context: Context, url: str, title: str, *more: str) -> SafeString:
    """Link to a section, marked when the page lies under `url` or under one of `more`."""
    request: HttpRequest | None = context.get("request")
    path = ""
    if request is not None:
        path = request.path
    if not path.startswith((url, *more)):
        return format_html(LINK, url, title)

    current = "true"
    if path == url:
        current = "page"
    return format_html(CURRENT_LINK, url, current, title)


@register.inclusion_tag("web/_heading.html")
def section_heading(anchor: str, title: str) -> dict[str, str]:
    """A section's h2 with a link to itself."""
    return {"anchor": anchor, "title": title}


@register.inclusion_tag("web/_meter.html")
def meter(value: int, most: int, word: str = "") -> dict[str, Any]:
    """A bar of `most` steps of which `value` are on; `word` names the step instead of a number."""
    return {
        "steps": range(1, most + 1),
        "value": value,
        "most": most,
        "word": word,
    }


@register.simple_tag(takes_context=True)
def canonical_url(context: Context) -> str:
    request: HttpRequest = context["request"]
    return absolute_url(request, request.path)


@register.filter
def json_ld(data: dict[str, Any]) -> SafeString:
    """Structured data as a script block: data that no browser executes, and that cannot end it."""
    text = json.dumps(data, ensure_ascii=False)
    block = f'<script type="application/ld+json">{text.translate(ESCAPED)}</script>'
    return mark_safe(block)  # noqa: S308 (what could end the block is escaped)


@register.filter
def inline_code(text: str) -> SafeString:
    """Show as code what is between backticks."""
    parts = text.split("`")
    backticks = text.count("`")
    if backticks % 2:  # one without a partner is a backtick
        return format_html("{}", text)
    shown: list[tuple[str]] = []
    for place, part in enumerate(parts):
        is_code = place % 2 == 1
        if is_code:
            code = format_html("<code>{}</code>", part)
            shown.append((code,))
        else:
            shown.append((part,))
    return format_html_join("", "{}", shown)
