-- Both are computed otherwise, and change places.
ALTER TABLE g MODIFY total int GENERATED ALWAYS AS (a - b) VIRTUAL;
ALTER TABLE g MODIFY kept int GENERATED ALWAYS AS (a * b * 2) STORED AFTER b;
