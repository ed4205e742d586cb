"""Files for the programs in which people write: generated, so that they know what the model knows."""
