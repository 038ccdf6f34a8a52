import pytest

from engine.observe.code.rules.divergence_outweighs import RULE
from engine.read.code.code import code_of
from engine.run import Snippet
from tests.engine.observe.code.rules.fragments import lines_found, specimen
from tests.growth import assert_linear

SPECIMENS = ("rising-kl-within-target",)
BAD = {
    "mean against sum": """
def loss_function(recon_x, x, mu, logvar):
    mse = F.mse_loss(recon_x, x)
    kld = -0.5 * torch.sum(1 + logvar - mu.pow(2) - logvar.exp())
    return mse + kld
""",
    "binary cross-entropy": """
def vae_loss(out, x, mu, log_var):
    bce = F.binary_cross_entropy(out, x, reduction="mean")
    kl = -0.5 * torch.sum(1 + log_var - mu ** 2 - log_var.exp())
    return bce + kl
""",
    "in a loop": """
for x, _ in loader:
    out, mu, log_var = vae(x)
    rec = (out - x).pow(2).mean()
    kl = -0.5 * (1 + log_var - mu.pow(2) - log_var.exp()).sum(dim=1).mean()
    loss = rec + kl
""",
}
GOOD = {
    "both are sums": """
def loss_function(recon_x, x, mu, logvar):
    bce = F.binary_cross_entropy(recon_x, x, reduction="sum")
    kld = -0.5 * torch.sum(1 + logvar - mu.pow(2) - logvar.exp())
    return bce + kld
""",
    "both are means": """
def loss_function(recon_x, x, mu, logvar):
    mse = F.mse_loss(recon_x, x)
    kld = -0.5 * (1 + logvar - mu.pow(2) - logvar.exp()).mean()
    return mse + kld
""",
    "the error is weighted": """
def loss_function(recon_x, x, mu, logvar):
    mse = F.mse_loss(recon_x, x) * x.shape[1]
    kld = -0.5 * torch.sum(1 + logvar - mu.pow(2) - logvar.exp())
    return mse + kld
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


def test_a_long_sum_is_read_in_linear_time():
    def call(size):
        code = code_of([Snippet("paste", 1, "loss = " + " + ".join(["x"] * (size // 4 + 1)))])
        return lambda: list(RULE.find(code))

    assert_linear(call)
