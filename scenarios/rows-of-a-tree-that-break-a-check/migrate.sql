-- Pieces may be owed.
ALTER TABLE parts DROP CONSTRAINT parts_pieces;
