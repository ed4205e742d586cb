"""What `cx new` asks, and what it makes of the answers."""
