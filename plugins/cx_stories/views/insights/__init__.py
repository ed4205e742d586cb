"""What the collection as a whole shows, and how far to trust it."""
