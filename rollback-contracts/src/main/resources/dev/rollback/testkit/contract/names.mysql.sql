-- SPDX-License-Identifier: Apache-2.0
--@ partitioned
CREATE TABLE %v (%n integer NOT NULL PRIMARY KEY, %m text) PARTITION BY LIST (%n) (PARTITION %m VALUES IN (1));
INSERT INTO %v VALUES (1, 'a');
