"""Persian: a folder of data."""
