"""Text as it stands: paragraphs, sentences and words with exact offsets; pure functions without any language pack."""
