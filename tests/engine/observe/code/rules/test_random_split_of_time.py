import pytest

from engine.observe.code.rules.random_split_of_time import RULE
from tests.engine.observe.code.rules.fragments import lines_found

BAD = {
    "windows": """
X, y = [], []
for i in range(60, len(data)):
    X.append(data[i - 60:i])
    y.append(data[i])
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.2)
""",
    "lags": """
df["lag1"] = df["sales"].shift(1)
df["mean7"] = df["sales"].rolling(7).mean()
X_train, X_test, y_train, y_test = train_test_split(df[cols], df["sales"])
""",
    "shuffled folds": """
df["date"] = pd.to_datetime(df["date"])
df["prev"] = df.groupby("shop")["sales"].shift(1)
cv = KFold(n_splits=5, shuffle=True)
""",
    "rows in order of time": """
df = pd.read_csv("load.csv", parse_dates=["timestamp"])
df = df.sort_values("timestamp")
train, test = train_test_split(df)
""",
}
GOOD = {
    "no shuffling": """
df["lag1"] = df["sales"].shift(1)
X_train, X_test, y_train, y_test = train_test_split(df[cols], df["sales"], shuffle=False)
""",
    "folds in time": """
df["lag1"] = df["sales"].shift(1)
cv = TimeSeriesSplit(n_splits=5)
""",
    "windows side by side": """
clips = []
for i in range(len(signal) // 100):
    clips.append(signal[i * 100:(i + 1) * 100])
train, test = train_test_split(clips)
""",
    "no time at all": """
X_train, X_test, y_train, y_test = train_test_split(X, y)
""",
}


@pytest.mark.parametrize("kind", BAD)
def test_finds_the_fault(kind):
    assert lines_found(RULE, BAD[kind])


@pytest.mark.parametrize("kind", GOOD)
def test_is_silent_without_the_fault(kind):
    assert lines_found(RULE, GOOD[kind]) == []
