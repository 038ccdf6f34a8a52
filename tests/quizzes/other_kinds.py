"""Three kinds that are no choice of one, for the tests: may a quiz carry them?"""

import itertools

from quizzes.grade import Mark
from quizzes.kind import AnswerError, Kind
from quizzes.records import Question


def asked(make):
    """The maker of a kind whose question is the same for every entry."""
    return lambda key, bank, rng: make()


# Choose all that apply: several values of one field, right ticks less wrong ones.


def choose_all():
    return Question("Which apply?", {"options": ["a", "b", "c"]}, {"key": ["a", "c"]})


def read_ticks(body, form):
    ticks = form.get("tick", [])
    if not set(ticks) <= set(body["options"]):
        raise AnswerError(kept={"ticks": [tick for tick in ticks if tick in body["options"]]})
    return {"ticks": sorted(ticks)} if ticks else None


def grade_ticks(scoring, answer):
    ticks = set(answer["ticks"]) if answer else set()
    right = ticks & set(scoring["key"])
    share = (2 * len(right) - len(ticks)) / len(scoring["key"])
    return Mark(max(share, 0), 1)


def show_ticks(body, answer):
    ticks = answer["ticks"] if answer else []
    return [(name, name in ticks) for name in body["options"]]


CHOOSE_ALL = Kind(
    slug="choose-all",
    title="Choose all that apply",
    make=asked(choose_all),
    read_answer=read_ticks,
    grade=grade_ticks,
    outline=lambda body: ", ".join(body["options"]),
    answer_text=lambda body, answer: ", ".join(answer["ticks"]),
    show_open=show_ticks,
    show_solved=lambda question, answer, published: question.scoring["key"],
)
CHOOSE_ALL_TEMPLATE = """{% if question.is_solved %}Right: {{ question.content|join:"+" }}
{% else %}{% for name, ticked in question.content %}
<input type="checkbox" name="tick" value="{{ name }}"{% if ticked %} checked{% endif %}>
{% endfor %}{% endif %}"""


# A number: typed text that may be no number, four points, two of them for the right size.


def number():
    return Question("Which loss?", {"unit": "nats"}, {"value": 10.82, "tolerance": 0.05})


def read_number(body, form):
    text = form.get("number", [""])[-1].strip()
    if not text:
        return None
    try:
        return {"text": text, "value": float(text.replace(",", "."))}
    except ValueError:
        raise AnswerError("Enter a number, for example 0.5.", kept={"text": text}) from None


def grade_number(scoring, answer):
    if answer is None or abs(answer["value"] - scoring["value"]) > 1:
        return Mark(0, 4)
    close = abs(answer["value"] - scoring["value"]) <= scoring["tolerance"]
    return Mark(4 if close else 2, 4)


NUMBER = Kind(
    slug="number",
    title="Enter a number",
    make=asked(number),
    read_answer=read_number,
    grade=grade_number,
    outline=lambda body: "",
    answer_text=lambda body, answer: f"{answer['text']} {body['unit']}",
    show_open=lambda body, answer: (answer or {}).get("text", ""),
    show_solved=lambda question, answer, published: question.scoring["value"],
)
NUMBER_TEMPLATE = """{% if question.is_solved %}It is {{ question.content }}.
{% else %}<input name="number" value="{{ question.content }}">{% endif %}"""


# Put in order: one field for each step, points for each pair in its order.


def order():
    return Question("In which order?", {"steps": ["x", "y", "z"]}, {"order": ["z", "x", "y"]})


def read_order(body, form):
    places = {step: form.get(f"place-{step}", [""])[-1] for step in body["steps"]}
    if not any(places.values()):
        return None
    if sorted(places.values()) != ["1", "2", "3"]:
        raise AnswerError("Give each step a place of its own.", kept={"places": places})
    return {"places": places}


def grade_order(scoring, answer):
    pairs = list(itertools.combinations(scoring["order"], 2))
    if answer is None:
        return Mark(0, len(pairs))
    return Mark(
        sum(answer["places"][one] < answer["places"][two] for one, two in pairs), len(pairs)
    )


def show_order(body, answer):
    places = answer["places"] if answer else {}
    return [(step, places.get(step, "")) for step in body["steps"]]


ORDER = Kind(
    slug="order",
    title="Put in order",
    make=asked(order),
    read_answer=read_order,
    grade=grade_order,
    outline=lambda body: "",
    answer_text=lambda body, answer: " ".join(sorted(body["steps"], key=answer["places"].get)),
    show_open=show_order,
    show_solved=lambda question, answer, published: " ".join(question.scoring["order"]),
)
ORDER_TEMPLATE = """{% if question.is_solved %}The order is {{ question.content }}.
{% else %}{% for step, place in question.content %}
<input name="place-{{ step }}" value="{{ place }}">{% endfor %}{% endif %}"""

TEMPLATES = {CHOOSE_ALL: CHOOSE_ALL_TEMPLATE, NUMBER: NUMBER_TEMPLATE, ORDER: ORDER_TEMPLATE}
