import pytest

from engine.observe.code.rules.fitted_on_all_rows import RULE
from tests.engine.observe.code.rules.fragments import lines_found, specimen

SPECIMENS = ("preprocessing-leakage",)
BAD = {
    "a scaler in front of the split": """
scaler = StandardScaler()
X = scaler.fit_transform(X)
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.2)
""",
    "the columns of a table": """
df[cols] = MinMaxScaler().fit_transform(df[cols])
X = df.drop(columns=["target"])
X_train, X_test, y_train, y_test = train_test_split(X, df["target"])
""",
    "chosen features and cross-validation": """
X_new = SelectKBest(f_classif, k=20).fit_transform(X, y)
scores = cross_val_score(LogisticRegression(), X_new, y, cv=5)
""",
    "fit and transform apart": """
imputer = SimpleImputer(strategy="mean")
imputer.fit(data)
filled = imputer.transform(data)
train, test = train_test_split(filled, test_size=0.25)
""",
    "the best columns of all rows, by hand": """
order = np.random.permutation(len(X))
train, test = order[:800], order[800:]
score = np.abs(np.corrcoef(X[order].T, y[order])[-1])
best = np.argsort(score)[-20:]
model.fit(X[train][:, best], y[train])
""",
}
GOOD = {
    "fitted behind the split": """
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.2)
scaler = StandardScaler().fit(X_train)
X_train, X_test = scaler.transform(X_train), scaler.transform(X_test)
""",
    "a pipeline": """
pipe = make_pipeline(StandardScaler(), SVC())
scores = cross_val_score(pipe, X, y, cv=5)
""",
    "an encoder of labels": """
y = LabelEncoder().fit_transform(y)
X_train, X_test, y_train, y_test = train_test_split(X, y)
""",
    "a constant scale": """
X = X / 255.0
X_train, X_test, y_train, y_test = train_test_split(X, y)
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
