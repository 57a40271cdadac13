"""Shapes → pixels, SVG and PDF."""
