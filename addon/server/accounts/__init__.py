"""Who may sync, from which devices."""
