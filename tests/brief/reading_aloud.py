"""What a section says, as plain text, so that tests can read it."""

from cadre.brief.content import Bullets, Paragraph, Section, Table, Words


def aloud(words: Words) -> str:
    """Give a text as people read it."""
    text = "".join(
        piece if isinstance(piece, str) else getattr(piece, "text", "") or getattr(piece, "id", "")
        for piece in words
    )
    return text.replace("\u00a0", " ")


def lines(section: Section) -> list[str]:
    """Give paragraphs, items and notes of a section."""
    found: list[str] = []
    for block in section.blocks:
        if isinstance(block, Paragraph):
            found.append(aloud(block.words))
        elif isinstance(block, Bullets):
            found += [aloud(item) for item in block.items]
        elif isinstance(block, Table) and block.note:
            found.append(aloud(block.note))
    return found


def table(section: Section, name: str) -> list[list[str]]:
    """Give the cells of a table of a section."""
    found = next(block for block in section.blocks if isinstance(block, Table) and block.id == name)
    return [[aloud(cell) for cell in row] for row in found.rows]
