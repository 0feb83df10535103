"""Scores whole readings against the hand-annotated evidence gold of ../shared/gold, after the rules of its README."""

from evaluation.evidence.task import evaluate

__all__ = ["evaluate"]
