"""How large a picture is."""

from __future__ import annotations

WIDTH, HEIGHT = 1200, 630
"""What those who show pictures of pages ask for: about twice as wide as high, and not small."""
