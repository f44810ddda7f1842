"""The decision stage: options compared, criterion by criterion."""
