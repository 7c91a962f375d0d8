"""What the pages of consents say."""
