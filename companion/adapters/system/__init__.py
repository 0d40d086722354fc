"""System: the real clock, folders, resources, logs, what the desktop says and can do, and word to the running program."""
