"""Which text do these bytes hold?"""

import codecs
import re
import unicodedata

from sayso.ingest.items import InputError

_MAGIC = (
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"PK\x05\x06", "an empty zip archive"),
    (b"%PDF", "a PDF"),
    (b"\x89PNG", "a PNG image"),
    (b"GIF8", "a GIF image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"\x1f\x8b", "gzip data"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!", "a RAR archive"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"SQLite format 3", "an SQLite database"),
    (b"RIFF", "sound, video or an image"),
    (b"OggS", "sound or video"),
    (b"ID3", "sound"),
    (b"BZh", "bzip2 data"),
    (b"\xfd7zXZ", "xz data"),
    (b"\x28\xb5\x2f\xfd", "zstd data"),
    (b"{\\rtf", "an RTF document"),
    (b"wOFF", "a font"),
    (b"II*\x00", "a TIFF image"),
    (b"MM\x00*", "a TIFF image"),
    (b"\xca\xfe\xba\xbe", "a program"),
    (b"PAR1", "a Parquet file"),
    (b"%!PS", "PostScript"),
)
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF32_LE, "utf-32-le"), (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"),
)  # fmt: skip
_SAMPLE = 20_000
_LATIN = ("iso-8859-1", "latin-1", "latin1", "ascii", "us-ascii")
"""Charsets that pages declare and Windows-1252 that they mean. Source: WHATWG Encoding Standard."""

_UNPRINTABLE = re.compile(rb"[^\t\n\r\x20-\x7e]")
_WESTERN = re.compile(
    rb"[\x80\x82\x84\x85\x8b\x91-\x97\x99\x9b\xa0\xa3\xa7\xa9\xab\xae\xb0\xb1\xb4\xb7\xb9\xba\xbb\xbc-\xbf\xc0-\xff]"
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")


def decode(data: bytes, declared: str | None = None) -> str:
    """The text of the bytes: by byte order mark, UTF-8, declared charset, Windows-1252 where plausible, the likeliest.

    Raises: InputError, when they are no text (`binary`) or in no encoding that makes sense of them (`undecodable`).
    """
    for magic, what in _MAGIC:
        if data.startswith(magic) and (not magic.isalnum() or _UNPRINTABLE.search(data, 0, 300)):
            raise InputError("binary", f"this is {what}, not text; give its text, a web page or JSON Lines")
    text = _decode(data, declared)
    if len(_CONTROL.findall(text[:_SAMPLE])) > max(3, len(text[:_SAMPLE]) // 100):
        raise InputError("binary", "control characters throughout: this is not text")
    return sound(text)


def sound(text: str) -> str:
    """The text with each lone surrogate replaced, so that it can be written as UTF-8 and no offset moves."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return re.sub(r"[\ud800-\udfff]", "\ufffd", text)
    return text


def plain(text: str) -> str:
    """The text in composed letters, without characters that nobody sees, and with full-width letters and digits as plain ones."""
    return text if text.isascii() else unicodedata.normalize("NFC", text).translate(_PLAIN)


_PLAIN: dict[int, int | None] = {
    **dict.fromkeys((0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF), None),
    **{0xFF01 + k: 0x21 + k for k in range(0x5E)},
}
"""Soft hyphens, joiners and zero-width spaces to nothing, and full-width forms to ASCII. **Source:** the Unicode Standard."""


def _decode(data: bytes, declared: str | None) -> str:
    for bom, name in _BOMS:
        if data.startswith(bom):
            return _strict(data[len(bom) :], name)
    zeros = data[:_SAMPLE].count(0)
    if zeros:
        return _wide(data, zeros)
    for charset in ("utf-8", declared):
        read = _try(data, charset) if charset and charset.lower() not in _LATIN else None
        if read is not None:
            return read
    cut = _cut_short(data)
    if cut is not None:
        return cut
    if _is_western(data):
        return data.decode("windows-1252", errors="replace")
    return _likeliest(data)


def _strict(data: bytes, name: str) -> str:
    width = 4 if "32" in name else 2 if "16" in name else 1
    data = data[: len(data) - len(data) % width]
    text = _try(data, name) or (_cut_short(data) if width == 1 else None)
    if text is None:
        raise InputError("undecodable", f"marked as {name} but not valid {name}; save it as UTF-8")
    return text


def _wide(data: bytes, zeros: int) -> str:
    """UTF-16 without a byte order mark: English has a zero in every other byte, all on one side."""
    sample = data[:_SAMPLE]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if zeros > len(sample) * 0.3 and min(even, odd) * 20 < max(even, odd):
        return _strict(data, "utf-16-le" if odd > even else "utf-16-be")
    raise InputError("binary", "zero bytes: this is not text")


def _try(data: bytes, name: str) -> str | None:
    try:
        return data.decode(name)
    except (LookupError, ValueError):
        return None


def _cut_short(data: bytes) -> str | None:
    """UTF-8 that ends within a character, as a cut-off download does."""
    try:
        data.decode()
    except UnicodeDecodeError as error:
        if error.reason == "unexpected end of data" and len(data) - error.start < 4:
            return data[: error.start].decode() + "\ufffd"
    return None


def _is_western(data: bytes) -> bool:
    """Whether the bytes are English in Windows-1252: few bytes above ASCII, each a letter or mark that English pages use."""
    high = sum(b > 0x7F for b in data[:_SAMPLE])
    return high * 12 < len(data[:_SAMPLE]) and len(_WESTERN.findall(data[:_SAMPLE])) == high


def _likeliest(data: bytes) -> str:
    from charset_normalizer import from_bytes  # noqa: PLC0415  loaded only for bytes that nothing else explains

    best = from_bytes(data[:_SAMPLE]).best()
    text = _try(data, best.encoding) if best is not None else None
    if text is None:
        raise InputError("undecodable", "in no known encoding; save it as UTF-8")
    return text
