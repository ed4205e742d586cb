"""`python -m cx_stories`: the same as `cx`, where that is not on the path."""

from __future__ import annotations

from cx_stories.cli.main import main

if __name__ == "__main__":
    main()
