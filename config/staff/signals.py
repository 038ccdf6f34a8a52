"""What happens when somebody signs in, or fails to."""

from __future__ import annotations

import datetime as dt
import logging
from typing import Any

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser
from django.contrib.auth.signals import user_logged_in
from django.http import HttpRequest
from django.utils import timezone
from django_otp.forms import otp_verification_failed

logger = logging.getLogger(__name__)


def connect() -> None:
    user_logged_in.connect(end_session_after_a_day, dispatch_uid="end-session")
    otp_verification_failed.connect(log_wrong_code, dispatch_uid="log-wrong-code")


def end_session_after_a_day(request: HttpRequest, **_: Any) -> None:
    """Let the session end at a fixed moment: requests do not lengthen it."""
    age = dt.timedelta(seconds=settings.SESSION_COOKIE_AGE)
    request.session.set_expiry(timezone.now() + age)


def log_wrong_code(user: AbstractBaseUser, **_: Any) -> None:
    logger.warning("wrong second factor after the right password of %r", user.get_username())
