"""Lasting ties."""
