"""What `cx build-report` says, and how it prints that."""
