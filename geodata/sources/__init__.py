"""How the shipped data is rebuilt: one module per source, then ``compile``; run each with ``python -m``."""
