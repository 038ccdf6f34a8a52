import pytest

from engine.observe.code.rules.attention_without_order import RULE
from tests.engine.observe.code.rules.fragments import lines_found, specimen

SPECIMENS = ("attention-failure",)
BAD = {
    "an encoder on embeddings": """
class Classifier(nn.Module):
    def __init__(self):
        super().__init__()
        self.embed = nn.Embedding(1000, 64)
        self.encoder = nn.TransformerEncoder(nn.TransformerEncoderLayer(64, 4), 2)

    def forward(self, x):
        return self.head(self.encoder(self.embed(x)).mean(1))
""",
    "scaled embeddings": """
class Model(nn.Module):
    def __init__(self):
        super().__init__()
        self.tok = nn.Embedding(1000, 64)
        self.attn = nn.MultiheadAttention(64, 4)

    def forward(self, x):
        h = self.tok(x) * math.sqrt(64)
        return self.attn(h, h, h)[0]
""",
    "at the top of a notebook": """
emb = nn.Embedding(100, 32)
attn = nn.MultiheadAttention(32, 2, batch_first=True)
h = emb(tokens)
out, w = attn(h, h, h)
""",
}
GOOD = {
    "positions are added": """
class Classifier(nn.Module):
    def __init__(self):
        super().__init__()
        self.embed = nn.Embedding(1000, 64)
        self.pos = nn.Embedding(512, 64)
        self.encoder = nn.TransformerEncoder(nn.TransformerEncoderLayer(64, 4), 2)

    def forward(self, x):
        return self.encoder(self.embed(x) + self.pos(self.where))
""",
    "a recurrent layer in front": """
class Model(nn.Module):
    def __init__(self):
        super().__init__()
        self.tok = nn.Embedding(1000, 64)
        self.rnn = nn.GRU(64, 64, batch_first=True)
        self.attn = nn.MultiheadAttention(64, 4)

    def forward(self, x):
        h, _ = self.rnn(self.tok(x))
        return self.attn(h, h, h)[0]
""",
    "patches of an image": """
class ViT(nn.Module):
    def __init__(self):
        super().__init__()
        self.attn = nn.MultiheadAttention(64, 4)

    def forward(self, x):
        h = self.patches(x) + self.table
        return self.attn(h, h, h)[0]
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
