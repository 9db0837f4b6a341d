"""Extraction: a pure function from one article to its times, places and mentions of events."""
