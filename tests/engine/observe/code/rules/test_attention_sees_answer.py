import pytest

from engine.observe.code.rules.attention_sees_answer import RULE
from tests.engine.observe.code.rules.fragments import lines_found, specimen

SPECIMENS = ("low-starting-loss",)
BAD = {
    "a function without a mask": """
def forward(self, x):
    q, k, v = self.qkv(x).chunk(3, -1)
    return self.out(F.scaled_dot_product_attention(q, k, v))

loss = F.cross_entropy(model(tokens[:, :-1]).flatten(0, 1), tokens[:, 1:].flatten())
""",
    "an encoder": """
class LM(nn.Module):
    def __init__(self):
        super().__init__()
        self.encoder = nn.TransformerEncoder(layer, 6)

    def forward(self, x):
        return self.head(self.encoder(self.embed(x)))

criterion = nn.CrossEntropyLoss()
logits = model(batch[:, :-1])
loss = criterion(logits.reshape(-1, vocab), batch[:, 1:].reshape(-1))
""",
    "MultiheadAttention": """
class Block(nn.Module):
    def __init__(self):
        super().__init__()
        self.attn = nn.MultiheadAttention(64, 4, batch_first=True)

    def forward(self, x):
        return x + self.attn(x, x, x)[0]

loss = F.cross_entropy(net(ids[:, :-1]).transpose(1, 2), ids[:, 1:])
""",
}
GOOD = {
    "causal": """
def forward(self, x):
    q, k, v = self.qkv(x).chunk(3, -1)
    return self.out(F.scaled_dot_product_attention(q, k, v, is_causal=True))

loss = F.cross_entropy(model(tokens[:, :-1]).flatten(0, 1), tokens[:, 1:].flatten())
""",
    "a mask by hand": """
mask = torch.tril(torch.ones(n, n)).bool()
def forward(self, x):
    q, k, v = self.qkv(x).chunk(3, -1)
    return self.out(F.scaled_dot_product_attention(q, k, v, mask))

loss = F.cross_entropy(model(tokens[:, :-1]).flatten(0, 1), tokens[:, 1:].flatten())
""",
    "a classifier": """
def forward(self, x):
    q, k, v = self.qkv(x).chunk(3, -1)
    return self.out(F.scaled_dot_product_attention(q, k, v).mean(1))

loss = F.cross_entropy(model(x), y)
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
