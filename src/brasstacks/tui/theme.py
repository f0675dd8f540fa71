"""The colours: brass on slate and on paper, the highest contrast, and the terminal's own.

Every theme names the same parts. What the cursor stands on is told by more than its colour: by bold words, a heavy frame,
or, where there are no colours to be had, by words turned round (`reverse`).
"""

from textual.theme import Theme


def _parts(row: str, row_blurred: str, field: str, bar: str, muted: str, edge: str) -> dict[str, str]:
    """The variables of a theme with colours of its own.

    Args:
        row: behind the row that the cursor stands on.
        row_blurred: the same in a list that has not the cursor.
        field: behind the field that has the cursor.
        bar: the bar beside what scrolls.
        muted: words that are beside the point, as well to be read as the others.
        edge: the frame of what has not the cursor; decoration only, for each part has its title too.
    """
    return {
        "row": row,
        "row-style": "bold",
        "row-blurred": row_blurred,
        "row-blurred-style": "none",
        "field": field,
        "field-style": "underline",
        "muted": muted,
        "border-blurred": edge,
        "scrollbar": bar,
        "scrollbar-hover": bar,
        "scrollbar-active": bar,
    }


BRASS_DARK = Theme(
    name="brass-dark",
    primary="#d9b25f",
    secondary="#83b8af",
    accent="#e8c77a",
    foreground="#e9e4d8",
    background="#15181b",
    surface="#1a1e22",
    panel="#22272c",
    success="#8fbf7f",
    warning="#e3a857",
    error="#ef8f80",
    dark=True,
    variables={
        **_parts(row="#3a3222", row_blurred="#23262a", field="#2e2b24", bar="#6f7880", muted="#a3a8a3", edge="#4a5157"),
        "block-cursor-background": "#d9b25f",
        "block-cursor-foreground": "#15181b",
        "block-cursor-blurred-background": "#3a3f44",
        "footer-key-foreground": "#d9b25f",
        "input-selection-background": "#5a4a28",
    },
)

BRASS_LIGHT = Theme(
    name="brass-light",
    primary="#715309",
    secondary="#285f57",
    accent="#7d5a0e",
    foreground="#23262a",
    background="#f7f4ec",
    surface="#fbf9f3",
    panel="#ece7da",
    success="#2f6025",
    warning="#7a4800",
    error="#9b3023",
    dark=False,
    variables={
        **_parts(row="#e9dcb8", row_blurred="#efeade", field="#efe5c9", bar="#857d6a", muted="#5a564c", edge="#b3ab98"),
        "block-cursor-background": "#715309",
        "block-cursor-foreground": "#fbf9f3",
        "block-cursor-blurred-background": "#e0d9c7",
        "footer-key-foreground": "#715309",
        "input-selection-background": "#dccb97",
    },
)

CONTRAST_DARK = Theme(
    name="contrast-dark",
    primary="#ffd75f",
    secondary="#5fffff",
    accent="#ffff5f",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#1c1c1c",
    success="#87ff87",
    warning="#ffaf5f",
    error="#ffafaf",
    dark=True,
    variables={
        **_parts(row="#002560", row_blurred="#303030", field="#002560", bar="#c6c6c6", muted="#dadada", edge="#9e9e9e"),
        "block-cursor-background": "#ffd75f",
        "block-cursor-foreground": "#000000",
        "block-cursor-blurred-background": "#303030",
        "footer-key-foreground": "#ffd75f",
        "input-selection-background": "#002560",
    },
)

CONTRAST_LIGHT = Theme(
    name="contrast-light",
    primary="#00337a",
    secondary="#004d4d",
    accent="#00337a",
    foreground="#000000",
    background="#ffffff",
    surface="#ffffff",
    panel="#eeeeee",
    success="#004d00",
    warning="#6b3000",
    error="#8b0000",
    dark=False,
    variables={
        **_parts(row="#ffe9a8", row_blurred="#e4e4e4", field="#fff3cc", bar="#4e4e4e", muted="#303030", edge="#6c6c6c"),
        "block-cursor-background": "#00337a",
        "block-cursor-foreground": "#ffffff",
        "block-cursor-blurred-background": "#d0d0d0",
        "footer-key-foreground": "#00337a",
        "input-selection-background": "#ffe9a8",
    },
)

_OWN = "ansi_default"

ANSI = Theme(
    name="ansi",
    primary="ansi_yellow",
    secondary="ansi_cyan",
    accent="ansi_yellow",
    foreground=_OWN,
    background=_OWN,
    surface=_OWN,
    panel=_OWN,
    success="ansi_green",
    warning="ansi_magenta",
    error="ansi_red",
    dark=True,
    ansi=True,
    variables={
        # No grey: bright black is the background itself in some of the schemes that people use.
        **_parts(row=_OWN, row_blurred=_OWN, field=_OWN, bar=_OWN, muted=_OWN, edge=_OWN),
        "row-style": "reverse",
        "row-blurred-style": "bold",
        "ansi-background": _OWN,
        "ansi-foreground": _OWN,
        "block-cursor-background": _OWN,
        "block-cursor-foreground": _OWN,
        "block-cursor-text-style": "reverse",
        "border": _OWN,
        "footer-key-foreground": "ansi_yellow",
        "input-selection-background": "ansi_yellow",
        "input-selection-foreground": "ansi_black",
        "screen-selection-background": "ansi_yellow",
        "screen-selection-foreground": "ansi_black",
        "scrollbar-background": _OWN,
        "scrollbar-background-hover": _OWN,
        "scrollbar-background-active": _OWN,
    },
)

THEMES = (BRASS_DARK, BRASS_LIGHT, CONTRAST_DARK, CONTRAST_LIGHT, ANSI)
