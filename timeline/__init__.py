"""Chronotope: dated, geocoded, sourced events from news articles, as a linked map and timeline."""

__version__ = "0.1.0"
