"""How fast, and in how much memory? Each task in a process of its own, everything in one run, so that ratios mean something."""
