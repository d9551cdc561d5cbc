"""A sentence as an attribute of a class: put together each time it is read, in what is spoken then, not when the class is made."""

from footfall.wording import say


class Sentence:
    """`title = Sentence("rule.R1.title")`; it needs no values."""

    def __init__(self, key: str) -> None:
        self.key = key

    def __get__(self, instance: object, owner: type) -> str:
        return say(self.key)
