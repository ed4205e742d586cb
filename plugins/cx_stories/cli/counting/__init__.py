"""What `cx stats` counts, and how it prints that."""
