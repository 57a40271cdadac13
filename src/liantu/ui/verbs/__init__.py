"""What the user can do: each verb with its function, in modules by menu."""
