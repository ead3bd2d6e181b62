"""When the open collection and the phones' store are brought together, and what is said of it."""
