"""Exit with 1 and a sentence when HOST:PORT cannot be listened on."""

import socket
import sys


def main() -> int:
    host, port = sys.argv[1], int(sys.argv[2])
    if not 0 < port < 65536:
        print(f"error: --port must be between 1 and 65535, not {port}", file=sys.stderr)
        return 1
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((host, port))
        except OSError as error:
            print(
                f"error: cannot listen on {host}:{port}: {error.strerror}. Choose another --port.",
                file=sys.stderr,
            )
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
