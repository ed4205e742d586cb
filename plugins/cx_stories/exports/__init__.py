"""From what the collection holds to files that other programs read."""
