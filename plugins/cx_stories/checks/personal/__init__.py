"""Personal data in running text: where it stands, and how to speak of it without repeating it."""
