"""System: the real clock, folders, resources, logs, and word to the running program."""
