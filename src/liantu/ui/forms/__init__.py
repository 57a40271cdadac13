"""Forms made from the declared fields of the reader: one class serves every kind of thing."""
