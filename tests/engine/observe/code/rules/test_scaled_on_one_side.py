import pytest

from engine.observe.code.rules.scaled_on_one_side import RULE
from tests.engine.observe.code.rules.fragments import lines_found, specimen
from tests.together import together

SPECIMENS = ("preprocessing-mismatch",)
BAD = {
    "a division of the training images": """
X_train = X[:5000] / 255.0
X_test = X[5000:]
model.fit(X_train, y_train, epochs=5)
model.evaluate(X_test, y_test)
""",
    "the test images are not in the text": """
X_train = X[:5000] / 255.0
model.fit(X_train, y[:5000])
model.evaluate(X_test, y_test)
""",
    "a scaler": """
X_train, X_test, y_train, y_test = train_test_split(X, y)
X_train = StandardScaler().fit_transform(X_train)
clf = SVC()
clf.fit(X_train, y_train)
print(clf.score(X_test, y_test))
""",
    "another name": """
X_train, X_test, y_train, y_test = train_test_split(X, y)
X_train_scaled = scaler.fit_transform(X_train)
knn.fit(X_train_scaled, y_train)
pred = knn.predict(X_test)
""",
    "Keras, in place": """
(x_train, y_train), (x_test, y_test) = mnist.load_data()
x_train = x_train.reshape(-1, 784)
x_train = x_train / 255
model.fit(x_train, y_train, validation_data=(x_test, y_test))
""",
    "two parts in one assignment": """
(X_all, y_all), (X_test, y_test) = mnist.load_data()
X_valid, X_train = X_all[:5000] / 255.0, X_all[5000:] / 255.0
model.fit(X_train, y_train, validation_data=(X_valid, y_valid))
model.evaluate(X_test, y_test)
""",
    "transforms of torchvision": """
train_tf = transforms.Compose([transforms.ToTensor(), transforms.Normalize((0.5,), (0.5,))])
test_tf = transforms.Compose([transforms.ToTensor()])
""",
    "transforms with other numbers": """
train_tf = T.Compose([T.ToTensor(), T.Normalize((0.5,), (0.5,))])
val_tf = T.Compose([T.ToTensor(), T.Normalize((0.1307,), (0.3081,))])
""",
    "two functions for images": """
def preprocess_train(img):
    return img / 255.0
def preprocess_test(img):
    return img / 127.5
""",
    "before the model is fitted again": """
X_train, X_test, y_train, y_test = train_test_split(X, y)
X_train_s = scaler.fit_transform(X_train)
model.fit(X_train_s, y_train)
print(model.score(X_test, y_test))
model.fit(X_train, y_train)
""",
}
GOOD = {
    "both sides": """
X_train = X[:5000] / 255.0
X_test = X[5000:] / 255.0
model.fit(X_train, y_train)
model.evaluate(X_test, y_test)
""",
    "a scaler for both": """
X_train, X_test, y_train, y_test = train_test_split(X, y)
X_train = scaler.fit_transform(X_train)
X_test = scaler.transform(X_test)
clf.fit(X_train, y_train)
print(clf.score(X_test, y_test))
""",
    "all parts in one assignment": """
(X_all, y_all), (X_test, y_test) = mnist.load_data()
X_valid, X_train, X_test = X_all[:5000] / 255, X_all[5000:] / 255, X_test / 255
model.fit(X_train, y_train, validation_data=(X_valid, y_valid))
model.evaluate(X_test, y_test)
""",
    "a part of scaled inputs": """
(x_train, y_train), (x_test, y_test) = mnist.load_data()
x_train = x_train[..., None].astype("float32") / 255.0
x_train, x_val = x_train[:-6000], x_train[-6000:]
model.fit(x_train, y_train, validation_data=(x_val, y_val))
""",
    "a part of a part, under its own name": """
images = images / 255
images = images[:100]
train, val = images[:80], images[80:]
model.fit(train, labels, validation_data=(val, others))
""",
    "a part of what was scaled in place": """
x_test /= 255
x_train = x_train / 255
x_val = x_test[:100]
model.fit(x_train, y_train, validation_data=(x_val, y_val))
""",
    "in place on both": """
(x_train, y_train), (x_test, y_test) = mnist.load_data()
x_train = x_train.astype("float32")
x_test = x_test.astype("float32")
x_train /= 255
x_test /= 255
model.fit(x_train, y_train)
model.evaluate(x_test, y_test)
""",
    "neither side": """
X_train, X_test, y_train, y_test = train_test_split(X, y)
clf.fit(X_train, y_train)
print(clf.score(X_test, y_test))
""",
    "another model of the same name": """
X_train, X_test, y_train, y_test = train_test_split(X, y)
X_train_s = scaler.fit_transform(X_train)
X_test_s = scaler.transform(X_test)
model = LogisticRegression()
model.fit(X_train_s, y_train)
print(model.score(X_test_s, y_test))
model = RandomForestClassifier()
model.fit(X_train, y_train)
print(model.score(X_test, y_test))
""",
    "the model is fitted again": """
X_train, X_test, y_train, y_test = train_test_split(X, y)
X_train_s = scaler.fit_transform(X_train)
model.fit(X_train_s, y_train)
model.fit(X_train, y_train)
print(model.score(X_test, y_test))
""",
    "the same numbers, written otherwise": """
train_tf = transforms.Compose([transforms.ToTensor(), transforms.Normalize((0.5,), (0.5,))])
test_tf = transforms.Compose([transforms.ToTensor(), transforms.Normalize(mean=0.5, std=0.5)])
""",
    "two functions that scale no inputs": """
def train_time(total):
    return total / 1000
def eval_time(total):
    return total / 100
""",
    "augmentation in training only": """
train_tf = transforms.Compose(
    [transforms.RandomCrop(32), transforms.ToTensor(), transforms.Normalize(mean, std)]
)
test_tf = transforms.Compose([transforms.ToTensor(), transforms.Normalize(mean, std)])
""",
}


@together("kind", BAD)
def test_finds_the_fault(kind):
    assert lines_found(RULE, BAD[kind])


@together("kind", GOOD)
def test_is_silent_without_the_fault(kind):
    assert lines_found(RULE, GOOD[kind]) == []


@pytest.mark.parametrize("slug", SPECIMENS)
def test_tells_the_executed_pair_apart(slug):
    assert lines_found(RULE, specimen(slug, "bad"))
    assert lines_found(RULE, specimen(slug, "good")) == []
