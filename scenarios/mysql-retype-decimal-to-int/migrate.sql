-- Prices are rounded.
ALTER TABLE prices MODIFY p int;
