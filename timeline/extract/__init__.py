"""Extraction: a pure function from one article to its times, places and mentions of events.

``assemble`` reads an article, ``telling`` a sentence of it, ``settle`` finds a happening's time and place, ``scoring``
says how likely it is right. Each question has a room: ``text`` (words, sentences, phrases, word lists), ``timex``
(time expressions), ``what`` (triggers, whether it happened, figures), ``when`` and ``where`` (which time and place are
whose), ``who`` (parties, their parts, speakers).
"""
