import pytest

from engine.observe.code.rules.target_among_features import RULE
from tests.engine.observe.code.rules.fragments import lines_found

BAD = {
    "the whole table": """
df = pd.read_csv("houses.csv")
X = df
y = df["price"]
X_train, X_test, y_train, y_test = train_test_split(X, y)
""",
    "another column is dropped": """
df = pd.read_csv("churn.csv")
X = df.drop(["id", "name"], axis=1)
y = df["churn"].values
model.fit(X, y)
""",
    "dummies": """
data = pd.read_csv("titanic.csv")
features = pd.get_dummies(data)
clf.fit(features, data["Survived"])
""",
}
GOOD = {
    "the target is dropped": """
df = pd.read_csv("houses.csv")
X = df.drop(columns=["price"])
y = df["price"]
X_train, X_test, y_train, y_test = train_test_split(X, y)
""",
    "taken out": """
df = pd.read_csv("houses.csv")
y = df.pop("price")
model.fit(df, y)
""",
    "dropped in place": """
df = pd.read_csv("houses.csv")
y = df["price"]
df.drop("price", axis=1, inplace=True)
model.fit(df, y)
""",
    "chosen columns": """
df = pd.read_csv("houses.csv")
X = df[["rooms", "area"]]
y = df["price"]
model.fit(X, y)
""",
    "all but the last": """
X = df.iloc[:, :-1]
y = df["price"]
model.fit(X, y)
""",
}


@pytest.mark.parametrize("kind", BAD)
def test_finds_the_fault(kind):
    assert lines_found(RULE, BAD[kind])


@pytest.mark.parametrize("kind", GOOD)
def test_is_silent_without_the_fault(kind):
    assert lines_found(RULE, GOOD[kind]) == []
