"""What somebody typed is shown as it is, and steers nothing."""

from __future__ import annotations

from cx_stories.views.signs import visible


def test_signs_that_steer_are_replaced_and_keep_their_place() -> None:
    """A mark under the fifth letter stays under the fifth letter."""
    assert visible("a\u202eb\x1bc\td\n👩\u200d🚀") == "a\ufffdb\ufffdc d\ufffd👩\u200d🚀"
