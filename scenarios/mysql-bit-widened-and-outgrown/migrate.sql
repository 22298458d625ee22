-- More flags than eight.
ALTER TABLE f MODIFY b bit(16) NOT NULL DEFAULT b'1';
