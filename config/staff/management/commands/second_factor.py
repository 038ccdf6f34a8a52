"""manage.py second_factor NAME: give an account a second factor and recovery codes."""

from __future__ import annotations

import io
from argparse import ArgumentParser
from typing import Any

import segno
from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractBaseUser
from django.contrib.sessions.models import Session
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django_otp import devices_for_user
from django_otp.plugins.otp_totp.models import TOTPDevice

from config.staff.models import RecoveryCodes


class Command(BaseCommand):
    help = (
        "Give a staff account a second factor: prints the QR code for an authenticator app and "
        "recovery codes, each of which opens once. They cannot be shown again."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("name", help="name of the account, as it signs in")
        one = parser.add_mutually_exclusive_group()
        one.add_argument(
            "--replace",
            action="store_true",
            help="make a new one in place of the one that was lost, and end all sessions",
        )
        one.add_argument(
            "--remove",
            action="store_true",
            help="only take away what there is, and end all sessions",
        )

    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> None:
        user = staff_account(options["name"])
        present = list(devices_for_user(user, confirmed=None))
        if present and not (options["replace"] or options["remove"]):
            name = user.get_username()
            message = f"{name} has a second factor. Use --replace if it was lost, or --remove."
            raise CommandError(message)
        for device in present:
            device.delete()
        if present:
            end_sessions(user)
        if options["remove"]:
            self.stdout.write(f"Removed: {len(present)}")
            return
        self._enroll(user)

    def _enroll(self, user: AbstractBaseUser) -> None:
        device = TOTPDevice.objects.create(user=user, name="authenticator app")
        recovery = RecoveryCodes(user=user, name="recovery codes")
        codes = recovery.renew()
        self.stdout.write(picture_of(device.config_url))
        self.stdout.write("Scan this with an authenticator app, or give it the address:")
        self.stdout.write(f"  {device.config_url}")
        self.stdout.write("Recovery codes, to be kept apart from the app; each opens once:")
        for code in codes:
            self.stdout.write(f"  {code}")


def picture_of(address: str) -> str:
    """Draw the QR code of an address in half blocks."""
    out = io.StringIO()
    code = segno.make(address)
    code.terminal(out=out, compact=True, border=2)
    return out.getvalue()


def staff_account(name: str) -> AbstractBaseUser:
    """Return the account. Raises CommandError where there is none, or it may not use the admin."""
    accounts = get_user_model().objects
    user = accounts.filter(username=name).first()
    if user is None:
        raise CommandError(f"There is no account {name!r}: make it with manage.py createsuperuser.")
    if not user.is_staff:
        raise CommandError(f"{name} is no staff, and only staff signs in.")
    return user


def end_sessions(user: AbstractBaseUser) -> None:
    """Delete the sessions of the account: whoever found the factor must not stay signed in."""
    key = str(user.pk)
    for session in Session.objects.iterator():
        if session.get_decoded().get("_auth_user_id") == key:
            session.delete()
