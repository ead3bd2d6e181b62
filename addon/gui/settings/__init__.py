"""The settings window, a file for each tab."""
