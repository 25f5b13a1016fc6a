"""What guidance asks for, allows or forbids."""
