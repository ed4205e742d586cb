"""Read, check, relate, view: the one place that knows the order."""

from cx_stories.pipeline.checking import Inspection, inspect
from cx_stories.pipeline.collecting import Collection, build, collect, editions_of
from cx_stories.pipeline.settings import Settings, today

__all__ = ["Collection", "Inspection", "Settings", "build", "collect", "editions_of", "inspect", "today"]
