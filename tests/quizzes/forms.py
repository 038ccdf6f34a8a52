"""Read and fill in any form as a browser would, whatever its fields are."""

import itertools
from html.parser import HTMLParser

MOST = 128
NUMBERS = ("1", "2", "3", "0.5")


class Form(HTMLParser):
    """`choices`: the values that can be chosen, by the names of radio, checkbox and select fields.
    `texts`: names of the fields that are typed into. `sent`: what the form sends as it stands.
    """

    def __init__(self, html):
        super().__init__()
        self.choices, self.texts, self.sent = {}, [], {}
        self.several = set()  # names of fields that may send several values
        self._select = ""
        self.feed(html)

    @property
    def names(self):
        return {*self.choices, *self.texts}

    def handle_starttag(self, tag, attributes):
        fields = {name: value or "" for name, value in attributes}
        if tag == "select":
            self._select = fields["name"]
        elif tag == "option":
            self._choice(self._select, fields, "selected" in fields)
        elif tag == "textarea":
            self.texts.append(fields["name"])
        elif tag == "input":
            self._input(fields)

    def _input(self, fields):
        kind = fields.get("type", "text")
        if kind == "checkbox":
            self.several.add(fields["name"])
        if kind in ("radio", "checkbox"):
            self._choice(fields["name"], fields, "checked" in fields)
        else:
            self.texts.append(fields["name"])
            self.sent[fields["name"]] = [fields.get("value", "")]

    def _choice(self, name, fields, is_chosen):
        self.choices.setdefault(name, []).append(fields["value"])
        if is_chosen:
            self.sent.setdefault(name, []).append(fields["value"])


def fillings(form):
    """Forms that a learner may send: each choice, each set of ticks, some numbers. The right answer
    is among them, unless there are more than MOST or it is typed.
    """
    names = [*form.choices, *form.texts]
    ways = [list(ways_to_fill(form, name)) for name in names]
    for values in itertools.islice(itertools.product(*ways), MOST):
        yield dict(zip(names, values, strict=True))


def ways_to_fill(form, name):
    choices = form.choices.get(name, NUMBERS)
    most = 1
    if name in form.several:
        most = len(choices)
    for count in range(1, most + 1):
        yield from map(list, itertools.combinations(choices, count))


def hostile(form):
    """Forms that no browser makes of the page."""
    for value in ("", " ", "nothing", "-1", "nan", "9" * 5000, "x" * 10_000, "<b>"):
        yield {name: [value] for name in form.names}
        yield {name: [value, value] for name in form.names}
    yield {name: values * 2 for name, values in form.choices.items()}
