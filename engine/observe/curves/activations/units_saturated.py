from engine.evidence import Finding
from engine.observe.facts import curve, span
from engine.observe.robust import logistic, median
from engine.run import Case

SYMPTOM = "units-saturated"
# Share of outputs at the flat ends. DeepDiagnosis and SageMaker: more than half. Own: up to 0.05 in
# healthy recorded runs; confident recurrent states reach 0.2.
NORMAL_SHARE, ABNORMAL_SHARE = 0.2, 0.55


def observe(case: Case) -> Finding | None:
    ends = curve(case, "activation_saturation")
    if ends is None:
        return None
    typical = median(ends.y)
    text = (
        f"{typical:.0%} of the sigmoid or tanh outputs lie at their flat ends (median; "
        f"{ends.y[0]:.0%} at first)."
    )
    where = {"share": typical, "onset": "first steps" if ends.y[0] >= NORMAL_SHARE else "later"}
    return Finding(
        logistic(typical, NORMAL_SHARE, ABNORMAL_SHARE),
        text,
        "metrics.activation_saturation",
        span(ends),
        where,
    )
