"""A report as plain data, the same bytes for the same report."""

from __future__ import annotations

import math
from typing import Any

from engine.evidence import Observation, Span
from engine.knowledge import HEALTHY, SOMETHING_ELSE, Knowledge
from engine.report import Diagnosis, Evidence, NextCheck, Report

DIGITS = 4


def report_as_data(report: Report, knowledge: Knowledge) -> dict[str, Any]:
    return {
        "verdict": report.verdict,
        "diagnoses": [_diagnosis(diagnosis, knowledge) for diagnosis in report.diagnoses],
        "reported": list(report.reported),
        "observations": [_observation(item) for item in report.observations],
        "next_checks": [_next_check(item) for item in report.next_checks],
        "unexplained": [_observation(item) for item in report.unexplained],
        "healthy_probability": number(report.probabilities.get(HEALTHY, 0.0)),
        "something_else_probability": number(report.probabilities.get(SOMETHING_ELSE, 0.0)),
        "read_as": [
            {"name": item.name, "format": item.format, "series": dict(sorted(item.series.items()))}
            for item in report.read_as
        ],
        "warnings": list(report.warnings),
        "knowledge": {"edition": knowledge.name, "entries": len(knowledge.failure_modes)},
    }


def number(value: float) -> float | str:
    """Four decimals for what is near one, four digits for what is not; the spellings of the API for
    non-finite.
    """
    if math.isfinite(value):
        return round(value, DIGITS) if abs(value) >= 1 else float(f"{value:.{DIGITS}g}")
    return "NaN" if math.isnan(value) else "Infinity" if value > 0 else "-Infinity"


def _diagnosis(diagnosis: Diagnosis, knowledge: Knowledge) -> dict[str, Any]:
    mode = diagnosis.failure_mode
    return {
        "failure_mode": {
            "id": mode.id,
            "slug": mode.slug,
            "term": mode.term,
            "chapter": mode.chapter,
            "url": f"/e/{mode.slug}/",
        },
        "probability": number(diagnosis.probability),
        "urgency": mode.urgency,
        "evidence": [_evidence(part) for part in diagnosis.evidence],
        "fixes": [
            {"title": fix.title, "kind": fix.kind, "effort": fix.effort, "verify": fix.verify}
            for fix in mode.fixes
        ],
        "confirm": [
            {
                "check": item.check,
                "title": knowledge.checks[item.check].title,
                "cost": knowledge.checks[item.check].cost,
                "expected_if_present": item.if_present,
                "expected_if_absent": item.if_absent,
            }
            for item in mode.confirmations
            if item.check in knowledge.checks
        ],
    }


def _evidence(part: Evidence) -> dict[str, Any]:
    return {
        "symptom": part.symptom,
        "source": part.source,
        "strength": number(part.strength),
        "direction": part.direction,
        "weight": number(part.weight),
        "text": part.text,
        **_span(part.span),
    }


def _observation(item: Observation) -> dict[str, Any]:
    if item.state == "not-measured":
        return {"symptom": item.symptom, "state": item.state}
    return {
        "symptom": item.symptom,
        "state": item.state,
        "strength": number(item.strength),
        "source": item.source,
        "text": item.text,
        **_span(item.span),
    }


def _span(span: Span | None) -> dict[str, Any]:
    if span is None:
        return {}
    return {"span": {"series": span.series, "from": number(span.start), "to": number(span.end)}}


def _next_check(item: NextCheck) -> dict[str, Any]:
    return {
        "check": item.check.slug,
        "title": item.check.title,
        "cost": item.check.cost,
        "information_bits": number(item.information_bits),
        "symptom": item.outcome.symptom,
        "question": item.outcome.question,
        "if_yes": item.outcome.if_yes,
        "if_no": item.outcome.if_no,
    }
