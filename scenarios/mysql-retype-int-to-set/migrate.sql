-- A mask of bits gets names.
ALTER TABLE t MODIFY p set('r','w','x') NOT NULL;
