"""What a curator types about people."""
