import pytest

from engine.observe.code.rules.rate_cut_at_once import RULE
from tests.engine.observe.code.rules.fragments import lines_found, specimen

SPECIMENS = ("premature-convergence",)
BAD = {
    "PyTorch": """
scheduler = torch.optim.lr_scheduler.ReduceLROnPlateau(optimizer, patience=0)
""",
    "by its place": """
sched = ReduceLROnPlateau(opt, "min", 0.5, 0)
""",
    "Keras, through a constant": """
PATIENCE = 0
callbacks = [ReduceLROnPlateau(monitor="val_loss", factor=0.2, patience=PATIENCE)]
""",
}
GOOD = {
    "the default": """
scheduler = ReduceLROnPlateau(optimizer)
""",
    "some epochs": """
scheduler = ReduceLROnPlateau(optimizer, patience=5)
""",
    "not known": """
scheduler = ReduceLROnPlateau(optimizer, patience=args.patience)
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
