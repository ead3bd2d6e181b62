"""The only packages with widgets."""
