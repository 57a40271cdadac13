"""What a map shows, where it lies and how it is drawn, as plain shapes. No Qt."""
