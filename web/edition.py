"""The edition of the content, as far as the frame shows it. The frame itself knows no content."""

from __future__ import annotations

import datetime as dt
from collections.abc import Hashable
from typing import Protocol

from django.http import HttpRequest


class Edition(Protocol):
    """Facts about the loaded content: the footer and the headers of every page tell them."""

    pk: int
    name: str
    entries: int
    loaded_at: dt.datetime


def edition_of(request: HttpRequest | None) -> Edition | None:
    """Return the edition in force; None while nothing is loaded, and where there is no request.

    A middleware that the settings name puts the function `edition` on the request.
    """
    edition_in_force = getattr(request, "edition", None)
    if edition_in_force is None:
        return None
    edition: Edition | None = edition_in_force()
    return edition


def stamp_of(edition: Edition | None) -> Hashable:
    """Return what tells editions, and edits of one, apart; None without one."""
    return None if edition is None else (edition.pk, edition.loaded_at)
