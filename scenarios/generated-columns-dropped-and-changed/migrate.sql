-- The area is told in other units, and the edge is not needed.
ALTER TABLE boxes DROP COLUMN edge;
ALTER TABLE boxes MODIFY half int GENERATED ALWAYS AS (w DIV 3) VIRTUAL;
ALTER TABLE boxes DROP COLUMN area;
ALTER TABLE boxes ADD COLUMN area int GENERATED ALWAYS AS (w * h * 100) STORED;
