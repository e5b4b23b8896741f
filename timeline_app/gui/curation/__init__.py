"""What keeps a library trustworthy: review, problems, history, suggestions, new readings."""
