"""Readings in, files out: EXPORTS is the one list of formats."""

from onrecord.exports.export import EXPORTS, Export, export_named

__all__ = ["EXPORTS", "Export", "export_named"]
