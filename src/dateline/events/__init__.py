"""Who did what to whom: triggers, types, roles, status, and what is not coded."""
