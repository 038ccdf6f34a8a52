import pytest

from engine.observe.code.rules.integers_after_scaling import RULE
from tests.engine.observe.code.rules.fragments import lines_found, specimen

SPECIMENS = ("broken-preprocessing",)
BAD = {
    "NumPy": """
images = (images / 255.0).astype(np.uint8)
""",
    "a list of pictures": """
X = np.array(pictures / 255, dtype="uint8")
""",
    "a tensor": """
x = (x / 255).long()
""",
    "the type it came in": """
image = cv2.imread(path)
assert image.dtype == np.uint8
image = (image / 255).astype(image.dtype)
""",
    "whole division": """
x_train = x_train // 255
""",
}
GOOD = {
    "floats": """
images = (images / 255.0).astype(np.float32)
""",
    "back to bytes": """
images = (images / 255.0 * 255).astype(np.uint8)
""",
    "a number of blocks": """
blocks = size // 255
seconds = int(samples / 16000)
""",
    "labels": """
y = (y / 2).astype(int)
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
