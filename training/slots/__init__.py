"""The network that casts the parts of findings: who met, spoke, undertook, signed."""
