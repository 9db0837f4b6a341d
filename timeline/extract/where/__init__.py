"""Which of the places that a text names is where something happened."""
