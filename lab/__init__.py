"""Faulty and healthy training runs, recorded. Needs PyTorch (the extra `lab`); nothing else imports this package."""
