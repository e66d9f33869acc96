"""What a workplace claims for a month, and why another amount was paid."""
