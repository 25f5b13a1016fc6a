"""What a regime decided."""
