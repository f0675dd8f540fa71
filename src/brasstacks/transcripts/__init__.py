"""A recorded conversation, as a file of many programs has it, becomes a session; and our own exports come back.

`read` takes the file apart, `build` makes a session of it once a person has said who asks. Nothing that was said is lost.
"""

from brasstacks.transcripts.build import Choice, build
from brasstacks.transcripts.decode import LARGEST, Unreadable
from brasstacks.transcripts.reading import read
from brasstacks.transcripts.talk import Fragment, Speaker, Talk, Unread, guess_interviewer, speakers

__all__ = [
    "LARGEST",
    "Choice",
    "Fragment",
    "Speaker",
    "Talk",
    "Unread",
    "Unreadable",
    "build",
    "guess_interviewer",
    "read",
    "speakers",
]
