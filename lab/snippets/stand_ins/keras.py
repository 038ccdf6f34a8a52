"""A compiled Keras classifier and its arrays."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

import keras
import numpy as np

rng = np.random.default_rng(0)
x_train = rng.normal(size=(64, 20)).astype("float32")
y_train = rng.integers(0, 4, 64)
x_val = rng.normal(size=(32, 20)).astype("float32")
y_val = rng.integers(0, 4, 32)
model = keras.Sequential(
    [
        keras.layers.Input((20,)),
        keras.layers.Dense(
            16,
            activation="relu",
        ),
        keras.layers.Dense(4),
    ]
)
model.compile(
    optimizer=keras.optimizers.Adam(1e-3),
    loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
    metrics=["accuracy"],
)
