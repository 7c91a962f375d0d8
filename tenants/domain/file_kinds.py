"""Files that are not Office Open XML, told by their first bytes, each with the way to convert it."""

from tenants.domain.errors import Refusal

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ZIP = b"PK\x03\x04"
ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
EXCEL_STREAM = "Workbook".encode("utf-16-le")
AS_DOCX = "Откройте его в Word, выберите «Файл» → «Сохранить как», тип «Документ Word (.docx)», и загрузите новый файл."
AS_XLSX = "Откройте его в Excel, выберите «Файл» → «Сохранить как», тип «Книга Excel (.xlsx)», и загрузите новый файл."
BY_TEXT = "Найдите исходный документ Word или Excel либо скопируйте таблицу и вставьте её текстом."


class FileRefused(Refusal):
    """An uploaded file was not read: it is too large, damaged, unsafe or of another kind."""


def refuse_other_kinds(data: bytes, filename: str) -> None:
    """Raise ``FileRefused`` for .doc, .xls, .rtf, .pdf, OpenDocument, pictures, archives and web pages."""
    if data.startswith(OLE):
        raise _old_office(data, filename)
    if data.startswith(ZIP):
        _refuse_open_document(data, filename)
        return
    for magic, what, remedy in MAGIC:
        if data.startswith(magic):
            raise FileRefused(f"Файл «{filename}» не прочитан: {what}.", remedy)
    head = data[:2048].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith((b"<!doctype html", b"<html", b"<?xml")):
        raise FileRefused(f"Файл «{filename}» не прочитан: это веб-страница или файл XML.", AS_DOCX)
    raise FileRefused(
        f"Файл «{filename}» не прочитан: он повреждён или это не документ Word и не книга Excel.",
        "Откройте его в Word или Excel, сохраните как .docx или .xlsx и загрузите новый файл.",
    )


MAGIC = (
    (b"%PDF", "это PDF, таблицу из него не восстановить", BY_TEXT),
    (b"{\\rtf", "это документ RTF", AS_DOCX),
    (b"\xff\xd8\xff", "это снимок, а не документ", BY_TEXT),
    (b"\x89PNG", "это снимок, а не документ", BY_TEXT),
    (b"Rar!", "это архив", "Распакуйте архив и загрузите сам документ .docx или .xlsx."),
    (b"7z\xbc\xaf", "это архив", "Распакуйте архив и загрузите сам документ .docx или .xlsx."),
)


def _old_office(data: bytes, filename: str) -> FileRefused:
    if ENCRYPTED_STREAM in data:
        return FileRefused(
            f"Файл «{filename}» не прочитан: он защищён паролем.",
            "Снимите пароль в Word или Excel («Файл» → «Сведения» → «Защита») и загрузите файл снова.",
        )
    if EXCEL_STREAM in data:
        return FileRefused(f"Файл «{filename}» не прочитан: это книга старого формата Excel (.xls).", AS_XLSX)
    return FileRefused(f"Файл «{filename}» не прочитан: это документ старого формата Word (.doc).", AS_DOCX)


def _refuse_open_document(data: bytes, filename: str) -> None:
    """OpenDocument keeps its media type first and unpacked, so it stands within the first hundred bytes."""
    head = data[:200]
    if b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet" in head:
        raise FileRefused(f"Файл «{filename}» не прочитан: это таблица OpenDocument (.ods).", AS_XLSX)
    if b"mimetypeapplication/vnd.oasis.opendocument" in head:
        raise FileRefused(f"Файл «{filename}» не прочитан: это документ OpenDocument (.odt).", AS_DOCX)
