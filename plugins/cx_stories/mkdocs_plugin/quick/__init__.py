"""Short ways through Python-Markdown: what cannot match a text is not tried on it.

Python-Markdown shows every paragraph to some twenty processors of blocks, and every piece of text to as many
patterns, of which most texts need none. Here plain words pass them by. What is made stays the same, to the
byte.

Whoever goes a short way must know what lies beside it: `known.py` says of which versions and processors we
know what they look for. Whatever it does not know is tried as ever, which is only slower.
"""

from cx_stories.mkdocs_plugin.quick.reader import Shortened

__all__ = ["Shortened"]
