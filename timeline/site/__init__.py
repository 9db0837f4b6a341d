"""The static site: pages, data files and scripts, written from the table of events."""
