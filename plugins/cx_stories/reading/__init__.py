"""The only code that reads stories from disk."""
