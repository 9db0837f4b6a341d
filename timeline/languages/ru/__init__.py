"""Russian: a folder of data; ``morphology`` undoes the word forms of its place names."""
