"""Who did it, and who says so: parties, speakers and their accounts."""
