import pytest

from engine.observe.code.rules.fitted_again_on_test import RULE
from tests.engine.observe.code.rules.fragments import lines_found, specimen

SPECIMENS = ("perplexity-across-tokenizers",)
BAD = {
    "one scaler": """
sc = StandardScaler()
X_train = sc.fit_transform(X_train)
X_test = sc.fit_transform(X_test)
""",
    "an encoder for each side": """
train_y = LabelEncoder().fit_transform(train_y)
test_y = LabelEncoder().fit_transform(test_y)
""",
    "a vectorizer": """
vec = TfidfVectorizer()
vec.fit(train_texts)
a = vec.transform(train_texts)
b = vec.fit_transform(test_texts)
""",
    "two numberings": """
word_to_id = {w: i for i, w in enumerate(vocab)}
ids = {w: i for i, w in enumerate(sorted(vocab))}
""",
}
GOOD = {
    "transformed only": """
sc = StandardScaler()
X_train = sc.fit_transform(X_train)
X_test = sc.transform(X_test)
""",
    "fitted on held-out rows only": """
X_val = StandardScaler().fit_transform(X_val)
""",
    "one numbering and its inverse": """
word_to_id = {w: i for i, w in enumerate(vocab)}
id_to_word = {i: w for i, w in enumerate(vocab)}
""",
    "a model is fitted again": """
model.fit(X_train, y_train)
model.fit(X_val, y_val)
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
