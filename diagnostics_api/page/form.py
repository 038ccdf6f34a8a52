"""The form of the diagnose page: what was typed, kept for the next round, and the fields of a
request made from it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from django.http import HttpRequest, QueryDict

from diagnostics_api.page.paste import fields_of_paste
from engine.read import NamedFile, ReadError

CARRIED_BYTES = 300_000  # of uploaded texts, which a browser cannot put back into a file field


@dataclass(frozen=True, slots=True)
class Form:
    text: str = ""
    description: str = ""
    config: str = ""
    symptoms: tuple[str, ...] = ()
    absent_symptoms: tuple[str, ...] = ()
    files: tuple[NamedFile, ...] = ()

    @property
    def is_empty(self) -> bool:
        words = any(part.strip() for part in (self.text, self.description, self.config))
        return not (words or self.symptoms or self.absent_symptoms or self.files)

    @property
    def carried(self) -> list[tuple[str, str]]:
        """Uploaded texts as (name, text), as many as fit."""
        kept: list[tuple[str, str]] = []
        room = CARRIED_BYTES
        for file in self.files:
            if len(file.content) > room or b"\x00" in file.content:
                continue
            kept.append((file.name, file.content.decode("utf-8", errors="replace")))
            room -= len(file.content)
        return kept

    @property
    def not_carried(self) -> list[str]:
        kept = {name for name, _ in self.carried}
        return [file.name for file in self.files if file.name not in kept]

    def fields(self) -> dict[str, Any]:
        """Fields of a request. Raises ReadError."""
        fields = fields_of_paste(self.text)
        pasted = fields.get("description", "")
        if isinstance(pasted, str):  # what is none is left for the check of the fields to refuse
            fields["description"] = "\n".join(
                part for part in (self.description.strip(), pasted) if part
            )
        fields["symptoms"] = [*self.symptoms, *_listed(fields, "symptoms")]
        fields["absent_symptoms"] = [*self.absent_symptoms, *_listed(fields, "absent_symptoms")]
        if self.config.strip():
            fields["config"] = self.config
        return fields


def _listed(fields: Mapping[str, Any], name: str) -> list[Any]:
    """Raises ReadError."""
    value = fields.get(name, [])
    if not isinstance(value, list):
        raise ReadError((f"/{name}", "must be a list of symptoms"))
    return value


def form_from(request: HttpRequest) -> Form:
    """What was sent, with the answer to the next check put among the symptoms."""
    sent = request.POST
    form = Form(
        text=sent.get("text", ""),
        description=sent.get("description", ""),
        config=sent.get("config", ""),
        symptoms=tuple(dict.fromkeys(sent.getlist("symptoms"))),
        absent_symptoms=tuple(dict.fromkeys(sent.getlist("absent_symptoms"))),
        files=(*_uploaded(request), *_carried(sent)),
    )
    return _with_answer(form, sent)


def _uploaded(request: HttpRequest) -> list[NamedFile]:
    files = [NamedFile(file.name or "file", file.read()) for file in request.FILES.getlist("files")]
    return [file for file in files if file.content.strip()]


def _carried(sent: QueryDict) -> list[NamedFile]:
    pairs = zip(sent.getlist("carried_name"), sent.getlist("carried_text"), strict=False)
    return [NamedFile(name, text.encode()) for name, text in pairs]


def _with_answer(form: Form, sent: QueryDict) -> Form:
    yes, no, undo = sent.get("yes"), sent.get("no"), sent.get("undo")
    seen = [slug for slug in form.symptoms if slug not in (no, undo)]
    absent = [slug for slug in form.absent_symptoms if slug not in (yes, undo) and slug not in seen]
    if yes and yes not in seen:
        seen.append(yes)
    if no and no not in absent:
        absent.append(no)
    return replace(form, symptoms=tuple(seen), absent_symptoms=tuple(absent))


@dataclass(frozen=True, slots=True)
class SymptomGroup:
    title: str
    choices: tuple[tuple[str, str, bool], ...] = field(default=())  # slug, statement, ticked

    @property
    def ticked(self) -> int:
        return sum(ticked for _, _, ticked in self.choices)
