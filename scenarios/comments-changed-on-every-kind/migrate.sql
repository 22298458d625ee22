-- Documentation is rewritten or removed.
COMMENT ON SCHEMA docs IS NULL;
COMMENT ON TYPE docs.pair IS 'A pair';
COMMENT ON COLUMN docs.pair.a IS NULL;
COMMENT ON DOMAIN docs.code IS NULL;
COMMENT ON CONSTRAINT code_short ON DOMAIN docs.code IS 'Short';
COMMENT ON SEQUENCE docs.nos IS 'Numbers for all';
COMMENT ON TABLE docs.t IS 'A table';
COMMENT ON COLUMN docs.t.v IS NULL;
COMMENT ON COLUMN docs.t.w IS 'New comment';
COMMENT ON CONSTRAINT t_pkey ON docs.t IS NULL;
COMMENT ON CONSTRAINT t_w_check ON docs.t IS 'Above zero';
COMMENT ON INDEX docs.t_v_idx IS NULL;
COMMENT ON STATISTICS docs.t_stat IS NULL;
COMMENT ON VIEW docs.tv IS NULL;
COMMENT ON FUNCTION docs.f(integer) IS 'Returns what it gets';
