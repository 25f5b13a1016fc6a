"""PDF files made for the tests: with text, with page images, locked, damaged, or packed to burst."""

import io
import zlib
from collections.abc import Sequence

from fpdf import FPDF

LETTER = (612, 792)


def printed(*pages: Sequence[str], order: Sequence[int] = ()) -> bytes:
    """A PDF whose pages hold lines of text, drawn in that *order*."""
    pdf = FPDF(unit="pt", format="letter")
    for lines in pages:
        pdf.add_page()
        pdf.set_font("Courier", size=10)
        for at in order or range(len(lines)):
            if lines[at]:
                pdf.text(72, 72 + 12 * at, lines[at])
    return bytes(pdf.output())


def photographed(*images: bytes, stamp: str = "") -> bytes:
    """A PDF whose pages are images that cover them, with a *stamp* of text on each."""
    pdf = FPDF(unit="pt", format="letter")
    for image in images:
        pdf.add_page()
        pdf.image(io.BytesIO(image), 0, 0, *LETTER)
        if stamp:
            pdf.set_font("Courier", size=8)
            pdf.text(20, 20, stamp)
    return bytes(pdf.output())


def locked() -> bytes:
    """A PDF that opens with a password only."""
    pdf = FPDF()
    pdf.add_page()
    pdf.set_font("Courier")
    pdf.cell(text="SECRET")
    pdf.set_encryption(owner_password="owner", user_password="user")
    return bytes(pdf.output())


def raw(*objects: bytes) -> bytes:
    """A PDF of those objects, the first of which is its catalogue; the table of objects is made."""
    body, places = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, start=1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    count = len(objects) + 1
    head = b"xref\n0 %d\n0000000000 65535 f \n" % count
    tail = b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (count, len(body))
    return body + head + table + tail


def one_page(content: bytes, *, box: str = "0 0 612 792", filters: str = "") -> bytes:
    """A PDF of one page with that content, which *filters* unpack."""
    packed = f" /Filter [{filters}]" if filters else ""
    return raw(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox [{box}] /Contents 4 0 R >>".encode(),
        f"<< /Length {len(content)}{packed} >>\nstream\n".encode() + content + b"\nendstream",
    )


def bomb(size: int, layers: int) -> bytes:
    """A PDF of one page whose content unpacks to *size* bytes, packed *layers* times."""
    packer = zlib.compressobj(9)
    block = bytes(1024 * 1024)
    content = b"".join(packer.compress(block) for _ in range(size // len(block))) + packer.flush()
    for _ in range(layers - 1):
        content = zlib.compress(content, 9)
    return one_page(content, filters=" ".join(["/FlateDecode"] * layers))
