"""What a person asks for: events and speakers by word, filters read and checked."""
