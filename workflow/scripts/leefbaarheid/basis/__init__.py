"""What every wing stands on: errors, the task wrapper, the lock, files, Dutch, and fixed terms."""
