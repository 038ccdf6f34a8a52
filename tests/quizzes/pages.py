"""Read and fill in the quiz pages as a browser would."""

import re

from quizzes.attempts import items_of
from quizzes.models import Attempt


def the_attempt():
    return Attempt.objects.get()


def items():
    return list(items_of(the_attempt()))


def form_of(response):
    """The values of the page's answer form, as a browser would send them."""
    text = response.content.decode()
    values = {
        name: re.search(rf'name="{name}" value="([^"]*)"', text)[1] for name in ("item", "revision")
    }
    checked = re.search(r'name="option" value="([0-9a-f]{8})" checked', text)
    return {**values, **({"option": checked[1]} if checked else {})}


def give(client, begun, position, option, **more):
    form = form_of(client.get(f"{begun}?q={position}"))
    return client.post(f"{begun}answer/", {**form, "option": option, **more})


def key(position):
    return items()[position - 1].scoring["key"]


def wrong(position):
    item = items()[position - 1]
    return next(
        option["id"] for option in item.body["options"] if option["id"] != item.scoring["key"]
    )
