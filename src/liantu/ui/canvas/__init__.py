"""The map on screen: items, gestures, walking by keys, minimap."""
