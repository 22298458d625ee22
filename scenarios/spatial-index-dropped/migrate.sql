-- The index of places goes.
ALTER TABLE places DROP INDEX places_spot, MODIFY spot point NULL;
