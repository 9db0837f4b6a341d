"""Which of the times that a text tells belongs to which happening."""
