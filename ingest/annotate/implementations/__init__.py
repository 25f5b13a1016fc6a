"""How countries give effect to decisions."""
