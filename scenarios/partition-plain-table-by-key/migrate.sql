-- Sessions are spread over partitions by their key.
ALTER TABLE sessions PARTITION BY KEY () PARTITIONS 4;
