-- The old numbers are thrown away and nothing else tells the samples apart.
ALTER TABLE samples DROP COLUMN id;
ALTER TABLE samples ADD COLUMN id uuid NOT NULL DEFAULT gen_random_uuid() PRIMARY KEY;
