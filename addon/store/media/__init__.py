"""One user's media: files, their list, and the zips of media sync."""
