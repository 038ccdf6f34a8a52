"""Store a quiz attempt and an account with the code of the working directory, or read them back.

Called by scripts/upgrade_check: `store` by the older version, which prints what is stored as JSON;
`read FILE` by today's, which fails unless all of it is still there and scored the same.
"""

import json
import os
import sys
from pathlib import Path
from typing import Any

sys.path[0] = str(Path.cwd())  # the code of the version that is asked, not of this file
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

import django  # noqa: E402

django.setup()

from django.contrib.auth.models import User  # noqa: E402
from django.db.models import Model  # noqa: E402

from quizzes import attempts  # noqa: E402
from quizzes.grade import total  # noqa: E402
from quizzes.models import Attempt, AttemptItem, Quiz, Response  # noqa: E402

KEY_HASH = "a" * 64
NAME = "editor"
PASSWORD = "kept over the upgrade"  # noqa: S105 (of a database that lives for a minute)


def main() -> int:
    if sys.argv[1] == "store":
        store()
        print(stored())
        return 0
    file = Path(sys.argv[2])
    before = file.read_text().strip()
    after = stored()
    if after != before:
        print(f"error: the upgrade changed\n{before}\nto\n{after}", file=sys.stderr)
        return 1
    return 0


def store() -> None:
    """Answer every second question, submit, and make an account."""
    quiz = Quiz.objects.earliest("position")
    attempt = attempts.start(quiz, KEY_HASH)
    for item in attempts.items_of(attempt)[::2]:
        option = item.body["options"][0]
        chosen = {"option": option["id"]}
        attempts.answer(item, chosen, 0)
    attempts.submit(attempt)
    User.objects.create_superuser(NAME, password=PASSWORD)


def stored() -> str:
    """Return every row of the attempt, its marks, and whether the account can sign in, as JSON."""
    attempt = Attempt.objects.get()
    items = attempts.items_of(attempt)
    marks = filter(None, map(attempts.mark_of, items))
    again = total(list(marks))
    account = User.objects.get(username=NAME)
    rows = {
        "attempt": _values(Attempt, "uuid", "state", "score", "maximum", "submitted"),
        "items": _values(AttemptItem, "uuid", "position", "prompt", "body", "scoring"),
        "answers": _values(Response, "item_id", "answer", "revision"),
        "scored again": [
            again.score,
            again.maximum,
        ],
        "signs in": account.check_password(PASSWORD),
    }
    return json.dumps(
        rows,
        sort_keys=True,
        default=str,
    )


def _values(model: type[Model], *columns: str) -> list[dict[str, Any]]:
    rows = model._base_manager.order_by("pk")
    return list(rows.values(*columns))


if __name__ == "__main__":
    sys.exit(main())
