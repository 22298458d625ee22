CREATE TABLE coupons (
    id   serial PRIMARY KEY,
    code varchar(12) NOT NULL,
    pct  smallint NOT NULL CHECK (pct BETWEEN 1 AND 100),
    CONSTRAINT coupons_code_key UNIQUE (code)
);
INSERT INTO coupons (code, pct) SELECT 'CODE' || i, i FROM generate_series(1, 10) i;
