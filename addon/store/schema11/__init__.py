"""What schema 11 is. Imports nothing from the other rooms of the store."""
