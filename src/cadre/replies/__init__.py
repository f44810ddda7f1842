"""Replies: what nations send, as they send it, to offers of a mission.

Takes spreadsheets with other headings, other words and other spellings, gives a `Proposal` of what they mean
and what they would change, and writes it into the mission folder once it is confirmed.
"""

from cadre.replies.entering import enter
from cadre.replies.memory import Memory
from cadre.replies.proposing import RepliesProposal, ReplyInstructions, propose

__all__ = ["Memory", "RepliesProposal", "ReplyInstructions", "enter", "propose"]
