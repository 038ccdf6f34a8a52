"""Answers of gunicorn that do not tell which server gave them."""

from __future__ import annotations

from gunicorn.http.wsgi import Response


class QuietResponse(Response):  # type: ignore[misc]  # gunicorn tells no types
    """Leave out the header `Server`, which gunicorn has no setting for."""

    def default_headers(self) -> list[str]:
        headers: list[str] = super().default_headers()
        return [header for header in headers if not header.startswith("Server:")]
