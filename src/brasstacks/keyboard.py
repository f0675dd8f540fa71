"""The same keys on a Latin and on a Russian keyboard: a word counts however the keyboard stands."""

_QWERTY = "qwertyuiop[]asdfghjkl;'zxcvbnm,./`"
_JCUKEN = "йцукенгшщзхъфывапролджэячсмитьбю.ё"
_BY_KEY = str.maketrans(_JCUKEN, _QWERTY)
_BY_KEY_BACK = str.maketrans(_QWERTY, _JCUKEN)


def spellings(word: str) -> tuple[str, str, str]:
    """A word in lower case as it was typed, and as the same keys would give it on the other keyboard."""
    word = word.casefold()
    return word, word.translate(_BY_KEY), word.translate(_BY_KEY_BACK)
