"""A site that begins: which files it has, and how they get into their folder."""
