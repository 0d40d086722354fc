"""Bootstrap: what of it can be tested alone; the rest is in the journeys."""
