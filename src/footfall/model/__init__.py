"""The words of the house: units, types and what must hold of them, checked once on construction."""
