-- What the optimizer may use is turned round.
ALTER TABLE h ALTER INDEX h_a NOT IGNORED, ALTER INDEX h_b IGNORED, ALTER INDEX h_ab IGNORED;
