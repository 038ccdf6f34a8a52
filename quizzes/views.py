"""The quiz pages. Each belongs to one learner, so no cache stores them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import wraps
from http import HTTPStatus
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from quizzes import attempts, show
from quizzes.bank import published_slugs
from quizzes.kind import DOES_NOT_FIT, Answer, AnswerError, Form
from quizzes.kinds import KIND_OF
from quizzes.learners import hash_of, keep_key, new_key, own_attempts, read_key
from quizzes.make import FEWEST_ENTRIES
from quizzes.models import Attempt, AttemptItem, Quiz

REVISION = re.compile(r"[0-9]{1,6}")
RESULTS_SHOWN = 10
AttemptView = Callable[[HttpRequest, Attempt], HttpResponse]


@dataclass(frozen=True)
class Notice:
    """Say why a question is shown again, and keep the answer that was sent."""

    status: int
    error: str = ""
    kept: Answer | None = None


NO_NOTICE = Notice(HTTPStatus.OK)


def own_attempt(view: AttemptView) -> Callable[[HttpRequest, UUID], HttpResponse]:
    """Pass the attempt to the view if it is the learner's own; to others it does not exist."""

    @wraps(view)
    @never_cache
    def guarded(request: HttpRequest, uuid: UUID) -> HttpResponse:
        return view(request, get_object_or_404(own_attempts(request), uuid=uuid))

    return guarded


@require_safe
@never_cache
def index(request: HttpRequest) -> HttpResponse:
    n_entries = len(published_slugs())
    own = own_attempts(request)
    submitted = own.filter(state=Attempt.State.SUBMITTED).order_by("-submitted")
    open_attempts = own.filter(state=Attempt.State.OPEN)
    context = {
        "title": "Quizzes",
        "quizzes": Quiz.objects.filter(status=Quiz.Status.LIVE),
        "open_quizzes": set(open_attempts.values_list("quiz_id", flat=True)),
        "results": submitted[:RESULTS_SHOWN],
        "can_be_made": n_entries >= FEWEST_ENTRIES,
    }
    return render(request, "quizzes/index.html", context)


@require_POST
@never_cache
def start(request: HttpRequest, slug: str) -> HttpResponse:
    quiz = get_object_or_404(Quiz, slug=slug, status=Quiz.Status.LIVE)
    key = read_key(request) or new_key()
    try:
        begun = attempts.start(quiz, hash_of(key))
    except attempts.CannotMakeError:
        context = {"title": quiz.title, "quiz": quiz}
        status = HTTPStatus.SERVICE_UNAVAILABLE
        return render(request, "quizzes/too_few.html", context, status=status)
    response = redirect(begun)
    keep_key(response, key)
    return response


@require_safe
@own_attempt
def attempt(request: HttpRequest, attempt: Attempt) -> HttpResponse:
    if attempt.state == Attempt.State.SUBMITTED:
        return redirect("quiz-result", attempt.uuid)
    items = list(attempts.items_of(attempt))
    item = _asked_for(items, request.GET.get("q", ""))
    return _question_page(request, attempt, item)


@require_POST
@own_attempt
def answer(request: HttpRequest, attempt: Attempt) -> HttpResponse:
    if attempt.state == Attempt.State.SUBMITTED:
        return redirect("quiz-result", attempt.uuid)
    items = list(attempts.items_of(attempt))
    item = _sent_item(items, request.POST.get("item", ""))
    if item is None:
        refused = Notice(HTTPStatus.BAD_REQUEST, DOES_NOT_FIT)
        return _question_page(request, attempt, items[0], refused)
    try:
        notice = _stored(item, _form_of(request))
    except attempts.SubmittedError:
        return redirect("quiz-result", attempt.uuid)
    if notice is not NO_NOTICE:
        return _question_page(request, attempt, item, notice)
    wants_to_finish = request.POST.get("then") == "finish"
    return _after_answer(attempt, item, wants_to_finish)


@require_http_methods(["GET", "HEAD", "POST"])
@own_attempt
def finish(request: HttpRequest, attempt: Attempt) -> HttpResponse:
    """Show what is answered; POST submits. A second submission leads to the same result."""
    if request.method == "POST":
        attempts.submit(attempt)
        return redirect("quiz-result", attempt.uuid)
    if attempt.state == Attempt.State.SUBMITTED:
        return redirect("quiz-result", attempt.uuid)
    items = list(attempts.items_of(attempt))
    lines = show.lines(items)
    context = {
        "title": "Ready?",
        "attempt": attempt,
        "steps": show.steps(items),
        "lines": lines,
        "blank": sum(not line.is_answered for line in lines),
    }
    return render(request, "quizzes/finish.html", context)


@require_safe
@own_attempt
def result(request: HttpRequest, attempt: Attempt) -> HttpResponse:
    if attempt.state == Attempt.State.OPEN:
        return redirect(attempt)
    published = published_slugs()
    items = attempts.items_of(attempt)
    context = {
        "title": attempt.result,
        "attempt": attempt,
        "questions": [show.solved_question(item, published) for item in items],
    }
    return render(request, "quizzes/result.html", context)


def _asked_for(items: Sequence[AttemptItem], position: str) -> AttemptItem:
    """Return the question of that number, else the first without an answer, else the last."""
    by_number = {str(item.position): item for item in items}
    blank = [item for item in items if attempts.given(item) is None]
    first_blank = items[-1]
    if blank:
        first_blank = blank[0]
    return by_number.get(position, first_blank)


def _sent_item(items: Sequence[AttemptItem], uuid: str) -> AttemptItem | None:
    by_uuid = {str(item.uuid): item for item in items}
    return by_uuid.get(uuid)


def _form_of(request: HttpRequest) -> Form:
    """Return the fields that were sent, without NUL, which PostgreSQL does not store."""
    return {name: _without_nul(values) for name, values in request.POST.lists()}


def _without_nul(values: Iterable[object]) -> list[str]:
    return [str(value).replace("\0", "") for value in values]


def _stored(item: AttemptItem, form: Form) -> Notice:
    """Store the answer in the form, if there is one, and say what is wrong with it otherwise.

    Raises SubmittedError.
    """
    try:
        sent = KIND_OF[item.kind].read_answer(item.body, form)
    except AnswerError as error:
        return Notice(HTTPStatus.BAD_REQUEST, str(error), error.kept)
    revision = form.get("revision", [""])[-1]
    if not REVISION.fullmatch(revision):
        return Notice(HTTPStatus.BAD_REQUEST, DOES_NOT_FIT, sent)
    if sent is None:
        return NO_NOTICE
    if attempts.answer(item, sent, int(revision)).stale:
        return Notice(HTTPStatus.CONFLICT, kept=sent)
    return NO_NOTICE


def _question_page(
    request: HttpRequest,
    attempt: Attempt,
    item: AttemptItem,
    notice: Notice = NO_NOTICE,
) -> HttpResponse:
    items = list(attempts.items_of(attempt))
    fresh = next(other for other in items if other.pk == item.pk)
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
    items = list(attempts.items_of(attempt))
    later = [other for other in items if other.position > item.position]
    earlier = [other for other in items if other.position < item.position]
    blank = [other for other in (*later, *earlier) if attempts.given(other) is None]
    if finish or not blank:
        return redirect("quiz-finish", attempt.uuid)
    address = attempt.get_absolute_url()
    position = blank[0].position
    return redirect(f"{address}?q={position}")
