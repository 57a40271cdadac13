"""Placing of cards and links: pure geometry, no domain, no Qt."""
