from __future__ import annotations

from typing import Any

from django import forms


class LinesField(forms.CharField):
    """A text of several lines. Browsers send CRLF, which would make every save look like a
    change.
    """

    def to_python(self, value: Any) -> str:
        return (super().to_python(value) or "").replace("\r\n", "\n")


class ProgramField(LinesField):
    """A program ends with a newline, as its file does."""

    def to_python(self, value: Any) -> str:
        program = super().to_python(value)
        return f"{program}\n" if program else ""
