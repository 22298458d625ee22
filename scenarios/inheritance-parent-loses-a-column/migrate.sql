-- Notes go, from the parent and so from its heirs.
ALTER TABLE base_event DROP COLUMN note;
