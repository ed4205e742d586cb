"""How a command ends, for whoever runs it from a program: the same numbers everywhere."""

from __future__ import annotations

FINE = 0
"""All is well."""
AMISS = 1
"""The command has done its work, and something is not as it should be; or it could not write."""
UNUSABLE = 2
"""The command or the configuration of the site cannot be used."""
