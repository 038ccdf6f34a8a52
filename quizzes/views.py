"""The quiz pages. All of them belong to one person, so none is stored by a cache."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import wraps
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from quizzes import attempts, show
from quizzes.entries import published_slugs
from quizzes.make import FEWEST_ENTRIES
from quizzes.models import Attempt, AttemptItem, Quiz
from quizzes.owner import keep_key, new_key, owner_of, read_key

REVISION = re.compile(r"[0-9]{1,6}")
AttemptView = Callable[[HttpRequest, Attempt], HttpResponse]


def own_attempt(view: AttemptView) -> Callable[[HttpRequest, UUID], HttpResponse]:
    """Hands the view the attempt if it belongs to the person; to others it does not exist."""

    @wraps(view)
    @never_cache
    def guarded(request: HttpRequest, uuid: UUID) -> HttpResponse:
        own = Attempt.objects.select_related("quiz").filter(owner=owner_of(read_key(request)))
        return view(request, get_object_or_404(own, uuid=uuid))

    return guarded


@require_safe
@never_cache
def index(request: HttpRequest) -> HttpResponse:
    key = read_key(request)
    own = (
        Attempt.objects.filter(owner=owner_of(key)).select_related("quiz")
        if key
        else Attempt.objects.none()
    )
    context = {
        "title": "Quizzes",
        "quizzes": Quiz.objects.filter(status=Quiz.Status.LIVE),
        "open_quizzes": {attempt.quiz_id for attempt in own if attempt.state == Attempt.State.OPEN},
        "results": own.filter(state=Attempt.State.SUBMITTED).order_by("-submitted")[:10],
        "can_be_made": len(published_slugs()) >= FEWEST_ENTRIES,
    }
    return render(request, "quizzes/index.html", context)


@require_POST
@never_cache
def start(request: HttpRequest, slug: str) -> HttpResponse:
    quiz = get_object_or_404(Quiz, slug=slug, status=Quiz.Status.LIVE)
    key = read_key(request) or new_key()
    try:
        begun = attempts.start(quiz, owner_of(key))
    except attempts.CannotMakeError:
        return render(
            request, "quizzes/too_few.html", {"title": quiz.title, "quiz": quiz}, status=503
        )
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
    return _question_page(request, attempt, items, item)


@require_POST
@own_attempt
def answer(request: HttpRequest, attempt: Attempt) -> HttpResponse:
    if attempt.state == Attempt.State.SUBMITTED:
        return redirect("quiz-result", attempt.uuid)
    items = list(attempts.items_of(attempt))
    item = next((item for item in items if str(item.uuid) == request.POST.get("item")), None)
    revision, option = request.POST.get("revision", ""), request.POST.get("option", "")
    if (
        item is None
        or not REVISION.fullmatch(revision)
        or (option and not show.option_text(item, option))
    ):
        return _question_page(
            request, attempt, items, item or items[0], "This answer does not fit the question.", 400
        )
    if option:
        try:
            stored = attempts.answer(item, option, int(revision))
        except attempts.SubmittedError:
            return redirect("quiz-result", attempt.uuid)
        if stored.stale:
            return _stale_page(request, attempt, item, option)
    return _after_answer(attempt, item, finish=request.POST.get("then") == "finish")


@require_http_methods(["GET", "HEAD", "POST"])
@own_attempt
def finish(request: HttpRequest, attempt: Attempt) -> HttpResponse:
    """Shows what is answered; POST submits. A second submission finds the same result."""
    if request.method == "POST":
        attempts.submit(attempt)
        return redirect("quiz-result", attempt.uuid)
    if attempt.state == Attempt.State.SUBMITTED:
        return redirect("quiz-result", attempt.uuid)
    items = list(attempts.items_of(attempt))
    rows = [(item, show.option_text(item, attempts.chosen(item) or "")) for item in items]
    blank = sum(not text for _, text in rows)
    context = {
        "title": "Ready?",
        "attempt": attempt,
        "steps": show.steps(items),
        "rows": rows,
        "blank": blank,
    }
    return render(request, "quizzes/finish.html", context)


@require_safe
@own_attempt
def result(request: HttpRequest, attempt: Attempt) -> HttpResponse:
    if attempt.state == Attempt.State.OPEN:
        return redirect(attempt)
    known = published_slugs()
    questions = [show.solved_question(item, known) for item in attempts.items_of(attempt)]
    context = {
        "title": f"{attempt.score} of {attempt.maximum}",
        "attempt": attempt,
        "questions": questions,
    }
    return render(request, "quizzes/result.html", context)


def _asked_for(items: Sequence[AttemptItem], position: str) -> AttemptItem:
    """The question of that number; without a number the first that is not answered yet, else the
    last.
    """
    by_number = {str(item.position): item for item in items}
    blank = next((item for item in items if attempts.chosen(item) is None), items[-1])
    return by_number.get(position, blank)


def _question_page(
    request: HttpRequest,
    attempt: Attempt,
    items: Sequence[AttemptItem],
    item: AttemptItem,
    error: str = "",
    status: int = 200,
) -> HttpResponse:
    context = {
        "title": f"Question {item.position} of {len(items)}",
        "attempt": attempt,
        "question": show.open_question(item),
        "steps": show.steps(items, item.position),
        "error": error,
    }
    return render(request, "quizzes/question.html", context, status=status)


def _stale_page(
    request: HttpRequest, attempt: Attempt, item: AttemptItem, option: str
) -> HttpResponse:
    """409: another tab was first. The choice is kept in the form, and sending it again stores
    it.
    """
    items = list(attempts.items_of(attempt))
    fresh = next(row for row in items if row.pk == item.pk)
    context = {
        "title": f"Question {item.position} of {len(items)}",
        "attempt": attempt,
        "question": show.open_question(fresh, preferred=option),
        "steps": show.steps(items, item.position),
        "stored": show.option_text(fresh, attempts.chosen(fresh) or ""),
    }
    return render(request, "quizzes/question.html", context, status=409)


def _after_answer(attempt: Attempt, item: AttemptItem, finish: bool) -> HttpResponse:
    """On to the next question that is not answered, then to those that were left out, then to the
    end.
    """
    items = list(attempts.items_of(attempt))
    later = [other for other in items if other.position > item.position]
    earlier = [other for other in items if other.position < item.position]
    open_items = [other for other in (*later, *earlier) if attempts.chosen(other) is None]
    if finish or not open_items:
        return redirect("quiz-finish", attempt.uuid)
    return redirect(f"{attempt.get_absolute_url()}?q={open_items[0].position}")
