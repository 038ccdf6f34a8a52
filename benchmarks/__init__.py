"""Accuracy and speed, peers side by side. Run as modules: python -m benchmarks.accuracy"""

import os

import django

# The content classes share modules with the models; nothing here asks a database.
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
os.environ.setdefault("DEBUG", "1")
django.setup()
