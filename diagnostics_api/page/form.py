"""The form of the diagnose page: what was typed, kept for the next round, and the fields of a
request made from it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from diagnostics_api.page.corrections import Corrections
from diagnostics_api.page.paste import fields_of_paste
from engine.read import NamedFile, ReadError

CARRIED_BYTES = 300_000  # of uploaded texts, which a browser cannot put back into a file field


@dataclass(frozen=True, slots=True)
class Form:
    """lost: names of what was given in an earlier round and could not be kept."""

    text: str = ""
    description: str = ""
    config: str = ""
    symptoms: tuple[str, ...] = ()
    absent_symptoms: tuple[str, ...] = ()
    files: tuple[NamedFile, ...] = ()
    corrections: Corrections = field(default_factory=Corrections)
    lost: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        given = (
            self.text.strip(),
            self.description.strip(),
            self.config.strip(),
            self.symptoms,
            self.absent_symptoms,
            self.files,
        )
        return not any(given)

    @property
    def carried(self) -> list[tuple[str, str]]:
        """Return uploaded texts as (name, text), as many as fit."""
        kept: list[tuple[str, str]] = []
        room = CARRIED_BYTES
        for file in self.files:
            content = file.content
            size = len(content)
            if size > room or b"\x00" in content:
                continue
            try:
                text = content.decode("utf-8")
            except UnicodeDecodeError:
                continue  # packed, or another encoding: it would come back as something else
            kept.append((file.name, text))
            room -= size
        return kept

    @property
    def not_carried(self) -> list[str]:
        kept = dict(self.carried)
        names = [file.name for file in self.files]
        missing = [name for name in names if name not in kept]
        return [*self.lost, *missing]

    def fields(self) -> dict[str, Any]:
        """Return the fields of a request. Raises ReadError."""
        pasted = fields_of_paste(self.text)
        seen = _pasted_symptoms(pasted, "symptoms")
        absent = _pasted_symptoms(pasted, "absent_symptoms")
        fields = {
            **pasted,
            "symptoms": [*self.symptoms, *seen],
            "absent_symptoms": [*self.absent_symptoms, *absent],
            "files": self.files,
            "reading": self.corrections.joined_with(pasted.get("reading", {})),
        }
        described = self.description.strip()
        description = pasted.get("description", "")
        if isinstance(description, str):  # any other type is rejected with the other fields
            fields["description"] = _joined(described, description)
        if self.config.strip():
            fields["config"] = self.config
        return fields


def _joined(*parts: str) -> str:
    given = filter(None, parts)
    return "\n".join(given)


def _pasted_symptoms(fields: Mapping[str, Any], name: str) -> list[Any]:
    """Raises ReadError."""
    symptoms = fields.get(name, [])
    if isinstance(symptoms, list):
        return symptoms
    pointer = f"/{name}"
    problem = (pointer, "must be a list of symptoms")
    raise ReadError(problem)
