"""The customer journey: where on the way, and through which channels, the stories happened."""
