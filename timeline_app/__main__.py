"""`timeline-app`: without arguments the window, with arguments the command line."""

import sys


def main() -> int:
    """Run the program and return its exit status."""
    from timeline_app.cli.main import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
