"""Classical learners and metrics."""

from __future__ import annotations

from engine.observe.log.tables.row import Signature, signature

INPUT = "log-invalid-input-values"
SOLVER = "log-convergence-warning"
METRIC = "log-metric-ill-defined"
SHAPE = "log-shape-error"

CLASSICAL: tuple[Signature, ...] = (
    signature(
        "input-nan",
        "contains",
        r"\b(?:Input|X|y|data)(?: [Xy])? contains `?(?:NaN|infinity|inf)\b",
        "the input holds NaN or infinite values",
        action=(
            "Count missing and infinite values by column; fill them in or use a model that takes "
            "them."
        ),
        symptom=INPUT,
        entry="missing-values",
        since="scikit-learn 0.20",
    ),
    signature(
        "too-large",
        "too large for dtype",
        r"infinity or a value too large for dtype",
        "the input holds values beyond the range of its number type",
        action="Look for infinity and values beyond 1e38, often from a division by zero.",
        symptom=INPUT,
        entry="missing-values",
        since="scikit-learn 0.17",
    ),
    signature(
        "invalid-value",
        "invalid value encountered in",
        r"RuntimeWarning: invalid value encountered in",
        "an operation on the data gave NaN",
        action="Turn the warning into an error (numpy.seterr) to find the place.",
        symptom=INPUT,
        entry="nan-loss",
        since="NumPy 1",
        strength=0.7,
        ends_run=False,
    ),
    signature(
        "divide-by-zero",
        "divide by zero encountered",
        r"RuntimeWarning: divide by zero encountered",
        "an operation on the data divided by zero",
        action="Turn the warning into an error (numpy.seterr) to find the place.",
        symptom=INPUT,
        entry="log-of-zero",
        since="NumPy 1",
        strength=0.7,
        ends_run=False,
    ),
    signature(
        "label-nan",
        ("nan or infinity", "nan, infinity", "check failed"),
        r"(?:check failed|label).{0,80}\b(?:nan|inf|infinity)\b|contains (?:NaN|nan)s?,? or "
        r"infinity",
        "labels or inputs hold NaN or infinity",
        action="Drop rows without a label, and look for infinity in the features.",
        symptom=INPUT,
        entry="missing-values",
        since="XGBoost 1, scikit-learn",
    ),
    signature(
        "nan-in-data",
        "nan",
        r"\bNaNs? (?:found|detected|present|values?) in (?:the "
        r")?(?:input|data|features?|batch|columns?|"
        r"dataset)|(?:input|data|features?|batch|dataset) (?:has|contains?|with) NaNs?",
        "the input holds NaN",
        action="Count missing values by column, and fill them in or drop the rows.",
        symptom=INPUT,
        entry="missing-values",
        ends_run=False,
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
        "the solver stopped before it converged",
        action="Scale the features first, then raise max_iter.",
        symptom=SOLVER,
        entry="non-convergence",
        since="scikit-learn 0.20",
        ends_run=False,
    ),
    signature(
        "max-iterations",
        "total no. of iterations reached",
        r"TOTAL NO\. OF ITERATIONS REACHED LIMIT|Maximum (?:number of )?iterations? "
        r"(?:reached|exceeded)",
        "the solver reached its limit of iterations",
        action="Scale the features first, then raise max_iter.",
        symptom=SOLVER,
        entry="non-convergence",
        since="scikit-learn 0.22",
        ends_run=False,
    ),
    signature(
        "ill-defined",
        "ill-defined",
        r"(?:Precision|Recall|F-score|ROC AUC|UndefinedMetric\w{0,10}).{0,80}ill-defined",
        "a class is never predicted or never present, so the metric is undefined",
        action=(
            "Look at the confusion matrix: a class is never predicted; state zero_division on "
            "purpose."
        ),
        symptom=METRIC,
        entry="wrong-metric",
        since="scikit-learn 0.20",
        ends_run=False,
    ),
    signature(
        "undefined-metric",
        ("undefinedmetricwarning", "only one class"),
        r"UndefinedMetricWarning|Only one class (?:is )?present",
        "a metric is undefined for a class",
        action="Count the classes in the part that is scored; split with stratification.",
        symptom=METRIC,
        entry="wrong-metric",
        since="scikit-learn 0.20",
        ends_run=False,
    ),
    signature(
        "no-positive-samples",
        "no positive",
        r"No (?:positive|negative) (?:samples|class|examples)",
        "a metric has no samples of one class to work on",
        action="Count the classes in the part that is scored; split with stratification.",
        symptom=METRIC,
        entry="wrong-metric",
        since="scikit-learn 0.20",
        strength=0.9,
        ends_run=False,
    ),
    signature(
        "least-populated",
        "least populated class",
        r"least populated class in y has only",
        "a class has fewer members than the split needs",
        action="Merge or drop the rarest classes, or use fewer folds.",
        symptom=METRIC,
        entry="bad-split",
        since="scikit-learn 0.20",
        strength=0.7,
        ends_run=False,
    ),
    signature(
        "feature-names",
        ("feature names", "feature_names mismatch"),
        r"feature[ _]names (?:mismatch|should match|unseen)|X has \d{1,9} features, but",
        "the features at prediction are not those of training",
        action="Give prediction the columns of training, in their order.",
        symptom=SHAPE,
        entry="training-serving-skew",
        since="scikit-learn 1.0, XGBoost",
    ),
)
