"""Readings and answers as documents: a folder a page, in one frame."""
