-- What the optimizer may use is turned round.
ALTER TABLE h ALTER INDEX h_a VISIBLE, ALTER INDEX h_b INVISIBLE, ALTER INDEX h_ab INVISIBLE;
