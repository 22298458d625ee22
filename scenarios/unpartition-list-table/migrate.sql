-- One table for all zones.
ALTER TABLE parcels REMOVE PARTITIONING;
