-- Half the space will do.
ALTER TABLE m MODIFY x float;
