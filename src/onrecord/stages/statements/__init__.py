"""Quotations and statements: what is said in the report, and according to whom."""
