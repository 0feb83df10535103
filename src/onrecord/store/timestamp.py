"""A time-stamp request (RFC 3161), for an authority of the user's choice; nothing is sent from here."""

VERSION_1 = bytes.fromhex("020101")
SHA_256 = bytes.fromhex("300d06096086480165030402010500")
"""AlgorithmIdentifier: OID 2.16.840.1.101.3.4.2.1 with NULL parameters."""
CERTIFICATE_WANTED = bytes.fromhex("0101ff")


def request_timestamp(sha256: bytes) -> bytes:
    """Give the DER of a TimeStampReq for a SHA-256 of 32 bytes."""
    imprint = _sequence(SHA_256 + b"\x04" + bytes([len(sha256)]) + sha256)
    return _sequence(VERSION_1 + imprint + CERTIFICATE_WANTED)


def _sequence(content: bytes) -> bytes:
    """Wrap what is shorter than 128 bytes."""
    return b"\x30" + bytes([len(content)]) + content
