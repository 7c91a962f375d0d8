"""Small sound files of every kind that is kept."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

import xlsxwriter
from django.core.files.uploadedfile import SimpleUploadedFile
from docx import Document

PDF = b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF\n"


def _part(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


PNG = (
    b"\x89PNG\r\n\x1a\n"
    + _part(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
    + _part(b"IDAT", zlib.compress(b"\0\0"))
    + _part(b"IEND", b"")
)
JPEG = (
    b"\xff\xd8\xff\xe0\x00\x10JFIF\0\1\1\0\0\1\0\1\0\0"
    b"\xff\xc0\x00\x0b\x08\x00\x01\x00\x01\x01\x01\x11\x00"
    b"\xff\xda\x00\x08\x01\x01\0\0\x3f\0\xd2\xff\xd9"
)


def docx() -> bytes:
    """A Word document of one paragraph."""
    stream = io.BytesIO()
    document = Document()
    document.add_paragraph("Протокол педагогического совета")
    document.save(stream)
    return stream.getvalue()


def xlsx() -> bytes:
    """An Excel book of one cell."""
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream)
    book.add_worksheet("План").write(0, 0, "Мероприятие")
    book.close()
    return stream.getvalue()


def odt(**added: bytes) -> bytes:
    """An OpenDocument text, with more parts where they are named."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", "<office:document-content/>")
        for name, body in added.items():
            archive.writestr(name.replace("__", "/"), body)
    return stream.getvalue()


def upload(data: bytes = PDF, name: str = "Протокол.pdf") -> SimpleUploadedFile:
    """What a form hands over."""
    return SimpleUploadedFile(name, data, content_type="application/octet-stream")
