"""Answers in the database: put there for an hour, opened by the browser that asked."""

from __future__ import annotations

import datetime as dt
import logging
import secrets
from collections.abc import Iterator

from django.db import DatabaseError, transaction
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import constant_time_compare, salted_hmac

from diagnostics_api.kept.browser import SALT, hash_of, read_key
from diagnostics_api.kept.kept_page import MOST_BYTES
from diagnostics_api.models import KeptAnswer
from web.client_address import counted_address
from web.leftovers import Leftover
from web.limits.database import little_patience

HOUR = dt.timedelta(hours=1)
MONTH = dt.timedelta(days=30)
MOST_LINKS = 50  # of an address at a time
MOST_ANSWERS = 200  # of an address in its hour: a class behind one address has room
MOST_BYTES_OF_CLIENT = 32 * MOST_BYTES
MOST_FORGOTTEN = 100  # expired answers that go when a new one comes; `tidy` deletes the others

logger = logging.getLogger(__name__)


def put(request: HttpRequest, packed: bytes, key: str) -> KeptAnswer | None:
    """Keep an answer for an hour. Return None where the database takes nothing now."""
    if len(packed) > MOST_BYTES:
        return None
    now = timezone.now()
    answer = KeptAnswer(
        address=new_address(),
        key_hash=hash_of(key),
        client=client_of(request),
        made=now,
        expires=now + HOUR,
        packed=packed,
        size=len(packed),
    )
    try:
        with little_patience(), transaction.atomic():
            _make_room(answer)
            answer.save(force_insert=True)
    except DatabaseError as error:
        logger.warning("an answer is not kept: %s", error)
        return None
    return answer


def share(
    request: HttpRequest,
    own: KeptAnswer,
    packed: bytes,
) -> KeptAnswer | None:
    """Keep an answer for 30 days at an address for others, the one that it has if it has one.

    packed: the page without what was typed. Return None where the network address has as many
    links as it may have. Raises DatabaseError.
    """
    known = link_of(own)
    if known is not None:
        return known
    client = client_of(request)
    if live().filter(client=client).exclude(source="").count() >= MOST_LINKS:
        return None
    now = timezone.now()
    return KeptAnswer.objects.create(
        address=new_address(),
        key_hash=own.key_hash,
        client=client,
        made=now,
        expires=now + MONTH,
        source=own.address,
        packed=packed,
        size=len(packed),
    )


def link_of(own: KeptAnswer) -> KeptAnswer | None:
    """Return the shared answer of an own one."""
    return live().filter(source=own.address, key_hash=own.key_hash).first()


def find_shared(address: str) -> KeptAnswer | None:
    return live().filter(address=address).exclude(source="").first()


def is_own(request: HttpRequest, answer: KeptAnswer) -> bool:
    """Say whether the browser that sent the request asked for an answer."""
    key = read_key(request)
    return bool(key) and constant_time_compare(hash_of(key), answer.key_hash)


def find_own(request: HttpRequest, address: str) -> KeptAnswer | None:
    """Return the answer at an address, if this browser asked for it within the hour."""
    return own_of(request).filter(address=address, source="").first()


def own_of(request: HttpRequest) -> QuerySet[KeptAnswer]:
    """Return the answers that the browser which sent the request may open, none expired."""
    key = read_key(request)
    if not key:
        return KeptAnswer.objects.none()
    return live().filter(key_hash=hash_of(key))


def live() -> QuerySet[KeptAnswer]:
    return KeptAnswer.objects.filter(expires__gt=timezone.now())


def leftovers(now: dt.datetime) -> Iterator[Leftover]:
    """Yield what nobody can open any more, for the command `tidy`."""
    expired = KeptAnswer.objects.filter(expires__lte=now)
    yield Leftover("expired answers of diagnoses", expired)


def new_address() -> str:
    """Return 22 characters of 128 random bits: nobody can guess an address."""
    return secrets.token_urlsafe(16)


def client_of(request: HttpRequest) -> str:
    """Return what tells network addresses apart, from which none can be read."""
    return salted_hmac(SALT, counted_address(request), algorithm="sha256").hexdigest()


def _make_room(new: KeptAnswer) -> None:
    """Delete what has expired, and the oldest answers of an address that has too many."""
    expired = KeptAnswer.objects.filter(expires__lte=new.made)
    surplus = [*expired.values_list("pk", flat=True)[:MOST_FORGOTTEN], *_too_many(new)]
    if surplus:
        KeptAnswer.objects.filter(pk__in=surplus).delete()


def _too_many(new: KeptAnswer) -> Iterator[int]:
    """Yield the oldest answers of the address, so that the others and a new one keep the bounds."""
    own = KeptAnswer.objects.filter(client=new.client, source="").order_by("-made", "-pk")
    total = new.size
    for place, (pk, size) in enumerate(own.values_list("pk", "size"), start=1):
        total += size
        if place >= MOST_ANSWERS or total > MOST_BYTES_OF_CLIENT:
            yield pk
