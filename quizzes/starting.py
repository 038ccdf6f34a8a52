"""Start a quiz: the attempt that is open already, or a new one."""

from __future__ import annotations

import math
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from quizzes import attempts
from quizzes.learners import hash_of, keep_key, new_key, read_key, startable_quizzes
from quizzes.models import Quiz
from quizzes.throttle import seconds_to_wait


@require_POST
@never_cache
def start(request: HttpRequest, slug: str) -> HttpResponse:
    quiz = get_object_or_404(startable_quizzes(request), slug=slug)
    key = read_key(request) or new_key()
    if attempts.open_attempts(quiz, hash_of(key)).first() is None:
        wait = seconds_to_wait(request)
        if wait:
            return _too_many(request, quiz, wait)
    try:
        begun = attempts.start(quiz, hash_of(key))
    except attempts.CannotMakeError:
        return _too_few(request, quiz)
    response = redirect(begun)
    keep_key(response, key)
    return response


def _too_many(
    request: HttpRequest,
    quiz: Quiz,
    wait: int,
) -> HttpResponse:
    """Answer that the address has started as many quizzes as it may."""
    minutes = math.ceil(wait / 60)
    context = {"title": quiz.title, "quiz": quiz, "minutes": minutes}
    response = render(
        request,
        "quizzes/too_many.html",
        context,
        status=HTTPStatus.TOO_MANY_REQUESTS,
    )
    response["Retry-After"] = str(wait)
    return response


def _too_few(request: HttpRequest, quiz: Quiz) -> HttpResponse:
    """Answer that there are not enough entries for a quiz."""
    context = {"title": quiz.title, "quiz": quiz}
    return render(
        request,
        "quizzes/too_few.html",
        context,
        status=HTTPStatus.SERVICE_UNAVAILABLE,
    )
