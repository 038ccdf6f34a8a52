"""Names and short forms that every language borrows, and words that English spells alike."""

# fmt: off
# These stay as they are in German, Spanish and French.
BORROWED = frozenset(
    {
        "acc", "accuracy", "adam", "adamw", "amp", "auc", "auroc", "backbone", "backprop", "batch",
        "batches", "batchnorm", "bert", "bleu", "bs", "buffer", "bug", "callback", "cer",
        "checkpoint", "checkpoints", "cifar", "clip", "cnn", "colab", "cpu", "cuda", "dataloader",
        "dataset", "ddp", "decoder", "docker", "dpo", "dqn", "dropout", "embedding", "embeddings",
        "encoder", "epoch", "epochs", "eval", "finetune", "finetuning", "float", "framework",
        "fsdp", "gan", "gans", "gpt", "gpu", "gpus", "grpo", "imagenet", "inf", "iou", "kaggle",
        "keras", "kernel", "layernorm", "lightgbm", "llama", "llm", "logits", "loader", "log",
        "logs", "lora", "loss", "lr", "lstm", "mae", "map", "minibatch", "minibatches", "mixup",
        "mlp", "mnist", "mse", "nan", "nans", "nccl", "notebook", "numpy", "oom", "optimizer",
        "output", "padding", "pandas", "ppo", "prompt", "prompts", "psnr", "python", "pytorch",
        "ram", "ranking", "recall", "relu", "resnet", "rewards", "rmsprop", "rnn", "sac",
        "scheduler", "score", "scores", "scheduling", "script", "server", "sgd", "shuffle",
        "sigmoid", "softmax", "tensor", "tensorboard", "tensorflow", "tensors", "test", "token",
        "tokenizer", "tokens", "torch", "train", "transformer", "transformers", "unet", "vae",
        "val", "validation", "vit", "vram", "wandb", "warmup", "worker", "workers", "xgboost",
        "yolo",
    }
)
# Words of other languages that English writes as well: they tell no language.
ALIKE = frozenset(
    {
        "actions", "activations", "active", "annotation", "attend", "auto", "base", "box",
        "cameras", "car", "categories", "complete", "control", "decision", "degrade", "depend",
        "deployment", "difference", "differences", "division", "documents", "double", "episodes",
        "excellent", "execution", "experts", "face", "factor", "fallen", "final", "freeze",
        "generation", "horizontal", "influence", "installation", "instances", "iteration", "label",
        "lag", "laptop", "machines", "mails", "main", "memes", "messages", "minute", "modes",
        "multiples", "negatives", "net", "neuron", "non", "pages", "parameter", "part",
        "partition", "patients", "pc", "peak", "peaks", "photo", "photos", "pics", "pixels",
        "place", "plate", "point", "points", "portable", "prediction", "probe", "prod", "reduce",
        "reference", "rotation", "sea", "simple", "six", "super", "tag", "tests", "unique",
        "update", "utilisation", "variable", "variables", "versions", "videos", "will", "zeros",
        "zigzag",
    }
)
# fmt: on
