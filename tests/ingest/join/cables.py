"""Telegrams on what one plenary decided, each in words of its own."""

from pathlib import Path

TEXT = """R 040045Z {month} {year:02d}
FM {post}
TO SECSTATE WASHDC

C O N F I D E N T I A L {name} {number}

E.O. 12958: DECL: 04/04/2018
SUBJECT: MTCR: {subject}

{body}
"""


def cable(
    folder: Path, number: int, body: str, *, year: int = 5, month: str = "APR", subject: str = "REPORT"
) -> Path:
    """A telegram of Paris with that body, as a file."""
    folder.mkdir(exist_ok=True)
    path = folder / f"{number}.txt"
    told = {"post": "AMEMBASSY PARIS", "name": "PARIS", "number": number, "year": year, "month": month}
    path.write_text(TEXT.format(**told, subject=subject, body=body))
    return path
