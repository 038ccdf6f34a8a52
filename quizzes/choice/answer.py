"""Read the chosen option and say it in words. An answer is {option: id}."""

from __future__ import annotations

from quizzes.kind import Answer, AnswerError, Body, Form


def read_answer(body: Body, form: Form) -> Answer | None:
    """Return the chosen option, or None when none was sent. Raises AnswerError."""
    sent = form.get("option", [""])[-1]
    if not sent:
        return None
    if sent not in _texts(body):
        raise AnswerError
    return {"option": sent}


def answer_text(body: Body, answer: Answer) -> str:
    return _texts(body)[answer["option"]]


def outline(body: Body) -> str:
    """Return the first text that the question shows, "" when it shows none."""
    for text in body["shown"]:
        return str(text)
    return ""


def _texts(body: Body) -> dict[str, str]:
    return {option["id"]: option["text"] for option in body["options"]}
