"""Adapters: the outside world, one sub-room per thing: storage, library, scheduling, transfer, settings, system.

Each fills ports of `application`; they are strangers to each other and to `ui` and `presentation`.
SQL lives in `storage` alone, front matter in `library`, APScheduler in `scheduling`.
"""
