-- People are partitioned by their country.
ALTER TABLE people PARTITION BY LIST COLUMNS (country) (PARTITION near VALUES IN ('AT', 'DE', 'CH'), PARTITION far VALUES IN ('NZ', 'CL'));
