"""Page images in, words out: each word keeps its box and how surely it was read."""
