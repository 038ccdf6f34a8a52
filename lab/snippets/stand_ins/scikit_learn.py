"""A table with a binary target, split in two, and a fitted model."""

import numpy as np
import sklearn
from sklearn.datasets import make_classification
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split

X, y = make_classification(
    n_samples=200,
    n_features=8,
    weights=[0.8],
    random_state=0,
)
groups = np.arange(len(y)) // 4
X_train, X_val, y_train, y_val = train_test_split(
    X,
    y,
    random_state=0,
)
model = LogisticRegression(max_iter=1000)
model.fit(X_train, y_train)
