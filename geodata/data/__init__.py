"""The shipped gazetteer and outlines; README.md says where they come from."""
