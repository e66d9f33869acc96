"""What a scheme is worth: one module per subject."""
