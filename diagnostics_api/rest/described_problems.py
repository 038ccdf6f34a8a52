"""Describe problems in the OpenAPI document, by the status that they answer with."""

from __future__ import annotations

from collections.abc import Mapping

from drf_spectacular.utils import OpenApiResponse

from diagnostics_api.rest.models.problem import Problem

CONTENT_TYPE = "application/problem+json"
Responses = dict[tuple[int, str], OpenApiResponse]


def problem_responses(texts: Mapping[int, str]) -> Responses:
    """Return the responses of an operation for each status and its meaning."""
    return {
        (status, CONTENT_TYPE): OpenApiResponse(Problem, text) for status, text in texts.items()
    }
