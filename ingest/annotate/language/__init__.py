"""Reading English sentences: words, verbs, clauses, and who acts."""
