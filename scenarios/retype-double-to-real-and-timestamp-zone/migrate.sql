-- Half the precision, and times in UTC without a zone.
ALTER TABLE probes ALTER COLUMN v TYPE real;
ALTER TABLE probes ALTER COLUMN at TYPE timestamp(0) USING (at AT TIME ZONE 'UTC');
ALTER TABLE probes ALTER COLUMN ip TYPE text USING host(ip);
