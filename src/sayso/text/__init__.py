"""Text as it stands: paragraphs, sentences and words with exact offsets; pure functions; what is furniture of a page, by the words of a pack."""
