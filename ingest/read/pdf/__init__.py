"""PDF files: the text that they hold, page by page, or the words on the images of their pages."""
