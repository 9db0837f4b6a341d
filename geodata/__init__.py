"""Where: an offline gazetteer, the recognition of place names in running text, and their resolution."""
