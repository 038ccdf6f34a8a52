"""The one way from the fields of a request to a case, for every door."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass

from pydantic import ValidationError

from diagnostics_api.service.diagnosis_request import DiagnosisRequest
from diagnostics_api.service.errors import FieldsError, NothingToDiagnoseError
from engine.knowledge import Knowledge
from engine.read import Inputs, Problem, read_case
from engine.read.errors import escape
from engine.read.formats.document import NAME as DOCUMENT
from engine.run import Case

MOST_UNKNOWN = 20  # unknown fields that are named
LONGEST_NAME = 80  # characters of a name that is quoted
_LATER = "save"  # asks for a permalink, which does not exist yet


@dataclass(frozen=True, slots=True)
class Question:
    """A request as it was read; `warnings` are about the request, not about the run."""

    case: Case
    top: int
    warnings: tuple[str, ...] = ()
    unmeasured: bool = False


def read_fields(
    fields: object,
    knowledge: Knowledge,
    longest: int | None = None,
) -> Question:
    """Validate and read the fields of a request.

    `longest` bounds the characters of a text. Raises FieldsError, ReadError or
    NothingToDiagnoseError.
    """
    if not isinstance(fields, Mapping):
        problem = Problem("", "The body must be an object.")
        raise FieldsError(problem)
    request = _validated(fields, longest)
    _refuse_unknown_symptoms(request, knowledge)
    case = read_case(_inputs(request), knowledge)
    if is_empty(case):
        raise NothingToDiagnoseError
    warnings = _warnings(fields)
    return Question(case, request.top, tuple(warnings), request.unmeasured)


def is_empty(case: Case) -> bool:
    """Say whether nothing was given; a document is something, of which nothing is taken."""
    shown = (
        case.description,
        case.told_seen,
        case.told_absent,
        case.series,
        case.layers,
        case.classes,
        case.config,
        case.code,
    )
    logged = any(map(str.strip, case.log))
    has_document = any(each.format == DOCUMENT for each in case.read_as)
    return not logged and not has_document and not any(shown)


def _validated(
    fields: Mapping[str, object],
    longest: int | None,
) -> DiagnosisRequest:
    try:
        return DiagnosisRequest.model_validate(fields, context=longest)
    except ValidationError as error:
        raise FieldsError(*_problems(error)) from None


def _problems(error: ValidationError) -> Iterator[Problem]:
    for detail in error.errors(include_url=False, include_input=False):
        pointer = _pointer(detail["loc"])
        yield Problem(pointer, detail["msg"])


def _pointer(location: tuple[int | str, ...]) -> str:
    pointer = ""
    for step in location:
        escaped = escape(str(step))
        pointer += f"/{escaped}"
    return pointer


def _refuse_unknown_symptoms(
    request: DiagnosisRequest,
    knowledge: Knowledge,
) -> None:
    known = knowledge.symptoms.keys()
    problems = [
        *_unknown("symptoms", request.symptoms, known),
        *_unknown("absent_symptoms", request.absent_symptoms, known),
    ]
    if known >= set(request.absent_symptoms):
        problems.extend(_in_both(request))
    if problems:
        raise FieldsError(*problems)


def _in_both(request: DiagnosisRequest) -> Iterator[Problem]:
    """Yield the first symptom that is said to be there and not to be there."""
    seen = set(request.symptoms)
    both = seen.intersection(request.absent_symptoms)
    if both:
        first = min(both)
        detail = f"{quoted(first)} is in symptoms as well"
        yield Problem("/absent_symptoms", detail)


def _unknown(
    field: str,
    slugs: Iterable[str],
    known: Set[str],
) -> Iterator[Problem]:
    for number, slug in enumerate(slugs):
        if slug not in known:
            pointer = f"/{field}/{number}"
            yield Problem(pointer, f"unknown symptom: {quoted(slug)}")


def quoted(name: str) -> str:
    return repr(name[:LONGEST_NAME])


def _inputs(request: DiagnosisRequest) -> Inputs:
    return Inputs(
        description=request.description,
        symptoms=request.symptoms,
        absent_symptoms=request.absent_symptoms,
        metrics=request.metrics,
        config=request.config,
        log=request.log,
        files=request.files,
        wanted_run=request.reading.run,
        names=request.reading.names,
    )


def _warnings(fields: Mapping[str, object]) -> Iterator[str]:
    known = {*DiagnosisRequest.model_fields, _LATER}
    unknown = [str(name) for name in fields if name not in known]
    unknown.sort()
    for name in unknown[:MOST_UNKNOWN]:
        yield f"unknown field: {name[:LONGEST_NAME]} (ignored)"
    if fields.get(_LATER):
        yield "save: permalinks are not available yet (ignored)"
