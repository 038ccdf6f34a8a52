"""Exit with 1 and a sentence when a server cannot listen on HOST PORT, the two arguments."""

import socket
import sys

LAST_PORT = 65535


def main() -> int:
    host = sys.argv[1]
    port = int(sys.argv[2])
    problem = why_not(host, port)
    if problem:
        print(f"error: {problem}", file=sys.stderr)
        return 1
    return 0


def why_not(host: str, port: int) -> str:
    """Try to listen, and return the reason when that fails; "" when it works."""
    if not 0 < port <= LAST_PORT:
        return f"--port must be between 1 and {LAST_PORT}, not {port}"
    family = socket.AF_INET
    if ":" in host:
        family = socket.AF_INET6
    with socket.socket(family) as listener:
        # Connections that a stopped server has left behind must not count.
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((host, port))
        except OSError as error:
            reason = error.strerror
            return f"cannot listen on {host}:{port}: {reason}. Choose another --port."
    return ""


if __name__ == "__main__":
    sys.exit(main())
