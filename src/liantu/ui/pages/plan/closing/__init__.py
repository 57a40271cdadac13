"""补链方案: plans for a target, side by side, with links, purchases, proof and a map."""
