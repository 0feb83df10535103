"""Keeps the standing of a store: which reports are copies, which events one incident, and who holds what."""

from onrecord.jobs.standing.keeper import Keeper, keep_up

__all__ = ["Keeper", "keep_up"]
