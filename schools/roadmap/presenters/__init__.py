"""The roadmap in words for its pages."""

from schools.roadmap.presenters.plan import WORDS, WORDS_OF_PAST, approval, conclusion, share_of, stage_circles, trail

__all__ = ["WORDS", "WORDS_OF_PAST", "approval", "conclusion", "share_of", "stage_circles", "trail"]
