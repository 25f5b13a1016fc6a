"""What all parts of parsing ask of a text: its lines, breaks and damage, dates, posts, known words."""
