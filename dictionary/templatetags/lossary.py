"""Tags of the page frame: footer and navigation."""

from __future__ import annotations

from typing import Any

from django import template
from django.http import HttpRequest
from django.template.context import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString

from dictionary.editions import request_edition

register = template.Library()


@register.inclusion_tag("partials/_footer.html", takes_context=True)
def site_footer(context: Context) -> dict[str, Any]:
    request: HttpRequest | None = context.get("request")
    return {"edition": request_edition(request) if request else None}


@register.simple_tag(takes_context=True)
def nav_link(context: Context, url: str, title: str, *more: str) -> SafeString:
    """A link of the site's navigation, marked when the page lies under `url` or under one of `more`."""
    request: HttpRequest | None = context.get("request")
    if request is not None and request.path.startswith((url, *more)):
        current = "page" if request.path == url else "true"
        return format_html('<a href="{}" aria-current="{}">{}</a>', url, current, title)
    return format_html('<a href="{}">{}</a>', url, title)
