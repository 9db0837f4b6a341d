"""What a text says of time: expressions found, resolved to days, in any language that has a pack."""
