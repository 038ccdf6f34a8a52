"""Many sigmoid or tanh outputs lie at their flat ends.

Measured as the median over the run of the recorded share of such outputs. Healthy runs have up to
0.05; confident recurrent states reach 0.2.
"""

from engine.evidence import Finding
from engine.observe.measures.band import Band
from engine.observe.measures.robust import median
from engine.observe.measures.series import curve
from engine.run import Case

SYMPTOM = "units-saturated"
SHARE = Band(
    0.2,
    0.55,
    source="healthy-runs",
    compare=("sagemaker-debugger", "deepdiagnosis"),
    note="up to 0.05 in healthy recorded runs, 0.2 in confident recurrent states; "
    "SageMaker and DeepDiagnosis: more than half",
)


def observe(case: Case) -> Finding | None:
    ends = curve(case, "activation_saturation")
    if ends is None:
        return None
    typical = median(ends.y)
    return Finding.on(
        ends,
        strength=SHARE.strength(typical),
        text=f"{typical:.0%} of the sigmoid or tanh outputs lie at their flat ends "
        f"(median; {ends.y[0]:.0%} at first).",
    )
