"""Keeps the standing of a store: which reports are copies, which events one incident, and who holds what."""

from onrecord.jobs.standing.keeper import Keeper

__all__ = ["Keeper"]
