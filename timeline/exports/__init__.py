"""Exports of the table of events: one file a format, each with ``content(frame)`` and ``export(frame, folder)``."""
