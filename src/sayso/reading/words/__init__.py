"""What are the words of a unit, how do they hang together, and what do they stand for? The other folders stand on it."""
