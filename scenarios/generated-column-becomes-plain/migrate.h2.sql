-- Areas may be typed in, and the perimeter is counted with a margin.
ALTER TABLE shapes ALTER COLUMN area DROP EXPRESSION;
ALTER TABLE shapes DROP COLUMN perimeter;
ALTER TABLE shapes ADD COLUMN perimeter integer GENERATED ALWAYS AS (2 * (w + h) + 10);
