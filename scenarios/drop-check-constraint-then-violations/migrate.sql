-- Ten stars instead of five.
ALTER TABLE ratings DROP CONSTRAINT ratings_stars_check;
ALTER TABLE ratings ADD CONSTRAINT ratings_ten_check CHECK (stars BETWEEN 1 AND 10);
