"""Commands that keep something beside the chains: the question over the box stays."""

from brasstacks import editing, promises
from brasstacks.interview.outcome import Outcome
from brasstacks.interview.state import Interview
from brasstacks.interview.typed import Typed, needs_words
from brasstacks.words import _


def note(interview: Interview, typed: Typed) -> Outcome:
    """Keep a remark."""
    if not typed.words:
        return needs_words()
    session = editing.add_note(interview.session, typed.words, now=typed.now, new_id=interview.new_id)
    return interview.aside(_("note"), session, _("Noted."))


def follow_up(interview: Interview, typed: Typed) -> Outcome:
    """Keep a promise, as it was said on one line."""
    if not typed.words:
        return needs_words()
    one = promises.parse(typed.words, typed.now.date())
    session = editing.add_follow_up(
        interview.session, one.text, now=typed.now, new_id=interview.new_id, by=one.by, to=one.to, due=one.due
    )
    kept_words = " · ".join(filter(None, (one.text, one.due, one.by)))
    return interview.aside(_("follow-up"), session, _("Kept: {words}").format(words=kept_words))


def budget(interview: Interview, typed: Typed) -> Outcome:
    """Keep the most that they would spend."""
    if not typed.words:
        return needs_words()
    session = editing.name_client(interview.session, now=typed.now, budget=typed.words)
    return interview.aside(_("budget"), session, _("Noted."))


def risk(interview: Interview, typed: Typed) -> Outcome:
    """Note a risk that the bank has not; alone: open the risks."""
    if not typed.words:
        return Outcome(done=True, effect="risks")
    session = editing.note_risk(
        interview.session, typed.words, now=typed.now, new_id=interview.new_id, raised=typed.now
    )
    return interview.aside(_("new risk"), session, _("Noted."))


def complaint(interview: Interview, typed: Typed) -> Outcome:
    """Keep what they are dissatisfied with; alone: open what was done and perceived."""
    if not typed.words:
        return Outcome(done=True, effect="perceived")
    session = editing.add_complaint(interview.session, typed.words, now=typed.now, new_id=interview.new_id)
    return interview.aside(_("complaint"), session, _("Noted. /perceived brings it to an ending."))


def decided(interview: Interview, typed: Typed) -> Outcome:
    """They decided, before the price was asked."""
    session = editing.tick_sign(interview.session, "decided_before_price", 1.0, now=typed.now, new_id=interview.new_id)
    return interview.aside(_("own note"), session, _("Noted."))


def price(interview: Interview, typed: Typed) -> Outcome:
    """The price was asked now."""
    session = editing.stamp_price(interview.session, now=typed.now)
    return interview.aside(_("price asked"), session, _("Noted: the price was asked."))
