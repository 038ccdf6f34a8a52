"""/.well-known/security.txt (RFC 9116): where to report a weakness."""

from __future__ import annotations

import datetime as dt

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from web.origin import absolute_url

PATH = "/.well-known/security.txt"
VALID = dt.timedelta(days=90)  # the standard recommends less than a year


@require_safe
def security_txt(request: HttpRequest) -> HttpResponse:
    """Name the contact of SECURITY_CONTACT. Raises Http404 where nobody is named."""
    if not settings.SECURITY_CONTACT:
        raise Http404
    midnight = timezone.now().replace(hour=0, minute=0, second=0, microsecond=0)
    expires = midnight + VALID
    lines = [
        f"Contact: {settings.SECURITY_CONTACT}",
        f"Expires: {expires:%Y-%m-%dT%H:%M:%SZ}",
        "Preferred-Languages: en",
        f"Canonical: {absolute_url(request, PATH)}",
        "",
    ]
    text = "\n".join(lines)
    return HttpResponse(text, content_type="text/plain; charset=utf-8")
