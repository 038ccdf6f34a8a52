from engine.read.stores.byproducts import is_byproduct
from tests.together import together


@together(
    "path",
    [
        "model.pt",
        "run/checkpoints/epoch=3.ckpt",
        "run/README.md",
        "LICENSE",
        "requirements-dev.txt",
        "conda-environment.yaml",
        "run/.git/config",
        "run\\__pycache__\\train.txt",
        "__MACOSX/run/._train.log",
        ".DS_Store",
        "checkpoint-5/tokenizer.json",
        "plots/loss.PNG",
        "src/train.py",
        "checkpoint/rng_state.pth",
    ],
)
def test_byproducts(path):
    assert is_byproduct(path)


@together(
    "path",
    [
        "train.log",
        "run/metrics.csv",
        "trainer_state.json",
        "config.yaml",
        "run/.hydra/overrides.yaml",
        "config/train_gpt2.py".replace("train_gpt2", "config"),
        "events.out.tfevents.17.node.1.0",
        "readme_losses.csv",
        "mlflow.db",
        "history.npz",
        "train.ipynb",
        "params/learning_rate",
        "results.md",
        "launch.sh",
        "",
    ],
)
def test_files_that_may_show_something(path):
    assert not is_byproduct(path)
