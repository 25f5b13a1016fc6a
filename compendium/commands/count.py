"""Numbers of things in words."""


def counted(number: int, one: str, more: str = "") -> str:
    """So many of a thing: "1 document", "1,200 documents", "2 copies".

    >>> counted(1, "document"), counted(1200, "document"), counted(2, "copy", "copies")
    ('1 document', '1,200 documents', '2 copies')
    """
    return f"{number:,} {one if number == 1 else more or one + 's'}"
