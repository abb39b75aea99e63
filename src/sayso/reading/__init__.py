"""Room 1: what does a document say, and on whose word?"""
