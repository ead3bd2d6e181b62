"""One user's folder: the schema-11 collection, how it is merged and checked, and the media."""
