"""The admin, which asks for a password and a second factor."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib.admin import AdminSite
from django.contrib.admin.forms import AdminAuthenticationForm
from django.http import HttpRequest
from django_otp import devices_for_user
from django_otp.admin import OTPAdminAuthenticationForm, OTPAdminSite
from django_otp.models import Device
from django_otp.plugins.otp_totp.models import TOTPDevice

from config.staff.idle import end_if_idle
from config.staff.models import RecoveryCodes

NO_CODE = (
    "Enter the code of your second factor, or a recovery code. If you have none yet, whoever runs "
    "the site makes one: manage.py second_factor NAME"
)


class SecondFactorForm(OTPAdminAuthenticationForm):  # type: ignore[misc]  # no types
    """Name, password and code in one step: a code tells by its form which device it is of."""

    otp_error_messages = {
        **OTPAdminAuthenticationForm.otp_error_messages,
        "token_required": NO_CODE,
        "device_required": NO_CODE,
    }

    def _chosen_device(self, user: Any) -> Device | None:
        chosen = super()._chosen_device(user)
        token = self.cleaned_data.get("otp_token", "")
        if chosen is not None or not token:
            return chosen
        is_of_app = token.strip().isdecimal()
        kind = TOTPDevice if is_of_app else RecoveryCodes
        for device in devices_for_user(user, for_verify=True):
            if isinstance(device, kind):
                return device
        return None


class StaffSite(OTPAdminSite):  # type: ignore[misc]  # no types
    """Django's admin. STAFF_SECOND_FACTOR says whether a password alone is enough."""

    def __init__(self, name: str = "admin") -> None:
        super().__init__(name)

    def has_permission(self, request: HttpRequest) -> bool:
        if settings.STAFF_SECOND_FACTOR:
            is_allowed = bool(super().has_permission(request))
        else:
            is_allowed = AdminSite.has_permission(self, request)
        return is_allowed and not end_if_idle(request)

    @property
    def login_form(self) -> type[AdminAuthenticationForm]:
        if settings.STAFF_SECOND_FACTOR:
            return SecondFactorForm
        return AdminAuthenticationForm

    @property
    def login_template(self) -> str | None:
        if settings.STAFF_SECOND_FACTOR:
            return str(OTPAdminSite.login_template)
        return None
