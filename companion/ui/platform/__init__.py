"""Platform: what only Qt or this desktop can do, as fillings of ports: threads, notifications, one instance."""
