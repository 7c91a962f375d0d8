"""People who sign in, their roles, and the links that let them in. The same tables stand in every schema."""

from .invitation import Invitation
from .links import SignInAttempt, SignInLink
from .person import User, UserManager
from .role import Membership

__all__ = ["Invitation", "Membership", "SignInAttempt", "SignInLink", "User", "UserManager"]
