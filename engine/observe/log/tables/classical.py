"""Classical learners and metrics. Texts of scikit-learn, LightGBM, XGBoost, NumPy."""

from __future__ import annotations

from engine.observe.log.tables.row import Signature, signature

INPUT = "log-invalid-input-values"
SOLVER = "log-convergence-warning"
METRIC = "log-metric-ill-defined"

CLASSICAL: tuple[Signature, ...] = (
    signature(
        "input-nan",
        "contains",
        r"\b(?:Input|X|y|data)(?: [Xy])? contains `?(?:NaN|infinity|inf)\b",
        INPUT,
        "the input holds NaN or infinite values",
    ),
    signature(
        "too-large",
        "too large for dtype",
        r"infinity or a value too large for dtype",
        INPUT,
        "the input holds values beyond the range of its number type",
    ),
    signature(
        "invalid-value",
        "invalid value encountered in",
        r"RuntimeWarning: invalid value encountered in",
        INPUT,
        "an operation on the data gave NaN",
        strength=0.7,
    ),
    signature(
        "divide-by-zero",
        "divide by zero encountered",
        r"RuntimeWarning: divide by zero encountered",
        INPUT,
        "an operation on the data divided by zero",
        strength=0.7,
    ),
    signature(
        "label-nan",
        ("nan or infinity", "nan, infinity", "check failed"),
        r"(?:check failed|label).{0,80}\b(?:nan|inf|infinity)\b|contains (?:NaN|nan)s?,? or "
        r"infinity",
        INPUT,
        "labels or inputs hold NaN or infinity",
    ),
    signature(
        "nan-in-data",
        "nan",
        r"\bNaNs? (?:found|detected|present|values?) in (?:the "
        r")?(?:input|data|features?|batch|columns?|"
        r"dataset)|(?:input|data|features?|batch|dataset) (?:has|contains?|with) NaNs?",
        INPUT,
        "the input holds NaN",
    ),
    signature(
        "failed-to-converge",
        (
            "failed to converge",
            "did not converge",
            "not converged",
            "convergencewarning",
            "max_iter",
        ),
        r"terminated early \(max_iter|number of iterations \(max_iter\)|failed to converge|"
        r"did not converge|ConvergenceWarning|hasn't converged|has not converged",
        SOLVER,
        "the solver stopped before it converged",
    ),
    signature(
        "max-iterations",
        "total no. of iterations reached",
        r"TOTAL NO\. OF ITERATIONS REACHED LIMIT|Maximum (?:number of )?iterations? "
        r"(?:reached|exceeded)",
        SOLVER,
        "the solver reached its limit of iterations",
    ),
    signature(
        "no-positive-gain",
        "positive gain",
        r"No further splits with positive gain",
        SOLVER,
        "the trees find nothing left to split",
        strength=0.7,
    ),
    signature(
        "ill-defined",
        "ill-defined",
        r"(?:Precision|Recall|F-score|ROC AUC|UndefinedMetric\w{0,10}).{0,80}ill-defined",
        METRIC,
        "a class is never predicted or never present, so the metric is undefined",
    ),
    signature(
        "undefined-metric",
        ("undefinedmetricwarning", "only one class"),
        r"UndefinedMetricWarning|Only one class (?:is )?present",
        METRIC,
        "a metric is undefined for a class",
    ),
    signature(
        "no-positive-samples",
        "no positive",
        r"No (?:positive|negative) (?:samples|class|examples)",
        METRIC,
        "a metric has no samples of one class to work on",
        strength=0.9,
    ),
    signature(
        "least-populated",
        "least populated class",
        r"least populated class in y has only",
        METRIC,
        "a class has fewer members than the split needs",
        strength=0.7,
    ),
    signature(
        "feature-names",
        ("feature names", "feature_names mismatch"),
        r"feature[ _]names (?:mismatch|should match|unseen)|X has \d{1,9} features, but",
        "log-shape-error",
        "the features at prediction are not those of training",
    ),
)
