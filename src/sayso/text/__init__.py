"""Text as it stands: paragraphs, sentences and words with exact offsets, and what is furniture of a page; pure functions."""
