"""A tiny BERT classifier, made from a configuration, and its data sets."""

import tempfile

import torch
import transformers
from transformers import (
    AutoModelForSequenceClassification,
    BertConfig,
    BertForSequenceClassification,
    EarlyStoppingCallback,
    Trainer,
    TrainerCallback,
    TrainingArguments,
)

torch.manual_seed(0)
output_dir = tempfile.mkdtemp()
config = BertConfig(
    vocab_size=50,
    hidden_size=16,
    num_hidden_layers=2,
    num_attention_heads=2,
    intermediate_size=32,
    num_labels=2,
)
model = BertForSequenceClassification(config)
train_set = [
    {"input_ids": torch.randint(50, (8,)), "labels": torch.tensor(place % 2)} for place in range(16)
]
val_set = train_set[:8]
