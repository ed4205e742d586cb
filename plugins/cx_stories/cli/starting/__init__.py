"""What `cx init` asks and tells."""
