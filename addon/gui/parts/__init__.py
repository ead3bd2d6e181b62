"""What several windows are made of: widgets, messages, and words used in more than one place."""
