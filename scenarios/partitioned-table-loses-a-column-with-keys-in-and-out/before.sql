CREATE TABLE shops (id integer PRIMARY KEY, name text);
CREATE TABLE sales (
    id      integer NOT NULL,
    day     date NOT NULL,
    shop_id integer NOT NULL CONSTRAINT sales_shop_fk REFERENCES shops ON DELETE CASCADE,
    clerk   varchar(20) DEFAULT 'self',
    total   numeric(10,2),
    CONSTRAINT sales_pk PRIMARY KEY (id, day),
    CONSTRAINT sales_total_check CHECK (total >= 0)
) PARTITION BY RANGE (day);
CREATE TABLE sales_h1 PARTITION OF sales FOR VALUES FROM ('2024-01-01') TO ('2024-07-01') WITH (fillfactor = 80);
CREATE TABLE sales_h2 PARTITION OF sales FOR VALUES FROM ('2024-07-01') TO ('2025-01-01');
CREATE INDEX sales_clerk_idx ON sales (clerk);
CREATE TABLE refunds (
    sale_id integer,
    day     date,
    why     text,
    CONSTRAINT refunds_sale_fk FOREIGN KEY (sale_id, day) REFERENCES sales ON DELETE CASCADE
);
CREATE FUNCTION sales_stamp() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.total := COALESCE(NEW.total, 0); RETURN NEW; END $$;
CREATE TRIGGER sales_stamp BEFORE INSERT ON sales FOR EACH ROW EXECUTE FUNCTION sales_stamp();
INSERT INTO shops SELECT i, 'Shop ' || i FROM generate_series(1, 3) i;
INSERT INTO sales SELECT i, DATE '2024-01-10' + i * 18, 1 + i % 3, 'C' || i, i FROM generate_series(1, 18) i;
INSERT INTO refunds SELECT id, day, 'broken' FROM sales WHERE id % 5 = 0;
