"""Tables with a document in each row, read row by row."""
