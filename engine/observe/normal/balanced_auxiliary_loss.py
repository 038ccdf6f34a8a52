"""The balancing loss of a mixture of experts stays near 1, or near top-k."""

from __future__ import annotations

from engine.observe.measures.run import train_loss
from engine.observe.measures.series import curve, final_level, finite_part, part
from engine.observe.measures.stated import number
from engine.observe.normal.about import named
from engine.observe.normal.movement import Movement, movement_of
from engine.observe.normal.pattern import Boundary, NormalPattern, Page
from engine.run import Case

CLOSE = 0.05  # of 1, or of k
EVEN = 0.4  # of the tokens, in the busiest quarter of the experts
UNEVEN = 0.5
NAMES = (
    "router_aux_loss",
    "balance_loss",
    "balancing_loss",
    "load_balancing_loss",
    "lb_loss",
    "moe_loss",
)
COEFFICIENTS = ("aux_coefficient", "router_aux_loss_coef", "aux_loss_coef", "moe_aux_loss_coeff")
CHOICES = ("top_k", "num_experts_per_tok", "moe_router_topk")

PAGE = Page(
    "balanced-auxiliary-loss",
    Boundary(
        "The value stays within 5% of 1 or of top-k, and the busiest quarter of the experts takes "
        "less than 0.4 of the tokens.",
        "moe-routing-collapse",
    ),
)
MOVES = Boundary("The last digits of the value change.", "detached-graph")


def read(case: Case) -> NormalPattern:
    balance = _balance(case)
    if balance is None:
        return PAGE.not_measured("No balancing loss of a mixture of experts is recorded.")
    text = f"{balance.text}."
    if balance.series.y.min() == balance.series.y.max():
        return PAGE.broken(
            text,
            balance.series,
            MOVES,
        )
    busiest = _busiest(case)
    if busiest is not None:
        text = f"{text} The busiest quarter of the experts takes {busiest:.0%}."
        if busiest > UNEVEN:
            return PAGE.broken(text, balance.series)
    level = _level(case, balance)
    text = f"{text} Without its coefficient it ends at {level:.3g}."
    if not _is_at_minimum(case, level):
        if balance.rises:
            return PAGE.broken(text, balance.series)
        return PAGE.not_shown(text)
    return _by_main_loss(
        case,
        balance,
        busiest,
        text,
    )


def _balance(case: Case) -> Movement | None:
    """Return the movement of the balancing loss; None without one.

    Other networks have auxiliary losses too, so that name counts with settings of experts alone.
    """
    names = [*NAMES]
    if any("expert" in key or key in CHOICES for key in case.config):
        names.append("aux_loss")
    for series in named(case, *names):
        moved = movement_of(series)
        if moved is not None:
            return moved
    return None


def _by_main_loss(
    case: Case,
    balance: Movement,
    busiest: float | None,
    text: str,
) -> NormalPattern:
    loss = train_loss(case)
    main = movement_of(loss) if loss is not None else None
    half = len(balance.series) // 2
    if main is None or not main.falls:
        return PAGE.not_measured(f"{text} The main loss does not fall.", balance.series)
    if busiest is None or busiest < EVEN:
        return PAGE.holds(f"{text} {main.text}.", part(balance.series, half))
    return PAGE.not_measured(text, balance.series)


def _level(case: Case, balance: Movement) -> float:
    """Return the last level, divided by the coefficient where the log shows the product."""
    coefficient = number(case, *COEFFICIENTS)
    if coefficient and 0 < coefficient < 1 and balance.last < 0.5:
        return balance.last / coefficient
    return balance.last


def _is_at_minimum(case: Case, level: float) -> bool:
    choices = number(case, *CHOICES) or 1.0
    return any(abs(level / least - 1) <= CLOSE for least in (1.0, max(choices, 1.0)))


def _busiest(case: Case) -> float | None:
    for series in named(case, "busiest_quarter", "busiest"):
        if len(finite_part(series)) > 1:
            share = curve(case, series.name)
            return None if share is None else final_level(share.y)
    return None
