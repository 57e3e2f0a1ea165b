"""`packbuilder` and `python -m packbuilder`."""

from __future__ import annotations

from packbuilder.cli.main import main

if __name__ == "__main__":
    main()
