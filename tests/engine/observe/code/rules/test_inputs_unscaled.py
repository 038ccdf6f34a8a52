import pytest

from engine.observe.code.rules.inputs_unscaled import RULE
from tests.engine.observe.code.rules.fragments import lines_found, specimen

SPECIMENS = (
    "activation-saturation",
    "dying-relu",
)
BAD = {
    "MNIST as it comes": """
(x_train, y_train), (x_test, y_test) = mnist.load_data()
model.fit(x_train, y_train, epochs=5)
""",
    "reshaped and cast": """
(x_train, y_train), _ = keras.datasets.fashion_mnist.load_data()
x_train = x_train.reshape(-1, 784).astype("float32")
model.fit(x_train, y_train, epochs=5)
""",
    "nothing is taken off": """
mean, std = 0.0, 1.0
x = (x - mean) / std
""",
}
GOOD = {
    "divided": """
(x_train, y_train), (x_test, y_test) = mnist.load_data()
x_train, x_test = x_train / 255.0, x_test / 255.0
model.fit(x_train, y_train, epochs=5)
""",
    "in the model": """
(x_train, y_train), (x_test, y_test) = cifar10.load_data()
model = Sequential([layers.Rescaling(1 / 255), layers.Flatten(), layers.Dense(10)])
model.fit(x_train, y_train)
""",
    "by a function that is not shown": """
(x_train, y_train), (x_test, y_test) = mnist.load_data()
x_train = prepare(x_train)
model.fit(x_train, y_train, epochs=5)
""",
    "a mean of the data": """
mean, std = x.mean(0), x.std(0)
x = (x - mean) / std
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
