"""Cases: what happened, what is due, and who may see what of it."""
