"""Serve the quiz pages. Each belongs to one learner, so no cache stores them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import wraps
from http import HTTPStatus
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from quizzes import attempts, show
from quizzes.bank import published_solutions
from quizzes.kind import DOES_NOT_FIT, Answer, AnswerError, Form, is_storable
from quizzes.kinds import kind_of
from quizzes.learners import (
    latest_results,
    open_quizzes,
    own_attempt_of,
    startable_quizzes,
)
from quizzes.make import FEWEST_ENTRIES
from quizzes.models import Attempt, AttemptItem

REVISION = re.compile(r"[0-9]{1,6}")
AttemptView = Callable[[HttpRequest, Attempt], HttpResponse]


@dataclass(frozen=True)
class Notice:
    """Reason why a question is shown again, and the answer that was sent."""

    status: int
    error: str = ""
    kept: Answer | None = None


NO_NOTICE = Notice(HTTPStatus.OK)
REFUSED = Notice(HTTPStatus.BAD_REQUEST, DOES_NOT_FIT)
CHANGED = Notice(
    HTTPStatus.BAD_REQUEST,
    f"{DOES_NOT_FIT} The dictionary may have changed since you started: here is what it asks now.",
)


def own_attempt(view: AttemptView) -> Callable[[HttpRequest, UUID], HttpResponse]:
    """Pass the attempt to the view if it is the learner's own. Answer 404 otherwise.

    A learner cannot find out whether an attempt of someone else exists.
    """

    @wraps(view)
    @never_cache
    def guarded(request: HttpRequest, uuid: UUID) -> HttpResponse:
        attempt = own_attempt_of(request, uuid)
        if attempt is None:
            raise Http404("no attempt of this learner has this id")
        return view(request, attempt)

    return guarded


@require_safe
@never_cache
def index(request: HttpRequest) -> HttpResponse:
    n_entries = len(published_solutions())
    can_be_made = n_entries >= FEWEST_ENTRIES
    begun = open_quizzes(request)
    listed = startable_quizzes(request) if can_be_made else begun
    context = {
        "title": "Quizzes",
        "quizzes": listed,
        "open_quizzes": begun,
        "results": latest_results(request),
        "can_be_made": can_be_made,
    }
    return render(request, "quizzes/index.html", context)


@require_safe
@own_attempt
def attempt(request: HttpRequest, attempt: Attempt) -> HttpResponse:
    """Show the question whose number is in the query, else the first without an answer."""
    if is_submitted(attempt):
        return redirect("quiz-result", attempt.uuid)
    items = items_of(attempt)
    position = request.GET.get("q", "")
    item = _asked_for(items, position)
    return _question_page(request, attempt, item)


@require_POST
@own_attempt
def answer(request: HttpRequest, attempt: Attempt) -> HttpResponse:
    """Store an answer and go on, or show its question again with the error."""
    items = items_of(attempt)
    uuid = request.POST.get("item", "")
    item = _sent_item(items, uuid)
    if item is None and is_submitted(attempt):
        return redirect("quiz-result", attempt.uuid)
    if item is None:
        refused = CHANGED if attempts.is_pending(attempt) else REFUSED
        return _question_page(request, attempt, items[0], refused)

    form = _form_of(request)
    try:
        notice = _stored(item, form)
    except attempts.SubmittedError:
        return _to_result(attempt, item, form)
    except attempts.ChangedError:
        items = items_of(attempt)
        return _question_page(request, attempt, items[0], CHANGED)
    if is_submitted(attempt):  # without an answer, or with one that does not fit
        return redirect("quiz-result", attempt.uuid)
    if notice is not NO_NOTICE:
        return _question_page(request, attempt, item, notice)
    goal = request.POST.get("then")
    return _after_answer(attempt, item, finish=goal == "finish")


@require_http_methods(["GET", "HEAD", "POST"])
@own_attempt
def finish(request: HttpRequest, attempt: Attempt) -> HttpResponse:
    """List the answers; submit them on POST. A second submission leads to the same result."""
    if request.method == "POST":
        attempts.submit(attempt)
        return redirect("quiz-result", attempt.uuid)
    if is_submitted(attempt):
        return redirect("quiz-result", attempt.uuid)
    items = items_of(attempt)
    lines = show.lines(items)
    blank = [line for line in lines if not line.is_answered]
    context = {
        "title": "Ready?",
        "attempt": attempt,
        "steps": show.steps(items),
        "lines": lines,
        "blank": len(blank),
    }
    return render(request, "quizzes/finish.html", context)


@require_safe
@own_attempt
def result(request: HttpRequest, attempt: Attempt) -> HttpResponse:
    """Show the score and every question with its solution."""
    if not is_submitted(attempt):
        return redirect(attempt)
    published = published_solutions()
    questions = []
    for item in items_of(attempt):
        solved = show.solved_question(item, published)
        questions.append(solved)
    context = {
        "title": attempt.result,
        "attempt": attempt,
        "questions": questions,
        "late": _late(request, questions),
    }
    return render(request, "quizzes/result.html", context)


def _late(
    request: HttpRequest,
    questions: Iterable[show.SolvedQuestion],
) -> int | None:
    """Return the number of the question whose answer came too late, as the address names it."""
    named = request.GET.get("late", "")
    for question in questions:
        if str(question.position) == named:
            return question.position
    return None


def is_submitted(attempt: Attempt) -> bool:
    return attempt.state == Attempt.State.SUBMITTED


def items_of(attempt: Attempt) -> list[AttemptItem]:
    """Return the questions, with their answers as they are stored now."""
    return attempts.items_of(attempt)


def _asked_for(items: Sequence[AttemptItem], position: str) -> AttemptItem:
    """Return the question of that number, else the first without an answer, else the last."""
    for item in items:
        if str(item.position) == position:
            return item
    blank = _without_answer(items)
    if blank:
        return blank[0]
    return items[-1]


def _without_answer(items: Iterable[AttemptItem]) -> list[AttemptItem]:
    return [item for item in items if attempts.given(item) is None]


def _sent_item(items: Sequence[AttemptItem], uuid: str) -> AttemptItem | None:
    """Return the question that was answered, None when the attempt has none of this id."""
    for item in items:
        if str(item.uuid) == uuid:
            return item
    return None


def _form_of(request: HttpRequest) -> Form:
    """Return the fields that were sent, without NUL, which PostgreSQL does not store."""
    form = {}
    for name, values in request.POST.lists():
        form[name] = _without_nul(values)
    return form


def _without_nul(values: Iterable[object]) -> list[str]:
    return [str(value).replace("\0", "") for value in values]


def _stored(item: AttemptItem, form: Form) -> Notice:
    """Store the answer in the form, if there is one. Return the error otherwise.

    Raises SubmittedError and ChangedError.
    """
    try:
        sent = kind_of(item.kind).read_answer(item.body, form)
    except AnswerError as error:
        return Notice(HTTPStatus.BAD_REQUEST, str(error), error.kept)
    revisions = form.get("revision", [""])
    revision = revisions[-1]
    if not REVISION.fullmatch(revision):
        return Notice(HTTPStatus.BAD_REQUEST, DOES_NOT_FIT, sent)
    if sent is None:
        return NO_NOTICE
    if not is_storable(sent):
        return Notice(HTTPStatus.BAD_REQUEST, DOES_NOT_FIT, sent)
    if attempts.answer(item, sent, int(revision)).stale:
        return Notice(HTTPStatus.CONFLICT, kept=sent)
    return NO_NOTICE


def _to_result(
    attempt: Attempt,
    item: AttemptItem,
    form: Form,
) -> HttpResponse:
    """Go to the result, which names the question where another answer came too late for it."""
    address = reverse("quiz-result", args=[attempt.uuid])
    sent = kind_of(item.kind).read_answer(item.body, form)
    if sent == attempts.given(item):
        return redirect(address)
    return redirect(f"{address}?late={item.position}")


def _question_page(
    request: HttpRequest,
    attempt: Attempt,
    item: AttemptItem,
    notice: Notice = NO_NOTICE,
) -> HttpResponse:
    """Show a question as it is stored now, with the answer that was sent, if any."""
    items = items_of(attempt)
    fresh = next(other for other in items if other.uuid == item.uuid)
    context = {
        "title": f"Question {fresh.position} of {len(items)}",
        "attempt": attempt,
        "question": show.open_question(fresh, notice.kept),
        "steps": show.steps(items, fresh.position),
        "error": notice.error,
        "is_stale": notice.status == HTTPStatus.CONFLICT,
        "stored": show.answer_text(fresh),
    }
    return render(request, "quizzes/question.html", context, status=notice.status)


def _after_answer(
    attempt: Attempt,
    item: AttemptItem,
    finish: bool,
) -> HttpResponse:
    """Go to the next question without an answer, then to those left out, then to the end."""
    items = items_of(attempt)
    later = [other for other in items if other.position > item.position]
    earlier = [other for other in items if other.position < item.position]
    blank = _without_answer([*later, *earlier])
    if finish or not blank:
        return redirect("quiz-finish", attempt.uuid)
    address = attempt.get_absolute_url()
    position = blank[0].position
    return redirect(f"{address}?q={position}")
