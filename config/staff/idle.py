"""End a session of staff that nobody has used for some time."""

from __future__ import annotations

import time

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest

LAST_USED = "last_used"
STEP = 60  # seconds: not every request writes to the database


def end_if_idle(request: HttpRequest) -> bool:
    """Sign out who has done nothing for too long, and return whether that was so.

    Else note that the session is used. When it ends at the latest stays as it is.
    """
    now = time.time()
    last = request.session.get(LAST_USED, 0.0)
    if last and now - last > settings.STAFF_IDLE_MINUTES * 60:
        logout(request)
        return True
    if now - last >= STEP:
        request.session[LAST_USED] = now
    return False
