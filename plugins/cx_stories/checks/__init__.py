"""What may be wrong with a story, one small file per fault."""
