"""Accounts: who may sync, and from which devices."""
