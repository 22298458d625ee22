-- Documents are checked.
ALTER TABLE docs MODIFY d json;
