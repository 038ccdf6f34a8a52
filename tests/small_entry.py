"""A whole entry in memory, with something in every field that a fault may have."""

import datetime as dt

from content import schema

DAY = dt.date(2026, 11, 22)
GRADES = {
    "phase": ["optimizer", "loop"],
    "kind": "misconfiguration",
    "applies_to": {"frameworks": ["pytorch"]},
    "severity": 4,
    "severity_reason": "The run is lost.",
    "silence": "loud",
    "prevalence": "common",
    "urgency": "stop-now",
}
TEXTS = {
    "solution": "Divide the learning rate by ten and start again.",
    "definition": "The step is longer than the valley is wide.",
    "mechanism": "A step of size $\\eta$ overshoots when $\\eta > \\frac{2}{L}$.",
    "rescue": {"verdict": "partly", "text": "Go back to the last checkpoint."},
    "curve": {"preset": "oscillates", "alt": "The training loss swings."},
    "example": {
        "difference": "`lr = 10.0` against `lr = 0.1`",
        "explanation": "They differ in the *rate*: {{bad.train_loss.last:.2f}}.",
        "expect": ["bad.train_loss.last > 0"],
    },
    "numbers": [
        {"value": "A step", "kind": "cited", "source": "Study number 1, section 2"},
        {"value": "small", "kind": "rule of thumb", "source": "Judgment"},
    ],
}
SIGNS = {
    "indications": [
        {"symptom": "loss-oscillates", "frequency": 4, "evoking": 3, "note": "At every step."},
        {"symptom": "loss-diverges", "frequency": 2, "evoking": 4},
        {"symptom": "step-is-slow", "frequency": 1, "evoking": 1},
    ],
    "contra_indications": [
        {"symptom": "loss-falls-slowly", "strength": 4, "note": "Long steps are not slow."}
    ],
}
CAUSES = {
    "causes": [
        {"key": "above-bound", "text": "The rate is above 2/L.", "likelihood": "often"},
        {
            "key": "no-warm-up",
            "text": "There is no warm-up.",
            "likelihood": "sometimes",
            "entry": "planned-one",
        },
        {"key": "small-batch", "text": "The batch is small.", "likelihood": "rare"},
    ],
    "find_the_cause": [
        {
            "result": "It trains after a warm-up.",
            "cause": "no warm-up",
            "entry": "planned-one",
            "check": "second-check",
        }
    ],
}
CONFIRMATIONS = [
    {
        "check": "learning-rate-sweep",
        "outcomes": [
            {"result": "A tenth of it trains.", "verdict": "confirms"},
            {"result": "No rate trains.", "verdict": "excludes"},
        ],
    },
    {
        "check": "second-check",
        "outcomes": [
            {
                "result": "The loss climbs.",
                "verdict": "confirms",
                "symptom": "loss-diverges",
            },
            {"result": "The loss stays.", "verdict": "undecided", "measure": "lr < 2"},
        ],
    },
]
SNIPPET = {
    "framework": "python",
    "code": "rate = 10.0\nwhile rate > 1:\n    rate = rate / 10\n",
}
API = {
    "name": "torch.optim.SGD",
    "argument": "lr",
    "package": "torch",
    "since": "2.0",
    "until": "2.9",
}
FIXES = [
    {
        "title": "Divide the rate by ten",
        "kind": "root",
        "effort": "minutes",
        "needs_rerun": "from scratch",
        "for_cause": ["above-bound"],
        "text": "Set it lower.",
        "snippets": [SNIPPET],
        "apis": [API],
        "verify": "The loss falls for 3 epochs.",
    },
    {
        "title": "Clip the gradient",
        "kind": "stopgap",
        "effort": "minutes",
        "needs_rerun": "resume",
        "text": "Clip at 1. "
        + "This sentence makes the text longer than one line of the file. " * 3,
        "side_effects": "It hides the cause.",
        "verify": "The norm stays at 1.",
    },
    {
        "title": "Log the rate",
        "kind": "prevention",
        "effort": "minutes",
        "needs_rerun": "no",
        "text": "Print it at every step.",
        "verify": "`grep lr run.log` prints a line.",
    },
]


# What the second entry of the small content says in words of its own: no two entries of a book say
# the same, and a sign parts them.
LOW = "rate-too-low"
OTHER_WORDS = {
    "summary": "Training crawls: each epoch gains a little, and the curve still falls at the end.",
    "solution": "Raise the rate by factors of three until the loss no longer improves.",
    "definition": "The step is short against the way.",
    "mechanism": "A step that is short leaves $1 - \\eta\\mu$ of the way to go.",
    "indications": [
        {**SIGNS["indications"][0], "frequency": 2},
        *SIGNS["indications"][1:],
    ],
    "fixes": [
        {**fix, "text": f"{fix['title']}. Here it is said in a few other words."} for fix in FIXES
    ],
}


def entry(slug, number, look_alike, **fields):
    record = {
        **GRADES,
        **TEXTS,
        **SIGNS,
        **CAUSES,
        "id": f"LY-{number:04d}",
        "slug": slug,
        "term": slug.replace("-", " ").capitalize(),
        "aliases": [
            {"text": f"{slug} alias", "kind": "synonym"},
            {"text": "Error: 'loss' # nan", "kind": "error-string"},
        ],
        "other_tools": [
            {
                "tool": "linter",
                "rule": f"{slug} rule",
                "url": "https://example.org/rules/1",
                "accessed": DAY,
            }
        ],
        "no_specimen": "It needs a cluster.",
        "chapter": "optimization",
        "entry_class": "fault",
        "summary": f"The training loss of a run with {slug} moves as it should not, at every step.",
        "confirmations": CONFIRMATIONS,
        "fixes": FIXES,
        "look_alikes": [
            {"failure_mode": look_alike, "tell_apart": "The other one is slow."},
            {"failure_mode": "planned-one", "tell_apart": "The planned one is normal."},
        ],
        "references": [reference(1, carries=["mechanism"]), reference(2)],
        "sightings": [sighting(slug, number)],
        "since": DAY,
        "changed": DAY,
    }
    if slug == LOW:
        record |= OTHER_WORDS
    return schema.FailureMode(**{**record, **fields})


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


def sighting(slug, number):
    return schema.Sighting(
        title=f"My run shows {slug}",
        project="example/project",
        url=f"https://example.org/issues/{number}",
        date=DAY,
        shows="The loss swings.",
        accessed=DAY,
    )
