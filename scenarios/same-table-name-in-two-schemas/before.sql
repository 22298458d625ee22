CREATE SCHEMA app;
CREATE TABLE public.items (id serial PRIMARY KEY, v text, extra integer DEFAULT 1);
CREATE TABLE app.items (id serial PRIMARY KEY, v varchar(10), extra text DEFAULT 'e');
ALTER TABLE app.items ADD CONSTRAINT items_v_fk FOREIGN KEY (id) REFERENCES public.items (id) NOT VALID;
CREATE INDEX items_v_idx ON public.items (v);
CREATE INDEX items_v_idx ON app.items (v DESC);
INSERT INTO public.items (v, extra) SELECT 'public ' || i, i FROM generate_series(1, 5) i;
INSERT INTO app.items (v, extra) SELECT 'app ' || i, 'x' || i FROM generate_series(1, 5) i;
