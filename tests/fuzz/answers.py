"""Everything that the site does with a request, from its fields to the answer and the page."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping
from functools import cache

from django.template.loader import render_to_string

from diagnostics_api.page.corrections import Corrections
from diagnostics_api.page.form import Form
from diagnostics_api.page.shown import shown
from diagnostics_api.page.what_was_read import what_was_read
from diagnostics_api.service.answer import Answer, answer_to
from diagnostics_api.service.errors import FieldsError, NothingToDiagnoseError
from diagnostics_api.service.fields import read_fields
from diagnostics_api.service.library import library_of
from diagnostics_api.service.published import Published
from diagnostics_api.service.report_data import report_of
from engine.knowledge import HEALTHY, SOMETHING_ELSE
from engine.read import ReadError
from engine.report import Report
from tests.engine.content import hashed_content, real_knowledge

DESIGNED = (ReadError, FieldsError, NothingToDiagnoseError)  # answered with 400 or 422
LONGEST = 16_000_000
_DRAWN = re.compile(r"<svg.*?</svg>", re.DOTALL)
_NO_PLACE = re.compile(r'[ "(,](?:nan|-?inf)[ ",)]')  # of a coordinate


class WrongAnswerError(AssertionError):
    """An answer that no door may give."""


@cache
def published() -> Published:
    return Published(real_knowledge(), library_of(hashed_content()))


def answer(fields: object, with_page: bool = True) -> str:
    """Read, observe, rank and render; return the verdict, or the name of the designed error.

    with_page: also the whole page, which takes as long as the rest together. Raises
    WrongAnswerError, and whatever the code raises that it should not.
    """
    try:
        question = read_fields(fields, published().knowledge, LONGEST)
    except DESIGNED as error:
        return type(error).__name__
    found = answer_to(question, published())
    _refuse_odd_probabilities(found.report)
    data = report_of(found, unmeasured=True).as_data()
    _refuse_odd_shares(data, "")
    json.dumps(data, allow_nan=False)
    figure = shown(found).figure
    _refuse_odd_drawing(figure)
    if with_page:
        _page(found)
    return found.report.verdict


def _page(found: Answer) -> None:
    read = what_was_read(found, Corrections())
    page = shown(found)
    context = {"answer": page, "read": read, "form": Form(), "kept": Corrections(), "groups": ()}
    html = render_to_string("diagnostics/diagnose.html", context)
    for drawing in _DRAWN.findall(html):
        _refuse_odd_drawing(drawing)


def _refuse_odd_drawing(drawing: str) -> None:
    tags = " ".join(re.findall(r"<[^>]*>", drawing))
    odd = _NO_PLACE.search(tags)
    if odd:
        raise WrongAnswerError(f"a figure has a place {odd.group()}")


def _refuse_odd_probabilities(report: Report) -> None:
    """Every probability is one, and those of the explanations share one."""
    for name, value in report.probabilities.items():
        if not 0 <= value <= 1:  # also for NaN
            raise WrongAnswerError(f"the probability of {name} is {value}")
    ranked = published().knowledge.ranked
    of_findings = {name for name, mode in ranked.items() if mode.entry_class == "finding"}
    explaining = [value for name, value in report.probabilities.items() if name not in of_findings]
    total = math.fsum(explaining)
    if not {HEALTHY, SOMETHING_ELSE} <= report.probabilities.keys() or abs(total - 1) > 1e-6:
        raise WrongAnswerError(f"the probabilities add up to {total}")


_SHARES = frozenset(
    {"probability", "strength", "understood", "healthy_probability", "something_else_probability"}
)


def _refuse_odd_shares(value: object, path: str) -> None:
    """What the API calls a probability or a strength is a number from 0 to 1, and no word."""
    if isinstance(value, Mapping):
        for key, inner in value.items():
            if key in _SHARES and not (isinstance(inner, int | float) and 0 <= inner <= 1):
                raise WrongAnswerError(f"{path}/{key} is {inner!r}")
            _refuse_odd_shares(inner, f"{path}/{key}")
    elif isinstance(value, list):
        for place, inner in enumerate(value):
            _refuse_odd_shares(inner, f"{path}/{place}")
