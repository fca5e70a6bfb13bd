"""``python -m cjm``."""

from cjm.cli import run

if __name__ == "__main__":
    run()
