"""What a document names: other documents, countries, meetings, works and dates."""
