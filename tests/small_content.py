"""A small, whole set of content files in memory, for tests to load, break and dump."""

from functools import cache

from content import schema
from content.content import Content, Specimen
from content.write import content_to_files
from tests.small_entry import DAY, entry

RECORDED = "".join(f'{{"epoch": {epoch}, "train_loss": {8.0 / epoch}}}\n' for epoch in (1, 2, 3))
WORDS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]


def chapter(slug, **fields):
    record = {
        "slug": slug,
        "title": slug.capitalize(),
        "summary": f"What goes wrong in {slug}.",
        "intro": f"The chapter on **{slug}**. " + "It says what to check first. " * 20,
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


PLANNED = (
    schema.Planned(
        slug="planned-one",
        term="Planned one",
        chapter="optimization",
        gloss="what it is in a line",
    ),
)
RETIRED = (
    schema.Retired(
        id="LY-0900",
        slug="old-name",
        term="Old",
        survivor="rate-too-low",
        retired_on=DAY,
    ),
)


GLOSSARY = (
    schema.GlossaryTerm(
        slug="step",
        term="step",
        aliases=["steps"],
        definition="One update of the *weights*.",
        see=["rate-too-high", "planned-one"],
    ),
)
VIEWS = (
    schema.View(
        slug="first-hour",
        title="First hour",
        summary="What to read first.",
        intro="Read in **order**.",
        entries=[
            {"entry": "rate-too-high", "why": "It ends runs."},
            {"entry": "rate-too-low", "why": "It wastes them."},
            {"entry": "planned-one", "why": "It will come."},
        ],
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
        "checks": (
            check("learning-rate-sweep", ["loss-falls-slowly", "loss-diverges"]),
            check("second-check", ["loss-diverges"]),
        ),
        "quizzes": (
            quiz("mixed", kinds=["symptoms-to-term", "term-to-fix"]),
            quiz("old-one", status="retired"),
        ),
        "sources": SOURCES,
        "planned": PLANNED,
        "glossary": GLOSSARY,
        "views": VIEWS,
        "retired": RETIRED,
        "failure_modes": (
            entry(
                "rate-too-high",
                50,
                "rate-too-low",
                relations=[
                    {"type": "masks", "failure_mode": "rate-too-low", "note": "It hides it."},
                    {"type": "causes", "failure_mode": "planned-one", "note": "It leads to it."},
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
    """The same as files, path -> bytes, with a chapter that has no entries and a retired entry.

    Those without changes are written once: that takes longer than loading them.
    """
    if changes:
        return written(small_content(**changes))
    return dict(files_as_they_are())


@cache
def files_as_they_are():
    return written(small_content())


def written(content):
    return content_to_files(
        content,
        unwritten=[chapter("vision")],
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
