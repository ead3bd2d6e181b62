"""What a switch between servers asks, does, and says."""
