"""Make faulty and healthy training runs, store them, and measure the engine's symptoms on them.

Training needs PyTorch (the extra `lab`); plans, stores and measures do not. No other package
imports this one.
"""

VERSION = "1"  # raise it when the same fault, setup and seed would give another run than before
