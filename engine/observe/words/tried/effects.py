"""Which sign it is that a change helped, or did nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from engine.observe.words.tried.marks import Outcome, Way

HELPED, DID_NOTHING = 0.8, 0.1  # strength of a sign that was seen, and of one that was not
UNSURE = 0.6

Signs = Mapping[str, float]  # strength by symptom


@dataclass(frozen=True, slots=True)
class Effect:
    """The signs that each outcome of a change shows.

    is_amount: more of it that did not help is told as what is wrong: "more epochs do not help".
    """

    helps: Signs
    nothing: Signs
    worse: Signs
    fails: Signs
    no_memory: Signs
    is_amount: bool = False

    def of(self, outcome: Outcome) -> Signs:
        return {
            "helps": self.helps,
            "nothing": self.nothing,
            "worse": self.worse,
            "fails": self.fails,
            "no-memory": self.no_memory,
        }[outcome]


def _of_cure(symptom: str) -> Effect:
    """Return the effect of what the symptom says to help: it helps, or it does not."""
    missed = {symptom: DID_NOTHING}
    return Effect(
        helps={symptom: HELPED},
        nothing=missed,
        worse=missed,
        fails={},
        no_memory={},
    )


def _of_leaving_out(symptom: str) -> Effect:
    """Return the effect of running without a cure: what goes wrong then shows that it helps."""
    helped = {symptom: HELPED}
    return Effect(
        helps={symptom: DID_NOTHING},
        nothing={},
        worse=helped,
        fails=helped,
        no_memory={},
    )


def _of_amount(symptom: str) -> Effect:
    return replace(_of_cure(symptom), is_amount=True)


_MISSED_LESS = {
    "lowering-rate-helps": DID_NOTHING,
    "lowering-rate-does-not-help": UNSURE,
}
_LOWER_RATE = Effect(
    helps={"lowering-rate-helps": HELPED},
    nothing=_MISSED_LESS,
    worse={"lowering-rate-helps": DID_NOTHING},
    fails=_MISSED_LESS,
    no_memory={},
)
_HIGHER_RATE = Effect(
    helps={"raising-rate-helps": HELPED},
    nothing={"raising-rate-helps": DID_NOTHING},
    worse={"lowering-rate-helps": HELPED},
    fails={"lowering-rate-helps": HELPED},
    no_memory={},
)
_AT_EVERY_RATE = {
    "lowering-rate-does-not-help": HELPED,
    "lowering-rate-helps": DID_NOTHING,
    "raising-rate-helps": DID_NOTHING,
}
_OTHER_RATES = Effect(
    helps={},
    nothing=_AT_EVERY_RATE,
    worse={},
    fails=_AT_EVERY_RATE,
    no_memory={},
)
_FULL_PRECISION = Effect(
    helps={"fine-in-full-precision": HELPED},
    nothing={"fine-in-full-precision": DID_NOTHING},
    worse={"fine-in-full-precision": DID_NOTHING},
    fails={"fine-in-full-precision": DID_NOTHING},
    no_memory={},
)
_LARGER_BATCH = Effect(
    helps={"larger-batch-helps": HELPED},
    nothing={"larger-batch-helps": DID_NOTHING},
    worse={"larger-batch-helps": DID_NOTHING},
    fails={},
    no_memory={"smaller-batch-fits": HELPED},
)
_SMALLER_BATCH = Effect(
    helps={},
    nothing={},
    worse={},
    fails={},
    no_memory={"smaller-batch-fits": DID_NOTHING},
)

_BY_THING: Mapping[str, Mapping[Way, Effect]] = {
    "rate": {"less": _LOWER_RATE, "more": _HIGHER_RATE, "any": _OTHER_RATES},
    "full": dict.fromkeys(("on", "any"), _FULL_PRECISION),
    "half": {"off": _FULL_PRECISION},
    "batch": {"more": _LARGER_BATCH, "less": _SMALLER_BATCH},
    "regularization": {
        **dict.fromkeys(("more", "on", "any"), _of_cure("more-regularization-helps")),
        **dict.fromkeys(("less", "off"), _of_cure("less-regularization-helps")),
    },
    "data": {"more": _of_amount("more-data-helps")},
    "training": {"more": _of_amount("longer-run-does-better")},
    "model": {"more": _of_amount("bigger-model-helps")},
    "seed": {"any": _of_cure("outcome-depends-on-seed")},
    "longer": dict.fromkeys(("on", "any", "more"), _of_amount("longer-run-does-better")),
    **{
        thing: {
            **dict.fromkeys(("on", "any", "more", "less"), _of_cure(symptom)),
            "off": _of_leaving_out(symptom),
        }
        for thing, symptom in {
            "clipping": "gradient-clipping-helps",
            "balance": "balanced-batches-help",
            "inputs": "scaling-inputs-helps",
            "layers-that-normalize": "normalization-helps",
            "warm-up": "warm-up-helps",
            "shortcuts": "shortcuts-help",
            "activation": "other-activation-helps",
            "one-device": "one-device-run-is-fine",
            "other-machine": "fails-on-one-machine-only",
        }.items()
    },
}


def effect_of(
    thing: str,
    way: Way,
) -> Effect | None:
    """Return what changing a thing this way may show, None for changes that show nothing."""
    return _BY_THING.get(thing, {}).get(way)


# What a thing stands for where no way is told: "clipping did not help", "the rate does not matter".
ON_ITS_OWN: Mapping[str, Way] = {
    **{thing: "on" for thing, ways in _BY_THING.items() if "on" in ways},
    "rate": "any",
    "seed": "any",
}
