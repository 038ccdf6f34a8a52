import pytest

from engine.observe.code.rules.rows_repeated_before_split import RULE
from tests.engine.observe.code.rules.fragments import lines_found, specimen

SPECIMENS = ("oversampling-before-split",)
BAD = {
    "SMOTE": """
X_res, y_res = SMOTE(random_state=0).fit_resample(X, y)
X_train, X_test, y_train, y_test = train_test_split(X_res, y_res)
""",
    "resample of scikit-learn": """
minority = resample(df[df.y == 1], replace=True, n_samples=5000)
df = pd.concat([df[df.y == 0], minority])
train, test = train_test_split(df, test_size=0.2)
""",
    "an old method": """
ros = RandomOverSampler()
features, labels = ros.fit_sample(features, labels)
X_train, X_test, y_train, y_test = train_test_split(features, labels, stratify=labels)
""",
}
GOOD = {
    "after the split": """
X_train, X_test, y_train, y_test = train_test_split(X, y)
X_train, y_train = SMOTE().fit_resample(X_train, y_train)
""",
    "rows are dropped only": """
X_res, y_res = RandomUnderSampler().fit_resample(X, y)
X_train, X_test, y_train, y_test = train_test_split(X_res, y_res)
""",
    "training rows are repeated before validation is cut": """
train_up = upsample(train_df)
fit_set, val_set = train_test_split(train_df)
""",
    "nothing is repeated": """
df = pd.concat([df_a, df_b])
train, test = train_test_split(df)
""",
}


@pytest.mark.parametrize("kind", BAD)
def test_finds_the_fault(kind):
    assert lines_found(RULE, BAD[kind])


@pytest.mark.parametrize("kind", GOOD)
def test_is_silent_without_the_fault(kind):
    assert lines_found(RULE, GOOD[kind]) == []


@pytest.mark.parametrize("slug", SPECIMENS)
def test_tells_the_executed_pair_apart(slug):
    assert lines_found(RULE, specimen(slug, "bad"))
    assert lines_found(RULE, specimen(slug, "good")) == []
