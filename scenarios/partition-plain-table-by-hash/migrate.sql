-- Events are spread by their tenant.
ALTER TABLE events PARTITION BY LINEAR HASH (tenant) PARTITIONS 3;
