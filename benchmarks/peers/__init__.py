"""Log doctors of others on our recorded runs, in one table with the engine."""
