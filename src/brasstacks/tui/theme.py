"""The colours: brass on slate, and the words for how concrete something is."""

from textual.theme import Theme

BRASS_DARK = Theme(
    name="brass-dark",
    primary="#d9b25f",
    secondary="#7fb0a8",
    accent="#e8c77a",
    foreground="#e9e4d8",
    background="#15181b",
    surface="#1a1e22",
    panel="#22272c",
    success="#8fbf7f",
    warning="#e3a857",
    error="#e2786a",
    dark=True,
    variables={
        "block-cursor-background": "#d9b25f",
        "block-cursor-foreground": "#15181b",
        "block-cursor-blurred-background": "#3a3f44",
        "footer-key-foreground": "#d9b25f",
        "input-selection-background": "#d9b25f 35%",
        "muted": "#8f948f",
        "border": "#4a5157",
        "border-blurred": "#33393e",
    },
)

BRASS_LIGHT = Theme(
    name="brass-light",
    primary="#7a5a10",
    secondary="#2c665d",
    accent="#8a6412",
    foreground="#23262a",
    background="#f7f4ec",
    surface="#fbf9f3",
    panel="#ece7da",
    success="#35692a",
    warning="#8a5200",
    error="#a83a2c",
    dark=False,
    variables={
        "footer-key-foreground": "#7a5a10",
        "input-selection-background": "#7a5a10 25%",
        "muted": "#6b675c",
        "border": "#a79f8c",
        "border-blurred": "#cfc8b6",
    },
)

THEMES = (BRASS_DARK, BRASS_LIGHT)
