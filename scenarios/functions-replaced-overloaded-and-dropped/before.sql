CREATE FUNCTION net(gross numeric) RETURNS numeric LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE COST 5 AS 'SELECT gross / 1.19';
CREATE FUNCTION net(gross numeric, rate numeric DEFAULT 0.19) RETURNS numeric LANGUAGE plpgsql STABLE LEAKPROOF
    SET search_path = public, pg_temp AS $fn$ BEGIN RETURN gross / (1 + rate); /* a ; and a ' */ END $fn$;
CREATE TABLE bills (id serial PRIMARY KEY, gross numeric(10,2) NOT NULL);
CREATE FUNCTION bills_over(lim numeric) RETURNS SETOF bills LANGUAGE sql STABLE ROWS 50 AS $$ SELECT * FROM bills WHERE gross > lim $$;
CREATE FUNCTION bill_sum(OUT n bigint, OUT total numeric) LANGUAGE sql SECURITY DEFINER AS $$ SELECT count(*), sum(gross) FROM bills $$;
CREATE FUNCTION lines(VARIADIC parts text[]) RETURNS TABLE (no integer, line text) LANGUAGE sql
    BEGIN ATOMIC SELECT 1, array_to_string(parts, E'\n'); END;
CREATE PROCEDURE clean(IN lim numeric, INOUT done integer DEFAULT 0) LANGUAGE plpgsql AS $$ BEGIN DELETE FROM bills WHERE gross < lim; done := 1; END $$;
CREATE AGGREGATE mul(numeric) (SFUNC = numeric_mul, STYPE = numeric, INITCOND = '1');
COMMENT ON FUNCTION net(numeric) IS 'Old; rate';
COMMENT ON PROCEDURE clean(numeric, integer) IS 'Removes small bills';
REVOKE EXECUTE ON FUNCTION bill_sum() FROM PUBLIC;
INSERT INTO bills (gross) SELECT i * 11.9 FROM generate_series(1, 8) i;
