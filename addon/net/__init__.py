"""What touches the network: the HTTP server thread and this computer's addresses."""
