-- Numbers come from somewhere else.
ALTER SEQUENCE numbers INCREMENT BY 1 NOCYCLE;
DROP SEQUENCE dropped;
