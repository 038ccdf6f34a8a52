"""What a quiz relies on in every kind of question. Break one of them and a page answers 500."""

import json
import random

from quizzes.grade import Mark
from quizzes.kind import AnswerError, is_storable
from quizzes.models import AttemptItem
from quizzes.records import Bank
from tests.quizzes.entries import six
from tests.quizzes.forms import Form, fillings, hostile

SEEDS = 2
LONGEST_SLUG = AttemptItem._meta.get_field("kind").max_length
TAKEN = {"item", "revision", "then", "csrfmiddlewaretoken"}  # fields of the page around the kind's


class Asked:
    """A question of a kind, with the pages that its template makes."""

    def __init__(self, kind, template, question):
        self.kind, self.template, self.question = kind, template, question

    def open_page(self, answer=None):
        return self._page(self.kind.show_open(self.question.body, answer), is_solved=False)

    def solved_page(self, answer=None):
        return self._page(self.kind.show_solved(self.question, answer, {}), is_solved=True)

    def _page(self, content, is_solved):
        return self.template.render({"question": {"content": content, "is_solved": is_solved}})

    def read(self, form):
        return self.kind.read_answer(self.question.body, form)


def faults(kind, template):
    """Yield a sentence for each promise that the kind breaks. Other errors are its faults too."""
    if len(kind.slug) > LONGEST_SLUG:
        yield f"the slug is longer than {LONGEST_SLUG} characters"
    questions = list(made(kind))
    if not questions:
        yield "asks for none of the entries in tests/quizzes/entries.py"
    for question in questions:
        yield from question_faults(kind, question)
        asked = Asked(kind, template, stored(question))
        yield from page_faults(asked)
        yield from answer_faults(asked)
        yield from hostile_faults(asked)


def made(kind):
    bank = Bank(tuple(six()))
    for seed in range(SEEDS):
        for key in bank.entries:
            question = kind.make(key, bank, random.Random(seed))
            if question:
                yield question
                assert question == kind.make(key, bank, random.Random(seed))


def stored(question):
    """The question as the database gives it back."""
    return type(question)(question.prompt, *map(as_json, (question.body, question.scoring)))


def as_json(value):
    return json.loads(json.dumps(value, allow_nan=False))


def question_faults(kind, question):
    if not question.prompt.strip():
        yield "makes a question without a prompt"
    if stored(question) != question:
        yield "body or scoring is not the same after it was stored as JSON"
    if not isinstance(kind.outline(question.body), str):
        yield "outline gives no text"


def page_faults(asked):
    form = Form(asked.open_page())
    if not form.names:
        yield "the open page has no field"
    if form.names & TAKEN:
        yield f"the page has other fields of the names {sorted(form.names & TAKEN)}"
    for sent in ({}, form.sent):
        if asked.read(sent) is not None:
            yield "reads an answer in a form that was left as it is"
    asked.solved_page()
    yield from mark_faults(asked, None)


def mark_faults(asked, answer):
    try:
        mark = asked.kind.grade(asked.question.scoring, answer)
    except ValueError as error:
        yield f"grade: {error}"
        return
    if not isinstance(mark, Mark):
        yield "gives no mark"
    elif answer is None and mark.points:
        yield "gives points without an answer"


def answer_faults(asked):
    """A form that was filled in is read, graded and said, and shown again as it was sent."""
    answers = []
    for sent in fillings(Form(asked.open_page())):
        try:
            answer = asked.read(sent)
        except AnswerError as error:
            asked.open_page(error.kept)
            continue
        if answer is not None:
            answers.append(answer)
            yield from stored_faults(asked, answer)
    if not answers:
        yield "reads no answer in any form that was filled in"


def stored_faults(asked, answer):
    if as_json(answer) != answer:
        yield "an answer is not the same after it was stored as JSON"
    if not asked.kind.answer_text(asked.question.body, answer):
        yield "an answer has no words"
    if asked.read(Form(asked.open_page(answer)).sent) != answer:
        yield "the open page does not show the stored answer again"
    asked.solved_page(answer)
    yield from mark_faults(asked, answer)


def hostile_faults(asked):
    """A form that fits no page is refused, or read as an answer that can be graded."""
    for sent in hostile(Form(asked.open_page())):
        try:
            answer = asked.read(sent)
        except AnswerError as error:
            asked.open_page(error.kept)
            continue
        if answer is not None and is_storable(answer):
            asked.open_page(answer)
            asked.solved_page(answer)
            asked.kind.answer_text(asked.question.body, answer)
            yield from mark_faults(asked, answer)
