from __future__ import annotations

from django.apps import AppConfig
from django.contrib.admin.apps import AdminConfig


class StaffAdminConfig(AdminConfig):
    """Django's admin on a site that asks for the second factor."""

    default_site = "config.staff.site.StaffSite"


class StaffConfig(AppConfig):
    name = "config.staff"
    label = "staff"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from config.staff import signals

        signals.connect()
