"""The sync server as a WSGI application; it knows neither sockets nor who listens to it."""
