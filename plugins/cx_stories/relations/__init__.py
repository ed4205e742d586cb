"""How stories hang together: pure functions of the library."""
