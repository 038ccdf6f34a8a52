"""Accuracy and speed, peers side by side. Run as modules: python -m benchmarks.accuracy"""
