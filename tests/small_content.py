"""A small, whole set of content files in memory, for tests to load, break and dump."""

import datetime as dt

from content import schema
from content.content import Content, Specimen
from content.write import content_to_files

DAY = dt.date(2026, 11, 22)
RECORDED = "".join(f'{{"epoch": {epoch}, "train_loss": {8.0 / epoch}}}\n' for epoch in (1, 2, 3))
WORDS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]


def chapter(slug, **fields):
    record = {
        "slug": slug,
        "title": slug.capitalize(),
        "summary": f"What goes wrong in {slug}.",
        "intro": f"The chapter on **{slug}**.",
        "curve": "oscillates",
    }
    return schema.Chapter(**{**record, **fields})


def symptom(slug, **fields):
    record = {
        "slug": slug,
        "statement": slug.replace("-", " ").capitalize(),
        "group": "loss",
        "importance": 3,
        "background": 0.05,
        "measure": "Look at the `loss`.\n\n1. Once.\n2. Twice.",
        "phrasings": [f"{slug} said in way {word}" for word in WORDS],
    }
    return schema.Symptom(**{**record, **fields})


def check(slug, symptoms, **fields):
    outcomes = [
        {
            "symptom": name,
            "question": f"Is there {name}?",
            "if_yes": "It is there.",
            "if_no": "It is not there.",
        }
        for name in symptoms
    ]
    record = {
        "slug": slug,
        "title": slug.replace("-", " ").capitalize(),
        "cost": "minutes",
        "summary": "A short procedure with a known answer.",
        "procedure": "1. Take one batch.\n2. Train:\n\n```python\nfor _ in range(100):\n    "
        "step(batch)\n```",
        "outcomes": outcomes,
    }
    return schema.Check(**{**record, **fields})


def quiz(slug, **fields):
    record = {
        "slug": slug,
        "title": slug.replace("-", " ").capitalize(),
        "summary": f"Ten questions of {slug}.",
        "kinds": ["term-to-fix"],
    }
    return schema.Quiz(**{**record, **fields})


def reference(number, **fields):
    record = {
        "title": f"Study number {number}",
        "authors": "A. Author and B. Author",
        "year": 2015 + number,
        "type": "paper",
        "url": f"https://example.org/papers/{number}",
        "primary": number == 1,
        "supports": "The bound on the step size.",
        "accessed": DAY,
    }
    return schema.Reference(**{**record, **fields})


def entry(slug, number, look_alike, **fields):
    record = {
        "id": f"LY-{number:04d}",
        "slug": slug,
        "term": slug.replace("-", " ").capitalize(),
        "aliases": [
            {"text": f"{slug} alias", "kind": "synonym"},
            {"text": "Error: 'loss' # nan", "kind": "error-string"},
        ],
        "chapter": "optimization",
        "summary": f"The training loss of a run with {slug} moves as it should not, at every step.",
        "phase": ["optimizer", "loop"],
        "kind": "misconfiguration",
        "applies_to": {"frameworks": ["pytorch"]},
        "severity": 4,
        "severity_reason": "The run is lost.",
        "silence": "loud",
        "prevalence": "common",
        "urgency": "stop-now",
        "curve": {"preset": "oscillates", "alt": "The training loss swings."},
        "indications": [
            {"symptom": "loss-oscillates", "frequency": 4, "evoking": 3, "note": "At every step."},
            {"symptom": "loss-diverges", "frequency": 2, "evoking": 4},
        ],
        "contra_indications": [{"symptom": "loss-falls-slowly", "strength": 4}],
        "causes": [{"text": "The rate is above 2/L.", "likelihood": "usual"}],
        "confirmations": [
            {
                "check": "learning-rate-sweep",
                "if_present": "A tenth of it trains.",
                "if_absent": "No rate trains.",
            }
        ],
        "fixes": [
            {
                "title": "Divide the rate by ten",
                "kind": "root",
                "effort": "minutes",
                "text": "Set it:\n\n```python\nlr = 0.001\n```",
                "verify": "The loss falls.",
            },
            {
                "title": "Clip the gradient",
                "kind": "stopgap",
                "effort": "minutes",
                "text": "Clip at 1. "
                + "This sentence makes the text longer than one line of the file. " * 3,
                "side_effects": "It hides the cause.",
                "verify": "The norm stays at 1.",
            },
        ],
        "rescue": {"verdict": "partly", "text": "Go back to the last checkpoint."},
        "look_alikes": [{"failure_mode": look_alike, "tell_apart": "The other one is slow."}],
        "example": {"explanation": "They differ in the *rate*."},
        "references": [reference(1), reference(2)],
        "since": DAY,
        "changed": DAY,
        "definition": "The step is longer than the valley is wide.",
        "mechanism": "A step of size $\\eta$ overshoots when $\\eta > \\frac{2}{L}$.",
    }
    return schema.FailureMode(**{**record, **fields})


SOURCES = (
    schema.Source(
        slug="judgment",
        name="judgment",
        title="Judgment",
        kind="judgment",
        about="Chosen by hand.",
    ),
    schema.Source(
        slug="a-paper",
        name="A Paper",
        title="A Paper on Losses",
        kind="paper",
        url="https://example.org/papers/losses",
        about="It says when a loss diverges.",
    ),
)


def small_content(**changes):
    """Two entries that look alike, four symptoms, a check and two quizzes, in one chapter."""
    parts = {
        "chapters": (chapter("optimization"),),
        "signals": (
            schema.Signal(
                name="train_loss",
                kind="metric",
                title="Training loss",
                aliases=["loss", "train/loss_epoch"],
            ),
            schema.Signal(name="lr", kind="metric", title="Rate", aliases=["learning rate"]),
            schema.Signal(
                name="learning_rate", kind="config", title="Rate", aliases=["lr", "optimizer.lr"]
            ),
        ),
        "symptoms": (
            symptom("loss-oscillates", facet="course"),
            symptom("loss-diverges", detector="curves.loss_diverges"),
            symptom("loss-falls-slowly"),
            symptom("step-is-slow", group="speed"),
        ),
        "checks": (check("learning-rate-sweep", ["loss-falls-slowly", "loss-diverges"]),),
        "quizzes": (
            quiz("mixed", kinds=["symptoms-to-term", "term-to-fix"]),
            quiz("old-one", status="retired"),
        ),
        "sources": SOURCES,
        "failure_modes": (
            entry(
                "rate-too-high",
                50,
                "rate-too-low",
                relations=[
                    {"type": "masks", "failure_mode": "rate-too-low", "note": "It hides it."}
                ],
            ),
            entry("rate-too-low", 51, "rate-too-high", example=None, status="stable", curve=None),
        ),
        "specimens": {
            "rate-too-high": Specimen(
                "lr = 10.0\nprint(lr)\n",
                "lr = 0.1\nprint(lr)\n",
                bad_recording=RECORDED,
                good_recording=RECORDED,
            )
        },
    }
    return Content(**{**parts, **changes})


def small_files(**changes):
    """The same as files, path -> bytes, with a chapter that has no entries and a retired entry."""
    retired = schema.Retired(
        id="LY-0900", slug="old-name", term="Old", survivor="rate-too-low", retired_on=DAY
    )
    return content_to_files(
        small_content(**changes),
        unwritten=[chapter("vision")],
        retired=[retired],
        chapter_order=["vision", "optimization"],
    )


def edited(files, path, old, new):
    """A copy of the files with a text replaced in one of them; the text must be there."""
    text = files[path].decode()
    assert old in text, f"{old!r} is not in {path}"
    return {**files, path: text.replace(old, new, 1).encode()}


def write_files(files, folder):
    for path, data in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
