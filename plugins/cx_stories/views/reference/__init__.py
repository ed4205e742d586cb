"""What a writer may look up: the rules, the lines above a story, the terms. Made from what the checks use."""
