"""Train one run: setups, data, models, schedules, sabotage, probes and the training loop."""
