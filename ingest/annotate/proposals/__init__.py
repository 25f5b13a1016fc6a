"""What somebody put to a regime."""
