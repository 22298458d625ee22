-- Countries get a number as their key, the code stays unique.
ALTER TABLE towns DROP CONSTRAINT towns_country_fkey;
ALTER TABLE countries DROP CONSTRAINT countries_pkey;
ALTER TABLE countries ADD COLUMN id integer GENERATED ALWAYS AS IDENTITY;
ALTER TABLE countries ADD PRIMARY KEY (id);
ALTER TABLE countries ADD CONSTRAINT countries_code_key UNIQUE (code);
ALTER TABLE towns ADD CONSTRAINT towns_country_fkey FOREIGN KEY (country) REFERENCES countries (code) ON UPDATE CASCADE;
