"""Read the chosen option and say it in words. An answer is {option: id}."""

from __future__ import annotations

from quizzes.kind import Answer, AnswerError, Body, Form

FIELD = "option"


def read_answer(body: Body, form: Form) -> Answer | None:
    """Return the chosen option, or None when none was sent. Raises AnswerError."""
    values = form.get(FIELD, [""])
    sent = values[-1]
    if not sent:
        return None
    if sent not in _texts(body):
        raise AnswerError
    return {"option": sent}


def answer_text(body: Body, answer: Answer) -> str:
    texts = _texts(body)
    return texts[answer["option"]]


def outline(body: Body) -> str:
    """Return the first text that the question shows, "" when it shows none."""
    for text in body["shown"]:
        return str(text)
    return ""


def _texts(body: Body) -> dict[str, str]:
    """Return the texts of the options by their ids."""
    texts = {}
    for option in body["options"]:
        texts[option["id"]] = option["text"]
    return texts
