"""The client's yes to a criterion, and the no: whose it is, and why."""

from brasstacks.session import Client, Criterion
from brasstacks.tui.screens.ask import Filled, Form, Line
from brasstacks.words import _


def yes(criterion: Criterion, client: Client) -> Form:
    """Who said yes to the words: proposed are who said it before, else who decides, else the client."""
    deciders = [person.name for person in client.people if person.decides]
    who = criterion.agreed_by or (deciders or [client.name])[0]
    named = ", ".join(person.name for person in client.people)

    def wrong(filled: Filled) -> str:
        if filled["who"]:
            return ""
        return _("A yes is somebody's: write who said it. On their side: {people}").format(people=named)

    return Form(_("Who said yes to these words?"), [Line("who", _("Who"), who)], wrong=wrong)


def no(criterion: Criterion) -> Form:
    """Why it is not to count."""

    def wrong(filled: Filled) -> str:
        return "" if filled["why"] else _("In half a year somebody will ask why: a few words.")

    return Form(_("Why does it not count?"), [Line("why", "", criterion.rejected_because, passage=True)], wrong=wrong)
