"""Reading with a few names of metrics and settings, which tests of program text need."""

from types import SimpleNamespace

from engine.read import Inputs, NamedFile, read_case

TABLES = SimpleNamespace(
    metric_names={"loss": "train_loss"},
    config_names={
        name: name
        for name in ("learning_rate", "optimizer", "batch_size", "epochs", "shuffle", "loss")
    },
)


def read_log(text):
    return read_case(Inputs(log=text), TABLES)


def read_file(text, name):
    return read_case(Inputs(files=(NamedFile(name, text.encode()),)), TABLES)


def read_told(text):
    return read_case(Inputs(description=text), TABLES)
