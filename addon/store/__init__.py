"""One user's folder: the collection in schema 11, its merge, conversion, validation, and media."""
