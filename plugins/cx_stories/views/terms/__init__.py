"""Terms: all lists of them, the terms of a list, and what a term means and where it is met."""
