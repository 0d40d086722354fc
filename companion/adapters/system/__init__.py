"""System: the real clock, folders, resources, logs, what the desktop says and can do, word to the running program."""
