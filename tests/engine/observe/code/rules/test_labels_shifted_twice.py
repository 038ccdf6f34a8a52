import pytest

from engine.observe.code.rules.labels_shifted_twice import RULE
from tests.engine.observe.code.rules.fragments import lines_found

BAD = {
    "a model of Transformers": """
model = AutoModelForCausalLM.from_pretrained("gpt2")
outputs = model(input_ids=ids[:, :-1], labels=ids[:, 1:])
""",
    "through names": """
model = GPT2LMHeadModel(config)
for batch in loader:
    inputs = batch["input_ids"][:, :-1].contiguous()
    targets = batch["input_ids"][:, 1:].contiguous()
    loss = model(inputs, labels=targets).loss
""",
    "a short fragment": """
x, y = tokens[:, :-1], tokens[:, 1:]
out = model(x, labels=y)
""",
}
GOOD = {
    "the same ids": """
model = AutoModelForCausalLM.from_pretrained("gpt2")
outputs = model(input_ids=ids, labels=ids)
""",
    "an own loss": """
model = AutoModelForCausalLM.from_pretrained("gpt2")
logits = model(ids[:, :-1]).logits
loss = F.cross_entropy(logits.flatten(0, 1), ids[:, 1:].flatten())
""",
    "an own model": """
class Model(nn.Module):
    def forward(self, x, labels):
        return F.cross_entropy(self.net(x).flatten(0, 1), labels.flatten())

loss = model(ids[:, :-1], labels=ids[:, 1:])
""",
}


@pytest.mark.parametrize("kind", BAD)
def test_finds_the_fault(kind):
    assert lines_found(RULE, BAD[kind])


@pytest.mark.parametrize("kind", GOOD)
def test_is_silent_without_the_fault(kind):
    assert lines_found(RULE, GOOD[kind]) == []
