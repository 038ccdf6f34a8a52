"""From a parsed body to the engine's inputs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from rest_framework.exceptions import ValidationError

from diagnostics_api.rest.problems import UnusableError
from diagnostics_api.rest.serializers import DiagnosisRequestSerializer
from engine.knowledge import Knowledge
from engine.read import Inputs, NamedFile, read_case
from engine.run import Case

DEFAULT_TOP = 5
_LATER = "save"  # asks for a permalink, which does not exist yet


def read_request(body: Any, knowledge: Knowledge) -> tuple[Case, int, tuple[str, ...]]:
    """(case, top, warnings). Raises ValidationError, ReadError or UnusableError."""
    if not isinstance(body, Mapping):
        raise ValidationError("The body must be an object.")
    request = DiagnosisRequestSerializer(data=body)
    request.is_valid(raise_exception=True)
    fields = request.validated_data
    refuse_unknown_symptoms(fields, knowledge)
    case = read_case(inputs_of(fields), knowledge)
    if is_empty(case):
        raise UnusableError(
            "Nothing to diagnose: give a description, symptoms, metrics, a config, a log or files."
        )
    return case, fields.get("top", DEFAULT_TOP), tuple(_warnings(body))


def inputs_of(fields: Mapping[str, Any], files: tuple[NamedFile, ...] = ()) -> Inputs:
    return Inputs(
        description=fields.get("description", ""),
        symptoms=tuple(fields.get("symptoms", ())),
        absent_symptoms=tuple(fields.get("absent_symptoms", ())),
        metrics=fields.get("metrics", {}),
        config=fields.get("config", {}),
        log=fields.get("log", ""),
        files=(*files, *(NamedFile(file.name, file.read()) for file in fields.get("files", ()))),
    )


def refuse_unknown_symptoms(fields: Mapping[str, Any], knowledge: Knowledge) -> None:
    """Raises ValidationError for slugs without a record, and for slugs in both lists."""
    problems: dict[str, Any] = {}
    for name in ("symptoms", "absent_symptoms"):
        unknown = {
            str(number): f"unknown symptom: {slug[:80]!r}"
            for number, slug in enumerate(fields.get(name, ()))
            if slug not in knowledge.symptoms
        }
        if unknown:
            problems[name] = unknown
    for slug in sorted(set(fields.get("symptoms", ())) & set(fields.get("absent_symptoms", ()))):
        problems.setdefault("absent_symptoms", f"{slug[:80]!r} is in symptoms as well")
    if problems:
        raise ValidationError(problems)


def is_empty(case: Case) -> bool:
    """Return whether nothing was said, measured or stated."""
    told = (
        case.description
        or case.told_seen
        or case.told_absent
        or any(line.strip() for line in case.log)
    )
    return not (told or case.series or case.layers or case.classes or case.config)


def _warnings(body: Mapping[str, Any]) -> Iterator[str]:
    """Name the fields that are not read, the first 20 by name.

    A body may hold a million of them, so nothing is made anew for each.
    """
    fields = {*DiagnosisRequestSerializer().fields, _LATER}
    unknown = sorted(str(key)[:80] for key in body if key not in fields)
    for name in unknown[:20]:
        yield f"unknown field: {name} (ignored)"
    if body.get(_LATER):
        yield "save: permalinks are not available yet (ignored)"
