"""What a PyTorch loop has: a small classifier, its data, an optimizer and the usual names."""

import contextlib
import math

import torch
from torch import nn
from torch.nn import functional as F
from torch.utils.data import DataLoader, TensorDataset

torch.manual_seed(0)
device = torch.device("cpu")
n_classes = 4
x_train = torch.randn(64, 20)
y_train = torch.randint(n_classes, (64,))
x_val = torch.randn(32, 20)
y_val = torch.randint(n_classes, (32,))
train_set = TensorDataset(x_train, y_train)
val_set = TensorDataset(x_val, y_val)
train_loader = DataLoader(
    train_set,
    batch_size=16,
    shuffle=True,
)
val_loader = DataLoader(
    val_set,
    batch_size=16,
)
model = nn.Sequential(
    nn.Linear(20, 16),
    nn.BatchNorm1d(16),
    nn.ReLU(),
    nn.Dropout(0.1),
    nn.Linear(16, n_classes),
)
criterion = nn.CrossEntropyLoss()
optimizer = torch.optim.AdamW(
    model.parameters(),
    lr=1e-3,
)
scheduler = torch.optim.lr_scheduler.ConstantLR(optimizer)
scaler = torch.amp.GradScaler("cpu")
epoch = 0
step = 0
epochs = 2
inputs, targets = next(iter(train_loader))
logits = model(inputs)
loss = criterion(logits, targets)
