"""What stands above the body of a document: who sent what to whom, when, how marked, about what."""
