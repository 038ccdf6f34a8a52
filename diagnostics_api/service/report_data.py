"""From an answer to the report of the API: the same bytes for the same input and edition."""

from __future__ import annotations

import math
from typing import cast

from content import schema
from diagnostics_api.service import report_entry_models as entries
from diagnostics_api.service import report_log_models as logs
from diagnostics_api.service import report_models as models
from diagnostics_api.service import report_reading_models as readings
from diagnostics_api.service.answer import Answer
from diagnostics_api.service.described import Number
from diagnostics_api.service.library import Library
from diagnostics_api.service.line_roles import LineRole, line_roles
from diagnostics_api.service.wording import first_boundary, to_be_sure
from engine.evidence import Observation, Span
from engine.knowledge import HEALTHY, SOMETHING_ELSE
from engine.observe.log.hangs import Hang
from engine.observe.log.messages import Message
from engine.observe.log.unused_parameters import UnusedParameters
from engine.report import Diagnosis, Evidence, NextCheck, NormalPage, Resembles, Shift
from engine.run import CurveRead, ReadAs

DIGITS = 4


def report_of(answer: Answer, unmeasured: bool = False) -> models.Report:
    """Return the report of the API. unmeasured: with the symptoms that could not be looked for."""
    report = answer.report
    library = answer.library
    probabilities = report.probabilities
    message = _message(report.message) if report.message else None
    return models.Report(
        verdict=report.verdict,
        diagnoses=[_diagnosis(diagnosis, library) for diagnosis in report.diagnoses],
        reported=list(report.reported),
        observations=[
            _observation(observation)
            for observation in report.observations
            if unmeasured or observation.state != "not-measured" or observation.text
        ],
        next_checks=[_next_check(check, library) for check in report.next_checks],
        unexplained=[_observation(observation) for observation in report.unexplained],
        normal=[_normal(page, library) for page in report.normal],
        resembles=_resembles(report.resembles, library),
        message=message,
        messages=[_message(message) for message in report.messages],
        line_roles=[_line_role(each) for each in line_roles(answer)],
        hang=_hang(report.hang),
        unused_parameters=_unused(report.unused),
        looked_at=list(report.looked_at),
        not_seen=list(report.not_seen),
        to_add=list(report.to_add),
        understood=number(report.understood),
        healthy_probability=number(probabilities.get(HEALTHY, 0.0)),
        something_else_probability=number(probabilities.get(SOMETHING_ELSE, 0.0)),
        read_as=[_read_as(read_as) for read_as in report.read_as],
        warnings=list(answer.warnings),
        knowledge=_knowledge(library),
    )


def _knowledge(library: Library) -> models.Knowledge:
    return models.Knowledge(
        edition=library.name,
        entries=len(library.entries),
    )


def number(value: float) -> Number:
    """Round to four decimals, below one to four digits; spell out what JSON has no number for."""
    if math.isnan(value):
        return "NaN"
    if math.isinf(value):
        return "Infinity" if value > 0 else "-Infinity"
    if abs(value) >= 1:
        return round(value, DIGITS)
    return float(f"{value:.{DIGITS}g}")


def _normal(page: NormalPage, library: Library) -> models.NormalPage:
    entry = library.entries[page.failure_mode]
    return models.NormalPage(
        failure_mode=_link(entry),
        looked_at=page.looked_at,
        from_words_alone=page.is_from_words_alone,
        to_be_sure=to_be_sure(entry),
        boundary=page.boundary or first_boundary(entry),
        beyond=page.beyond,
        said=list(page.said),
        span=_span(page.span),
    )


def _hang(hang: Hang | None) -> logs.Hang | None:
    if hang is None:
        return None
    return logs.Hang(
        behind=list(hang.behind),
        call=hang.call,
        since=hang.since,
        sentence=hang.sentence,
        next_commands=list(hang.next_commands),
    )


def _unused(unused: UnusedParameters | None) -> logs.UnusedParameters | None:
    if unused is None:
        return None
    return logs.UnusedParameters(
        rank=unused.rank,
        indices=list(unused.indices),
        names=list(unused.names),
        sentence=unused.sentence,
    )


def _message(message: Message) -> logs.Message:
    return logs.Message(
        signature=message.signature,
        line=message.line,
        text=message.text,
        meaning=message.meaning,
        action=message.action,
        role=message.role,
        kind=message.kind,
        rank=message.rank,
        entry=message.entry,
        count=message.count,
    )


def _line_role(each: LineRole) -> logs.LineRole:
    return logs.LineRole(line=each.line, role=each.role, text=each.text)


def _resembles(resembles: Resembles | None, library: Library) -> models.Resembles | None:
    if resembles is None:
        return None
    planned = library.planned.get(resembles.slug)
    chapter = planned.chapter if planned else ""
    gloss = planned.gloss if planned else ""
    return models.Resembles(
        slug=resembles.slug,
        term=resembles.term,
        chapter=chapter,
        gloss=gloss,
        probability=number(resembles.probability),
        said=list(resembles.said),
    )


def _diagnosis(diagnosis: Diagnosis, library: Library) -> models.Diagnosis:
    entry = library.entries[diagnosis.failure_mode]
    return models.Diagnosis(
        failure_mode=_link(entry),
        probability=number(diagnosis.probability),
        urgency=entry.urgency,
        evidence=[_evidence(part) for part in diagnosis.evidence],
        fixes=[_fix(fix) for fix in entry.fixes],
        confirm=[
            _confirm(confirmation, library.checks[confirmation.check])
            for confirmation in entry.confirmations
        ],
    )


def _link(entry: schema.FailureMode) -> entries.FailureModeLink:
    return entries.FailureModeLink(
        id=entry.id,
        slug=entry.slug,
        term=entry.term,
        chapter=entry.chapter,
        url=f"/e/{entry.slug}/",
        entry_class=entry.entry_class,
        solution=entry.solution,
    )


def _fix(fix: schema.Fix) -> entries.Fix:
    return entries.Fix(
        title=fix.title,
        text=fix.text,
        snippets=[
            entries.Snippet(framework=snippet.framework, code=snippet.code)
            for snippet in fix.snippets
        ],
        side_effects=fix.side_effects or "",
        kind=fix.kind,
        effort=fix.effort,
        needs_rerun=fix.needs_rerun,
        verify=fix.verify,
    )


def _confirm(confirmation: schema.Confirmation, check: schema.Check) -> entries.Confirm:
    return entries.Confirm(
        check=check.slug,
        title=check.title,
        cost=check.cost,
        expected_if_present=confirmation.first_result("confirms"),
        expected_if_absent=confirmation.first_result("excludes"),
        outcomes=[
            entries.ConfirmOutcome(result=outcome.result, verdict=outcome.verdict)
            for outcome in confirmation.outcomes
        ],
    )


def _evidence(part: Evidence) -> models.Evidence:
    return models.Evidence(
        symptom=part.symptom,
        source=part.source,
        strength=number(part.strength),
        direction=part.direction,
        weight=number(part.weight),
        text=part.text,
        span=_span(part.span),
    )


def _observation(observation: Observation) -> models.Observation:
    if observation.state == "not-measured":
        return models.Observation(
            symptom=observation.symptom,
            state=observation.state,
            text=observation.text or None,
        )
    return models.Observation(
        symptom=observation.symptom,
        state=observation.state,
        strength=number(observation.strength),
        source=observation.source,
        text=observation.text,
        span=_span(observation.span),
    )


def _span(span: Span | None) -> models.Span | None:
    if span is None:
        return None
    return models.Span(
        series=span.series,
        start=number(span.start),
        end=number(span.end),
    )


def _next_check(next_check: NextCheck, library: Library) -> models.NextCheck:
    check = library.checks[next_check.check.slug]
    outcome = library.outcome(check.slug, next_check.outcome.symptom)
    return models.NextCheck(
        check=check.slug,
        title=check.title,
        cost=check.cost,
        information_bits=number(next_check.information_bits),
        symptom=outcome.symptom,
        question=outcome.question,
        if_yes=outcome.if_yes,
        if_no=outcome.if_no,
        after_yes=[_shift(shift) for shift in next_check.after_yes],
        after_no=[_shift(shift) for shift in next_check.after_no],
    )


def _shift(shift: Shift) -> models.Shift:
    return models.Shift(
        failure_mode=shift.failure_mode,
        probability=number(shift.probability),
    )


def _read_as(read_as: ReadAs) -> readings.ReadAs:
    return readings.ReadAs(
        name=read_as.name,
        format=read_as.format,
        series=dict(sorted(read_as.series.items())),
        curves=[_curve(curve) for curve in read_as.curves],
        run=read_as.run,
        other_runs=list(read_as.other_runs),
        settings=read_as.settings,
        left_out=list(read_as.left_out),
    )


def _curve(curve: CurveRead) -> readings.CurveRead:
    return readings.CurveRead(
        name=curve.name,
        own_name=curve.own_name,
        points=curve.points,
        split=cast(readings.Split, curve.split),
        split_said=curve.is_split_said,
        grain=curve.grain,
        is_corrected=curve.is_corrected,
    )
