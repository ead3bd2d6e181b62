"""The network: the HTTP server, this computer's addresses, firewalls, and other servers."""
