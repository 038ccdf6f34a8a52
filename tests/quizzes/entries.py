"""Six small entries for questions, all with symptoms of their own and some that they share."""

from quizzes.records import Bank, Entry, Remedy, Sign


def sign(symptom, frequency=4, evoking=3, background=0.05):
    return Sign(symptom, symptom.replace("-", " ").capitalize(), frequency, evoking, background)


def make_entry(slug, signs, fixes, **fields):
    record = {
        "slug": slug,
        "term": slug.replace("-", " ").capitalize(),
        "chapter": "optimization",
        "summary": f"What goes on here is told in one sentence by number {len(slug)} of its kind.",
        "definition": f"{slug.replace('-', ' ').capitalize()} is a failure. "
        f"Its marks are those of case {len(slug)},"
        " which no other failure in the set has in common with it.",
        "signs": tuple(sign(name) if isinstance(name, str) else name for name in signs),
        "remedies": tuple(
            Remedy(title, "root", f"To {title.lower()}, edit one line.", "The curve falls.")
            for title in fixes
        ),
    }
    return Entry(**{**record, **fields})


def six():
    return [
        make_entry(
            "rate-too-high",
            ["loss-oscillates", "loss-climbs", "updates-are-large", "norm-rises"],
            ["Divide the step by ten"],
            look_alikes={"rate-too-low": "There the fall is smooth and slow."},
        ),
        make_entry(
            "rate-too-low",
            [
                "loss-falls-slowly",
                "updates-are-small",
                "curve-still-falls",
                sign("loss-oscillates", 0, -4),
            ],
            ["Multiply the step until the curve bends"],
            look_alikes={"rate-too-high": "There it swings."},
        ),
        make_entry(
            "overfitting",
            ["gap-opens", "val-turns-up", "train-near-zero"],
            ["Gather more examples"],
            chapter="gap",
        ),
        make_entry(
            "label-noise",
            ["floor-stays", "val-noisy", "gap-opens"],
            ["Relabel the suspicious rows"],
            chapter="data",
        ),
        make_entry(
            "dying-relu",
            ["units-are-zero", "flat-start", "norm-falls"],
            ["Use a leaky slope"],
            chapter="signal",
        ),
        make_entry(
            "nan-loss",
            ["loss-not-finite", "norm-rises", "loss-climbs"],
            ["Guard the logarithm"],
            chapter="numerics",
        ),
    ]


def entry_of(slug):
    return next(entry for entry in six() if entry.slug == slug)


def bank_with(key, others=None):
    """A bank of the entry and others, the six by default."""
    return Bank((key, *(six() if others is None else others)))


class FixedChance:
    """A generator that leaves nothing to chance."""

    def uniform(self, low, high):
        return low

    def shuffle(self, items):
        pass

    def choice(self, items):
        return items[0]

    def sample(self, numbers, count):
        return list(numbers[:count])
