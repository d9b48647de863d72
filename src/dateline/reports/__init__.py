"""How a report comes in: formats, page furniture, publication date."""
