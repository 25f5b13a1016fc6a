"""Pages of the web, read without loss and in linear time."""
