"""The body of a document as passages: numbers weighed, headings and marks told, damage repaired."""
