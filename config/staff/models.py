from __future__ import annotations

import hashlib
import secrets
from base64 import b32encode

from django.db import models
from django_otp.models import Device, ThrottlingMixin

CODES = 8
CODE_BYTES = 16  # 128 bits: too many to guess, so a plain hash keeps them
GROUP = 5  # characters between two hyphens


class RecoveryCodes(ThrottlingMixin, Device):  # type: ignore[misc]  # django-otp tells no types
    """Codes for who lost the second factor. Each opens once, and only its hash is stored."""

    hashes = models.JSONField(default=list)

    class Meta(Device.Meta):  # type: ignore[misc]
        verbose_name_plural = "recovery codes"

    def verify_token(self, token: str) -> bool:
        """Say whether the code is one of those left, and use it up."""
        allowed, _ = self.verify_is_allowed()
        if not allowed:
            return False
        digest = hash_of(token)
        if digest not in self.hashes:
            self.throttle_increment()
            return False
        self.hashes.remove(digest)
        self.throttle_reset()
        return True

    def get_throttle_factor(self) -> float:
        """Return the seconds to wait after the first wrong code; each further one doubles them."""
        return 1

    def renew(self) -> list[str]:
        """Replace all codes, and return the new ones, which cannot be shown again."""
        codes = [new_code() for _ in range(CODES)]
        self.hashes = [hash_of(code) for code in codes]
        self.save()
        return codes


def new_code() -> str:
    """Return 26 letters and digits in groups, such as ABCDE-FGHIJ-KLMNO-PQRST-UVWXY-Z."""
    random = secrets.token_bytes(CODE_BYTES)
    text = b32encode(random).decode().rstrip("=")
    starts = range(0, len(text), GROUP)
    return "-".join(text[start : start + GROUP] for start in starts)


def hash_of(code: str) -> str:
    """Hash a code as people type it: case, hyphens and spaces do not matter."""
    typed = code.upper().replace("-", "").replace(" ", "")
    return hashlib.sha256(typed.encode()).hexdigest()
