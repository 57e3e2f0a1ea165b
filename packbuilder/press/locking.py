"""The standard security handler of PDF 2.0 (ISO 32000-2, 7.6.4): AES-256, revision 6. Keys, salts and initial vectors are chance, as they must be."""

from __future__ import annotations

import os
from functools import lru_cache
from hashlib import sha256, sha384, sha512

from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CBC, ECB

from packbuilder.patterns import regex
from packbuilder.values import dataclass

BLOCK = 16
"""Bytes of a block, and of an initial vector."""
_SALT, _KEY, _PASSWORD = 8, 32, 127
"""Bytes of a salt, of a key, and of the longest password that counts."""
_ROUNDS = 64
_NONE = bytes(BLOCK)
_HASHES = (sha256, sha384, sha512)
_ENTRY = (
    b"<</Filter/Standard/V 5/R 6/Length 256/P %d/O<%s>/U<%s>/OE<%s>/UE<%s>/Perms<%s>"
    b"/CF<</StdCF<</Type/CryptFilter/CFM/AESV3/AuthEvent/DocOpen/Length 32>>>>/StmF/StdCF/StrF/StdCF/EncryptMetadata true>>"
)
_FORM = regex(
    rb"<</Filter/Standard/V 5/R 6/Length 256/P -?\d{1,10}/O<[0-9A-F]{96}>/U<([0-9A-F]{96})>/OE<[0-9A-F]{64}>/UE<([0-9A-F]{64})>/Perms<[0-9A-F]{32}>"
    rb"/CF<</StdCF<</Type/CryptFilter/CFM/AESV3/AuthEvent/DocOpen/Length 32>>>>/StmF/StdCF/StrF/StdCF/EncryptMetadata true>>"
)


@dataclass(frozen=True, slots=True)
class Locked:
    """What locks a file: its key, and the encryption dictionary that gives it to whoever knows a password."""

    key: bytes
    entry: bytes


def new_lock(password: str, owner: str, *, permissions: int) -> Locked:
    """Return a new key that both passwords open; `permissions` are the bits of what may be done with the first."""
    key, (one, two, three, four) = os.urandom(_KEY), (os.urandom(_SALT) for _ in range(4))
    user, master = _bytes(password), _bytes(owner)
    u = hashed(user, one) + one + two
    ue = encrypted_blocks(hashed(user, two), _NONE, key)
    o = hashed(master, three, u) + three + four
    oe = encrypted_blocks(hashed(master, four, u), _NONE, key)
    said = permissions.to_bytes(4, "little") + b"\xff\xff\xff\xffTadb" + os.urandom(4)
    engine = Cipher(AES(key), ECB()).encryptor()  # noqa: S305  # one block, as the standard says
    perms = engine.update(said) + engine.finalize()
    signed = permissions - (1 << 32) if permissions >> 31 else permissions
    return Locked(key, _ENTRY % (signed, *(each.hex().upper().encode() for each in (o, u, oe, ue, perms))))


@lru_cache(maxsize=1024)  # a file is opened for each thing that is looked at in it
def opened_lock(entry: bytes, password: str) -> Locked | None:
    """Return the key of a file that has an encryption dictionary of ours; None where the password does not open it."""
    found = _FORM.fullmatch(entry)
    if found is None:
        return None
    user, u, ue = _bytes(password), bytes.fromhex(found[1].decode()), bytes.fromhex(found[2].decode())
    check, salt, keyed = u[:_KEY], u[_KEY : _KEY + _SALT], u[_KEY + _SALT :]
    if hashed(user, salt) != check:
        return None
    return Locked(decrypted_blocks(hashed(user, keyed), _NONE, ue), entry)


def locked_data(key: bytes, vector: bytes, data: bytes) -> bytes:
    """Return data as a stream of a locked file holds them: the initial vector, and the data filled up to whole blocks."""
    left = BLOCK - len(data) % BLOCK
    return vector + encrypted_blocks(key, vector, data + bytes((left,)) * left)


def unlocked_data(key: bytes, data: bytes) -> bytes | None:
    """Return what a stream of a locked file holds; None where that is not filled up as it must be."""
    if len(data) < 2 * BLOCK or len(data) % BLOCK:
        return None
    plain = decrypted_blocks(key, data[:BLOCK], data[BLOCK:])
    left = plain[-1]
    return plain[:-left] if 0 < left <= BLOCK and plain.endswith(bytes((left,)) * left) else None


def hashed(password: bytes, salt: bytes, user: bytes = b"") -> bytes:
    """Return the hash of a password (algorithm 2.B); `user` is the user's entry where the owner's is hashed."""
    found, rounds, last = sha256(password + salt + user).digest(), 0, 255
    while rounds < _ROUNDS or last > rounds - 32:
        held = encrypted_blocks(found[:16], found[16:32], (password + found + user) * 64)
        found, rounds, last = _HASHES[sum(held[:16]) % 3](held).digest(), rounds + 1, held[-1]
    return found[:_KEY]


def encrypted_blocks(key: bytes, vector: bytes, data: bytes) -> bytes:
    """Return whole blocks as AES makes them, each chained to the one before."""
    engine = Cipher(AES(key), CBC(vector)).encryptor()
    return engine.update(data) + engine.finalize()


def decrypted_blocks(key: bytes, vector: bytes, data: bytes) -> bytes:
    """Return what `encrypted_blocks` was given."""
    engine = Cipher(AES(key), CBC(vector)).decryptor()
    return engine.update(data) + engine.finalize()


def _bytes(password: str) -> bytes:
    return password.encode()[:_PASSWORD]
