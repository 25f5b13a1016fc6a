"""Where countries stand."""
