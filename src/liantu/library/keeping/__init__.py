"""A data folder kept safe: saved whole or not at all, locked, backed up, recovered, copied."""
