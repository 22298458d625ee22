-- Status was the shipping state, now it is the colour on the dashboard.
ALTER TABLE parcels DROP COLUMN status;
ALTER TABLE parcels ADD COLUMN status integer NOT NULL DEFAULT 7;
