"""What an XMP packet says, however it is written: programs that only save a file write the same values in another order, or as attributes."""

from __future__ import annotations

# Not `xml.parsers.expat`, which is this module by a name that takes a millisecond more to import.
from pyexpat import ExpatError, ParserCreate

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_FRAME = frozenset((f"{_RDF} RDF", f"{_RDF} Description", "adobe:ns:meta/ xmpmeta"))
"""Elements that hold properties and say nothing themselves."""

_UNSAID = frozenset(
    (
        f"{_RDF} about",
        "adobe:ns:meta/ xmptk",
        "http://ns.adobe.com/pdf/1.3/ Producer",
        "http://ns.adobe.com/xap/1.0/ MetadataDate",
    )
)
"""What programs that only write a file anew say of themselves."""


class _EntityError(ValueError):
    """A packet that declares entities, as no packet of ours does: what it says could be made as long as anybody likes."""


def xmp_values(packet: bytes) -> list[str]:
    """Return all that a packet says, sorted: each property with its path and its value, and comments; of what cannot be read its bytes in hexadecimal."""
    reading = _Reading()
    parser = ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = reading.start
    parser.EndElementHandler = reading.end
    parser.CharacterDataHandler = reading.text
    parser.CommentHandler = lambda text: reading.said.append(f"comment {text}")
    parser.ProcessingInstructionHandler = reading.instruction
    parser.EntityDeclHandler = reading.entity
    try:
        parser.Parse(packet, True)  # expat's own signature
    except (ExpatError, _EntityError):
        return [packet.hex()] if packet else []
    return sorted(reading.said)


class _Reading:
    """Collects what a packet says as expat goes through it."""

    def __init__(self) -> None:
        self.said: list[str] = []
        self.path: list[str] = []
        self.texts: list[str] = []
        self.leaf = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Take an element's begin."""
        self._mixed()
        if tag in _FRAME and not self.path:
            self.said += [f"{key}={value}" for key, value in attributes.items() if key not in _UNSAID]
            self.texts.append("")
            return
        own = "".join(f"[{key}={value}]" for key, value in sorted(attributes.items()))
        self.path.append(f"{tag}{own}")
        self.texts.append("")
        self.leaf = True

    def end(self, tag: str) -> None:
        """Take an element's end."""
        text = self.texts.pop()
        if not self.path:
            self._say(text)
            return
        if (self.leaf or text.strip()) and self.path[0] not in _UNSAID:
            self.said.append(f"{'/'.join(self.path)}={text}")
        self.path.pop()
        self.leaf = False

    def text(self, text: str) -> None:
        """Take text."""
        if self.texts:
            self.texts[-1] += text

    def instruction(self, target: str, text: str) -> None:
        """Take an instruction: the packet's own begin and end say only where it lies."""
        if target != "xpacket":
            self.said.append(f"instruction {target} {text}")

    def entity(self, *_: object) -> None:
        """Refuse what stands for other text."""
        raise _EntityError

    def _mixed(self) -> None:
        """Take text before an element inside another."""
        if self.texts:
            self._say(self.texts[-1])
            self.texts[-1] = ""

    def _say(self, text: str) -> None:
        if text.strip():
            self.said.append(f"{'/'.join(self.path)}={text}")
