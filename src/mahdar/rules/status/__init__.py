"""Status: held, planned, proposed, cancelled, denied, with detail: from tense, mood, negation, plan words and governing verbs."""
from .status import Standing, standing
from .tables import Governor, governors, plan_words

__all__ = ["Governor", "Standing", "governors", "plan_words", "standing"]
