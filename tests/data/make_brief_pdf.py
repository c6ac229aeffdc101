"""Write `brief.pdf`: the text of `brief.txt` on two pages, as the smallest PDF that has a text layer.

python tests/data/make_brief_pdf.py
"""

from __future__ import annotations

import textwrap
from pathlib import Path

FOLDER = Path(__file__).parent
LINES_PER_PAGE, WIDTH = 52, 92
RUNNING_HEAD = "Sample brief"


def pages(text: str) -> list[list[str]]:
    lines = [line for row in text.split("\n") for line in (textwrap.wrap(row, WIDTH) or [""])]
    return [lines[start : start + LINES_PER_PAGE] for start in range(0, len(lines), LINES_PER_PAGE)]


def content(lines: list[str], number: int) -> bytes:
    """Text operators of one page: one line each, in the encoding of the standard fonts."""
    rows = [f"{RUNNING_HEAD}, page {number}", "", *lines]
    shown = [row.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)") for row in rows]
    body = "".join(f"({row}) Tj T*\n" for row in shown)
    return f"BT /F1 10 Tf 13 TL 60 790 Td\n{body}ET".encode("cp1252", "replace")


def pdf(parts: list[bytes]) -> bytes:
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(parts)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(parts)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for number, part in enumerate(parts):
        head = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >>"
        objects.append(f"{head} /Contents {5 + 2 * number} 0 R >>".encode())
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(part), part))
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    rows = b"".join(b"%010d 00000 n \n" % place for place in places)
    table = b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, rows)
    trailer = b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, len(out))
    return out + table + trailer


def brief() -> bytes:
    text = (FOLDER / "brief.txt").read_text(encoding="utf-8")
    return pdf([content(lines, number) for number, lines in enumerate(pages(text), 1)])


if __name__ == "__main__":
    (FOLDER / "brief.pdf").write_bytes(brief())
