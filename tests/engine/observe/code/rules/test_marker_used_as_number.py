import pytest

from engine.observe.code.rules.marker_used_as_number import RULE
from tests.engine.observe.code.rules.fragments import lines_found, specimen

SPECIMENS = ("missing-values",)
BAD = {
    "fillna": """
df = df.fillna(-999)
X = StandardScaler().fit_transform(df)
""",
    "where": """
x = np.where(np.isfinite(x), x, -9999)
x = (x - x.mean(0)) / x.std(0)
""",
    "by an index": """
table[missing] = -999.0
mean, std = table.mean(0), table.std(0)
table = (table - mean) / std
""",
}
GOOD = {
    "a model of trees": """
df = df.fillna(-999)
model = RandomForestClassifier().fit(StandardScaler().fit_transform(df), y)
""",
    "taken out again": """
table[missing] = -999.0
good = table[table[:, 0] != -999.0]
mean, std = good.mean(0), good.std(0)
""",
    "the median": """
df = df.fillna(df.median())
X = StandardScaler().fit_transform(df)
""",
    "a default that is no marker": """
df = df.fillna(0)
X = StandardScaler().fit_transform(df)
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
