"""Lets the tests import the benchmarks, which are programs in a folder of their own and no package."""

from __future__ import annotations

import sys
from pathlib import Path

FOLDER = Path(__file__).parents[2] / "benchmarks"
sys.path[:0] = [str(FOLDER), str(FOLDER / "relevance"), str(FOLDER / "search"), str(FOLDER / "dependable")]
