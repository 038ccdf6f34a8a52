"""What an operator needs: logs with request ids, metrics, backup and restore."""
