"""Scheduling: APScheduler as a plain alarm clock. The only room that knows APScheduler."""
