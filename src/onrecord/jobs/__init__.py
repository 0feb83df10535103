"""The same pure function over many inputs."""
