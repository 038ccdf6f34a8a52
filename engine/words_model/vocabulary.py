"""Words that carry no subject, and the short forms that people write for the field's terms."""

# Negations and quantities are not here: they decide between look-alikes.
STOP_WORDS = frozenset(
    (  # noqa: SIM905  # a list of ninety quoted words would only be longer
        "a an the and or of to in on at is are was were be been am i my we our you your it its "
        "this that these those "
        "with for from as by so do does did have has had can could would should will just me he "
        "she they their there "
        "here what which who how any some hi hello thanks please help"
    ).split()
)

NEGATIONS = frozenset({"no", "not", "never", "without", "cannot", "none", "neither", "nor"})

ABBREVIATIONS = {
    "acc": "accuracy",
    "batchnorm": "batch norm",
    "bn": "batch norm",
    "bs": "batch size",
    "ckpt": "checkpoint",
    "dataset": "data set",
    "eval": "evaluation",
    "fp16": "half precision",
    "grad": "gradient",
    "grads": "gradients",
    "img": "image",
    "imgs": "images",
    "init": "initialization",
    "initialisation": "initialization",
    "iter": "iteration",
    "iters": "iterations",
    "labelled": "labeled",
    "layernorm": "layer norm",
    "lr": "learning rate",
    "mem": "memory",
    "minibatch": "mini batch",
    "mislabelled": "mislabeled",
    "normalise": "normalize",
    "normalised": "normalized",
    "oom": "out of memory",
    "params": "parameters",
    "pred": "prediction",
    "preds": "predictions",
    "prob": "probability",
    "probs": "probabilities",
    "prod": "production",
    "reg": "regularization",
    "regularisation": "regularization",
    "std": "standard deviation",
    "testset": "test set",
    "trainset": "training set",
    "val": "validation",
    "vram": "gpu memory",
    "wd": "weight decay",
}
