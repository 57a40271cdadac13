"""图谱: chains, map, lists and reasons."""
