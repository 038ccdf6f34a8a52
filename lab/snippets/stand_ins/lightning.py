"""A LightningModule with its loaders."""

import lightning as L
import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

torch.manual_seed(0)
train_set = TensorDataset(
    torch.randn(32, 8),
    torch.randint(3, (32,)),
)
train_loader = DataLoader(
    train_set,
    batch_size=8,
    shuffle=True,
)
val_loader = DataLoader(
    train_set,
    batch_size=8,
)


class LitModel(L.LightningModule):
    def __init__(self):
        super().__init__()
        self.net = nn.Linear(8, 3)

    def training_step(self, batch, batch_idx):
        inputs, targets = batch
        logits = self.net(inputs)
        loss = nn.functional.cross_entropy(logits, targets)
        self.log("train_loss", loss)
        return loss

    def validation_step(self, batch, batch_idx):
        inputs, targets = batch
        logits = self.net(inputs)
        loss = nn.functional.cross_entropy(logits, targets)
        self.log("val_loss", loss)

    def configure_optimizers(self):
        return torch.optim.AdamW(
            self.parameters(),
            lr=1e-3,
        )


model = LitModel()
